package id.sakelar.conversations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A golden conversation. The package tells how its file is written. Immutable.
///
/// @param name dialect and file, `digiswitch/pay-pln`
/// @param commentary for people
/// @param conditions what has to be so that a fresh sandbox is not; mostly nothing
/// @param mayDiffer paths into the answers whose values are not golden
/// @param givenOut paths into the answers whose values later requests repeat; among those that may
///   differ
/// @param exchanges at least one, in order
public record Conversation(
    String name,
    String commentary,
    List<String> conditions,
    List<String> mayDiffer,
    List<String> givenOut,
    List<Exchange> exchanges) {
  private static final String ROOT = "/conversations/";
  private static final String ENDING = ".txt";

  public Conversation {
    conditions = List.copyOf(conditions);
    mayDiffer = List.copyOf(mayDiffer);
    givenOut = List.copyOf(givenOut);
    exchanges = List.copyOf(exchanges);
  }

  /// The conversation called `name`.
  ///
  /// @throws IllegalArgumentException if there is none, or its file is not written as the package
  ///   tells
  public static Conversation read(String name) {
    try (var in = Conversation.class.getResourceAsStream(ROOT + name + ENDING)) {
      if (in == null) {
        throw new IllegalArgumentException("no conversation called " + name);
      }
      return Script.read(name, new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All conversations of a dialect, by name.
  ///
  /// @throws IllegalArgumentException if the dialect has none
  public static List<Conversation> listAll(String dialect) {
    var folder = Conversation.class.getResource(ROOT + dialect);
    if (folder == null) {
      throw new IllegalArgumentException("no conversations in " + dialect);
    }
    try {
      return names(folder, dialect).stream().map(Conversation::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> names(URL folder, String dialect) throws IOException {
    if (!(folder.openConnection() instanceof JarURLConnection inJar)) {
      return names(Path.of(URI.create(folder.toString())), dialect);
    }
    var jar = Path.of(URI.create(inJar.getJarFileURL().toString()));
    try (var files = FileSystems.newFileSystem(jar)) {
      return names(files.getPath(ROOT + dialect), dialect);
    }
  }

  private static List<String> names(Path folder, String dialect) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> Objects.requireNonNull(file.getFileName()).toString())
          .filter(file -> file.endsWith(ENDING))
          .map(file -> dialect + "/" + file.substring(0, file.length() - ENDING.length()))
          .sorted()
          .toList();
    }
  }
}
