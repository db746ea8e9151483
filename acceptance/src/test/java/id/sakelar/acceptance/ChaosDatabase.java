package id.sakelar.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/// A real PostgreSQL that syncs to disk, asks for a password, and can be killed with kill -9 and
/// started again on the same data and the same port. Dies with this process. For one thread.
final class ChaosDatabase implements AutoCloseable {
  static final String USER = "sakelar";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final List<String> SETTINGS =
      List.of(
          "fsync=on",
          "synchronous_commit=on",
          "full_page_writes=on",
          "track_commit_timestamp=on",
          "max_connections=60",
          "timezone=UTC",
          "lc_messages=C",
          "unix_socket_directories=");

  private final Path directory;
  private final int port;
  private final String password;
  private final Path binary;
  private Process postmaster;

  private ChaosDatabase(Path directory, int port, String password, Path binary) throws IOException {
    this.directory = directory;
    this.port = port;
    this.password = password;
    this.binary = binary;
    this.postmaster = launch();
    Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
  }

  /// Makes a database in `directory` and starts it.
  static ChaosDatabase create(Path directory, int port, String password)
      throws IOException, SQLException {
    var data = directory.resolve("data");
    var binaries = directory.resolve("binaries");
    var first =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setOverrideWorkingDirectory(binaries.toFile())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false);
    Path binary;
    try (var postgres = first.start()) {
      prepare(postgres, password);
      binary = binary(data);
    }
    Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
    return new ChaosDatabase(directory, port, password, binary);
  }

  private static void prepare(EmbeddedPostgres postgres, String password) throws SQLException {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE ROLE " + USER + " LOGIN PASSWORD '" + password + "'");
      statement.execute("CREATE DATABASE sakelar OWNER " + USER);
    }
  }

  /// The program that runs on `data`. It was unpacked once for all tests of this process, where the
  /// first of them wanted it.
  private static Path binary(Path data) throws IOException {
    var postmaster = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
    var handle = ProcessHandle.of(Long.parseLong(postmaster)).orElseThrow();
    return Path.of(handle.info().command().orElseThrow());
  }

  String url() {
    return url(port);
  }

  /// The same at the near end of a line to it.
  String url(int line) {
    return "jdbc:postgresql://127.0.0.1:" + line + "/sakelar";
  }

  Path log() {
    return directory.resolve("postgresql.log");
  }

  Connection connect() throws SQLException {
    var source = new PGSimpleDataSource();
    source.setUrl(url());
    source.setUser(USER);
    source.setPassword(password);
    source.setConnectTimeout(5);
    return source.getConnection();
  }

  /// Kills the postmaster and all its children, and returns when none of them is left.
  void kill() {
    var doomed = new ArrayList<ProcessHandle>();
    doomed.add(postmaster.toHandle());
    postmaster.descendants().forEach(doomed::add);
    doomed.forEach(ProcessHandle::destroyForcibly);
    await("the end of PostgreSQL")
        .atMost(PATIENCE)
        .until(() -> doomed.stream().noneMatch(ProcessHandle::isAlive));
  }

  /// Starts it again after a kill, and returns when it answers.
  void start() throws IOException {
    postmaster = launch();
    awaitAnswers();
  }

  /// Returns when it answers.
  void awaitAnswers() {
    await("an answer of PostgreSQL").atMost(PATIENCE).until(this::answers);
  }

  /// A postmaster that finds the shared memory of a killed one in use gives up, and comes again.
  private boolean answers() throws IOException {
    if (!postmaster.isAlive()) {
      postmaster = launch();
    }
    try (var connection = connect()) {
      return connection.isValid(5);
    } catch (SQLException _) {
      return false;
    }
  }

  /// PostgreSQL refuses to run as root, so root hides who it is.
  private Process launch() throws IOException {
    var command = new ArrayList<String>();
    if (LinuxUtils.isUnshareAvailable()) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.addAll(
        List.of(binary.toString(), "-D", directory.resolve("data").toString(), "-p", "" + port));
    SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
    return new ProcessBuilder(command)
        .redirectOutput(Redirect.appendTo(log().toFile()))
        .redirectErrorStream(true)
        .start();
  }

  String logged() throws IOException {
    return Files.readString(log(), UTF_8);
  }

  @Override
  public void close() {
    kill();
  }
}
