package id.sakelar.server;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The rooms of the server as ARCHITECTURE.md lists them, each with the rooms it may use.
// Immutable.
record Rooms(Map<String, List<String>> lines) {
  static final String ROOT = "id.sakelar.server";

  private static final String OPENING = "```rooms\n";

  Rooms {
    lines.forEach(
        (room, used) -> {
          if (!lines.keySet().containsAll(used)) {
            throw new IllegalArgumentException(room + " may use rooms without a line: " + used);
          }
        });
  }

  /// Reads the block that is fenced as `rooms`; the working directory is that of the module.
  static Rooms read() throws IOException {
    String text = Files.readString(Path.of("../ARCHITECTURE.md"));
    int start = text.indexOf(OPENING) + OPENING.length();
    var lines = new LinkedHashMap<String, List<String>>();
    for (String line : text.substring(start, text.indexOf("```", start)).lines().toList()) {
      var words = List.of(line.strip().split("\\s+"));
      lines.put(words.getFirst(), words.subList(1, words.size()));
    }
    return new Rooms(lines);
  }

  /// The room a class is in, or nothing for the root and for classes of others.
  static Optional<String> findRoom(JavaClass type) {
    return findWord(type, ROOT + ".");
  }

  /// The word of the class's package that follows `prefix`, or nothing.
  static Optional<String> findWord(JavaClass type, String prefix) {
    String name = type.getPackageName();
    return name.startsWith(prefix)
        ? Optional.of(name.substring(prefix.length()).split("\\.", 2)[0])
        : Optional.empty();
  }

  Set<String> names() {
    return lines.keySet();
  }

  /// The package patterns of these rooms, all below included.
  ///
  /// @throws IllegalArgumentException if one of them has no line, so that no rule watches a room
  ///   that was renamed
  String[] packages(String... rooms) {
    for (String room : rooms) {
      if (!lines.containsKey(room)) {
        throw new IllegalArgumentException("ARCHITECTURE.md has no line for the room " + room);
      }
    }
    return List.of(rooms).stream().map(room -> ROOT + "." + room + "..").toArray(String[]::new);
  }
}
