package id.sakelar.acceptance;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import id.sakelar.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The directory of a sandbox that has just been started for the first time, byte for byte: making
/// a database takes longer than most tests. Not for many threads.
final class FreshCopy {
  /// What `--fresh` forgets.
  private static final List<String> PARTS = List.of("postgresql", "billers");

  private static final Path COPY = own("sandbox-fresh");

  private static boolean made;

  private FreshCopy() {}

  /// A directory of this test process alone: several run at once.
  static Path own(String name) {
    var process = "process-" + ProcessHandle.current().pid();
    return Path.of("target", process, name).toAbsolutePath();
  }

  /// Makes `directory` that of a fresh sandbox; the first time it does so by starting one.
  static void restore(Path directory) throws IOException {
    if (!made) {
      Sandbox.start(new Sandbox.Options(0, 0, 0, directory, true, Duration.ZERO)).sandbox().close();
      replace(directory, COPY);
      made = true;
    }
    replace(COPY, directory);
  }

  private static void replace(Path source, Path target) throws IOException {
    for (String part : PARTS) {
      if (Files.exists(target.resolve(part))) {
        Files.walkFileTree(target.resolve(part), new Deleting());
      }
      Files.createDirectories(target);
      Files.walkFileTree(source.resolve(part), new Copying(source, target));
    }
  }

  private static final class Copying extends SimpleFileVisitor<Path> {
    private final Path source;
    private final Path target;

    Copying(Path source, Path target) {
      this.source = source;
      this.target = target;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      Files.copy(folder, target.resolve(source.relativize(folder)), COPY_ATTRIBUTES);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.copy(file, target.resolve(source.relativize(file)), COPY_ATTRIBUTES);
      return FileVisitResult.CONTINUE;
    }
  }

  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem)
        throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
