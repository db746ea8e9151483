package id.sakelar.sandbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real PostgreSQL in a directory of ours, which keeps what it confirms. Not for many threads.
final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final long PATIENCE_SECONDS = 20;

  private final EmbeddedPostgres postgres;

  private EmbeddedDatabase(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /// Starts the database of `directory` on a free port, making it if it is not there.
  ///
  /// @throws IOException if it does not start; its own words are in `postgresql.log`
  static EmbeddedDatabase start(Path directory) throws IOException {
    var data = directory.resolve("postgresql");
    Files.createDirectories(directory);
    closeToOthers(directory.resolve("binaries"));
    var log = Redirect.appendTo(directory.resolve("postgresql.log").toFile());
    var postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setOverrideWorkingDirectory(binaries(directory))
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "60")
            .setServerConfig("timezone", "UTC")
            .setServerConfig("lc_messages", "C")
            .setOutputRedirector(log)
            .setErrorRedirector(log)
            .start();
    return new EmbeddedDatabase(postgres);
  }

  /// Reachable from this machine only; the user is `postgres` and has no password.
  String url() {
    return "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }

  /// What is run from here must not be written by anybody else.
  private static void closeToOthers(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  private static File binaries(Path directory) {
    return directory.resolve("binaries").toAbsolutePath().toFile();
  }

  /// Stops the database that was left running when its sandbox was killed, if there is one.
  ///
  /// @throws IOException if it does not end
  static void stopOrphan(Path directory) throws IOException {
    var data = directory.resolve("postgresql");
    var orphan = findOrphan(data.resolve("postmaster.pid"));
    if (orphan.isEmpty()) {
      return;
    }
    LOG.info("a PostgreSQL that was left behind is stopped");
    var process = orphan.get();
    boolean ours = isPostgres(process);
    if (ours) {
      process.destroy();
    }
    if (!hasEnded(process) && ours) {
      process.destroyForcibly();
      if (!hasEnded(process)) {
        throw new IOException("the PostgreSQL left in " + data + " does not end");
      }
    }
  }

  private static Optional<ProcessHandle> findOrphan(Path pidFile) throws IOException {
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    var lines = Files.readAllLines(pidFile);
    if (lines.isEmpty() || !lines.getFirst().matches("[0-9]{1,9}")) {
      return Optional.empty();
    }
    // one that was killed has no command any more, and keeps its number until it is reaped
    return ProcessHandle.of(Long.parseLong(lines.getFirst()))
        .filter(process -> isPostgres(process) || process.info().command().isEmpty());
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("postgres");
  }

  private static boolean hasEnded(ProcessHandle process) {
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
