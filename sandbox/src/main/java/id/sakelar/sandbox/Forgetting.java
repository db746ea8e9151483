package id.sakelar.sandbox;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// Deletes a directory with everything in it; links are deleted and not followed.
final class Forgetting extends SimpleFileVisitor<Path> {
  private Forgetting() {}

  static void under(Path directory) throws IOException {
    if (Files.exists(directory)) {
      Files.walkFileTree(directory, new Forgetting());
    }
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    Files.delete(file);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException problem)
      throws IOException {
    if (problem != null) {
      throw problem;
    }
    Files.delete(directory);
    return FileVisitResult.CONTINUE;
  }
}
