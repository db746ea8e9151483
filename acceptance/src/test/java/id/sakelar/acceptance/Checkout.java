package id.sakelar.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The files of the repository, without what a build or a tool leaves behind.
///
/// @param root the repository's root
/// @param files all files below it
record Checkout(Path root, List<Path> files) {
  private static final Set<String> NOT_OURS =
      Set.of(".git", "target", ".sakelar", ".idea", ".vscode", "node_modules");

  Checkout {
    files = List.copyOf(files);
  }

  /// Lists the files anew; the working directory is that of the module.
  static Checkout read() throws IOException {
    Path root = Path.of("..").toRealPath();
    var listing = new Listing();
    Files.walkFileTree(root, listing);
    return new Checkout(root, listing.files);
  }

  private static boolean isOurs(Path path) {
    return !NOT_OURS.contains(path.getFileName().toString());
  }

  /// The Java files under `src/main/java` or `src/test/java` of every module.
  ///
  /// @param side `main` or `test`
  List<Path> sources(String side) {
    return files.stream()
        .filter(file -> name(file).contains("/src/" + side + "/java/"))
        .filter(file -> name(file).endsWith(".java"))
        .toList();
  }

  /// The path from the root, with slashes on every system.
  String name(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  /// The file's text; bytes that are not UTF-8 come out as U+FFFD.
  static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  /// Whether it is a file of bytes rather than of text: it holds a NUL.
  static boolean isBinary(Path file) throws IOException {
    for (byte one : Files.readAllBytes(file)) {
      if (one == 0) {
        return true;
      }
    }
    return false;
  }

  private static final class Listing extends SimpleFileVisitor<Path> {
    private final List<Path> files = new ArrayList<>();

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return isOurs(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && isOurs(file)) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
