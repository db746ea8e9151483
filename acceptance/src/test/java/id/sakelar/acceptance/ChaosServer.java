package id.sakelar.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The server as a process of its own, started again at once whenever it ends, as an operator's
/// supervisor does. Dies with this process. Thread-safe.
final class ChaosServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path config;
  private final Path log;
  private final List<String> patches;
  private final URI ready;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Thread supervisor;
  private boolean wanted = true;
  private Process process;
  private int starts;

  /// Starts it.
  ///
  /// @param log gets all it writes, start after start
  /// @param patches folders of classes that stand before its own
  ChaosServer(Path config, Path log, int consolePort, List<String> patches) {
    this.config = config;
    this.log = log;
    this.patches = List.copyOf(patches);
    this.ready = URI.create("http://127.0.0.1:" + consolePort + "/health/ready");
    this.process = launch();
    this.supervisor = Thread.ofVirtual().name("supervisor").start(this::supervise);
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /// Returns when it takes payments.
  void awaitReady() {
    await("a server that takes payments").atMost(PATIENCE).until(this::isReady);
  }

  /// Kills it, and returns when it is gone; the supervisor sees to the rest.
  void kill() throws InterruptedException {
    var doomed = current();
    doomed.destroyForcibly();
    if (!doomed.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("kill -9 did not end the server");
    }
  }

  /// Stops it as it stands, in the middle of whatever it does.
  void pause() {
    signal("STOP");
  }

  /// Lets it go on where it was stopped, if it still lives.
  void resume() {
    signal("CONT");
  }

  private void signal(String name) {
    var target = current();
    if (target.isAlive()) {
      try {
        new ProcessBuilder("kill", "-" + name, Long.toString(target.pid())).start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// How often it was started.
  synchronized int starts() {
    return starts;
  }

  /// Runs a command on the same configuration.
  ///
  /// @return its exit code
  int run(String command) throws IOException, InterruptedException {
    var running = new ProcessBuilder(commandLine(command)).redirectErrorStream(true);
    return running.redirectOutput(Redirect.appendTo(log.toFile())).start().waitFor();
  }

  /// Asks it to stop.
  ///
  /// @return its exit code
  int stop() throws InterruptedException {
    Process last = release();
    last.destroy();
    supervisor.join();
    return last.waitFor();
  }

  @Override
  public void close() {
    release().destroyForcibly();
  }

  private synchronized Process release() {
    wanted = false;
    return process;
  }

  private synchronized Process current() {
    return process;
  }

  private void supervise() {
    try {
      do {
        current().waitFor();
      } while (isStartedAgain());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean isStartedAgain() {
    if (wanted) {
      process = launch();
    }
    return wanted;
  }

  private synchronized Process launch() {
    starts++;
    try {
      return new ProcessBuilder(commandLine("serve"))
          .redirectErrorStream(true)
          .redirectOutput(Redirect.appendTo(log.toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What a server runs on.
  static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private List<String> commandLine(String command) {
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:+UseSerialGC", "-Xmx256m", "-XX:-HeapDumpOnOutOfMemoryError"));
    var whole = new ArrayList<>(patches);
    whole.add(classPath());
    line.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED", "-cp", String.join(File.pathSeparator, whole)));
    line.addAll(List.of("id.sakelar.server.Main", command, "--config", config.toString()));
    return line;
  }

  private boolean isReady() throws InterruptedException {
    try {
      var request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException _) {
      return false;
    }
  }
}
