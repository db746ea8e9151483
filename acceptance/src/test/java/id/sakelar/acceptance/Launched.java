package id.sakelar.acceptance;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sakelar.http.Body;
import id.sakelar.http.Budget;
import id.sakelar.http.Caller;
import id.sakelar.http.Heard;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A process that the launcher script has started, in the tree that has just been built: the Maven
/// it would build with is one that fails, so that nobody tests anything but this build.
final class Launched {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern READY =
      Pattern.compile(
          "Sakelar is ready: partners (http://localhost:\\d+) switcher (http://localhost:\\d+)"
              + " console (http://localhost:\\d+)");

  private final Process process;
  private final Path out;
  private final Path err;

  /// How a process has ended.
  record Ended(int code, String out, String err) {}

  private Launched(Path directory, ProcessBuilder builder) throws IOException {
    out = Files.createTempFile(directory, "out", ".txt");
    err = Files.createTempFile(directory, "err", ".txt");
    var noMaven = directory.resolve("no-maven");
    if (!Files.exists(noMaven)) {
      Files.createDirectories(noMaven);
      var maven = Files.writeString(noMaven.resolve("mvn"), "#!/bin/sh\nexit 70\n");
      Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwx------"));
    }
    var environment = builder.environment();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.merge("PATH", noMaven + File.pathSeparator, (path, first) -> first + path);
    process =
        builder
            .directory(ROOT.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
  }

  /// Starts `./sakelar` with these words.
  ///
  /// @param directory of the files that what it says is kept in
  static Launched start(Path directory, String... words) throws IOException {
    var command = new ArrayList<>(List.of("./sakelar"));
    command.addAll(List.of(words));
    return new Launched(directory, new ProcessBuilder(command));
  }

  /// A sandbox on free ports that keeps what it has under `directory`, once it is ready.
  static Launched sandbox(Path directory, String... more) throws IOException {
    var words = new ArrayList<>(List.of("sandbox", "--port", "0", "--switcher-port", "0"));
    words.addAll(List.of("--console-port", "0", "--data"));
    words.add(data(directory).toString());
    words.addAll(List.of(more));
    var launched = start(directory, words.toArray(String[]::new));
    await().atMost(PATIENCE).until(() -> !launched.process.isAlive() || !launched.said().isEmpty());
    assertThat(launched.said()).as(Files.readString(launched.err)).hasSize(1);
    return launched;
  }

  /// Where a sandbox under `directory` keeps what it has.
  static Path data(Path directory) {
    return directory.resolve("data");
  }

  /// Runs `./sakelar` with these words to its end.
  static Ended run(Path directory, String... words) throws IOException, InterruptedException {
    return start(directory, words).awaitEnd();
  }

  /// Runs lines of bash to their end, in the root of the repository.
  static Ended bash(Path directory, String lines) throws IOException, InterruptedException {
    return new Launched(directory, new ProcessBuilder("bash", "-euo", "pipefail", "-c", lines))
        .awaitEnd();
  }

  private Ended awaitEnd() throws IOException, InterruptedException {
    assertThat(process.waitFor(PATIENCE.toSeconds(), SECONDS)).isTrue();
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /// What it has said on standard output.
  List<String> said() throws IOException {
    return Files.readAllLines(out);
  }

  URI partners() throws IOException {
    return URI.create(ready().group(1));
  }

  URI switcher() throws IOException {
    return URI.create(ready().group(2));
  }

  URI console() throws IOException {
    return URI.create(ready().group(3));
  }

  private Matcher ready() throws IOException {
    var ready = READY.matcher(said().getFirst());
    assertThat(ready.matches()).as(said().getFirst()).isTrue();
    return ready;
  }

  Heard post(String path, String body) throws IOException {
    return ask(partners(), "POST", path, Body.of("application/json", body));
  }

  Heard look(String path) throws IOException {
    return ask(console(), "GET", path, Body.NONE);
  }

  private static Heard ask(URI base, String method, String path, Body body) throws IOException {
    var budget = Budget.of(Duration.ofSeconds(20), Duration.ofMinutes(1));
    try (var caller = new Caller(base, budget)) {
      return caller.ask(method, path, Map.of(), body);
    }
  }

  /// Tells it to stop, as Ctrl-C and service managers do.
  Ended stop() throws IOException, InterruptedException {
    process.destroy();
    return awaitEnd();
  }

  /// kill -9.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// Stops it if it runs, so that a test that failed leaves nothing behind.
  void end() throws IOException, InterruptedException {
    if (process.isAlive()) {
      stop();
    }
  }
}
