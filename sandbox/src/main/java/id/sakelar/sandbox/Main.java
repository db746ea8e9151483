package id.sakelar.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `sakelar sandbox`: everything in one command, until it is told to stop.
@Command(
    name = "sakelar sandbox",
    mixinStandardHelpOptions = true,
    versionProvider = id.sakelar.server.Main.Version.class,
    description = "Runs the switch with an embedded PostgreSQL and simulated billers.")
public final class Main implements Callable<Integer> {
  @Option(names = "--port", description = "Port of the partners' APIs (${DEFAULT-VALUE}).")
  private int port = 8080;

  @Option(
      names = "--switcher-port",
      description = "Port of the switcher between banks (${DEFAULT-VALUE}).")
  private int switcherPort = 7221;

  @Option(names = "--console-port", description = "Port of the console (${DEFAULT-VALUE}).")
  private int consolePort = 8090;

  @Option(names = "--data", description = "Directory of everything it keeps (${DEFAULT-VALUE}).")
  private Path data = Path.of(".sakelar");

  @Option(names = "--fresh", description = "Starts from the demo data again.")
  private boolean fresh;

  @Option(
      names = "--pending-seconds",
      description = "How long the pending test numbers stay undecided (${DEFAULT-VALUE}).")
  private int pendingSeconds = 20;

  /// Runs a sandbox and exits 0 when it was stopped, 1 when it could not start.
  public static void main(String[] arguments) {
    id.sakelar.server.Main.logForPeopleOnATerminal();
    System.exit(id.sakelar.server.Main.commandLine(new Main()).execute(arguments));
  }

  private void check() {
    if (pendingSeconds < 0) {
      throw new IllegalArgumentException("--pending-seconds is 0 or more");
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    var options =
        new Sandbox.Options(
            port,
            switcherPort,
            consolePort,
            data.toAbsolutePath(),
            fresh,
            Duration.ofSeconds(pendingSeconds));
    var running = Sandbox.start(options);
    System.out.printf(
        "Sakelar is ready: partners http://localhost:%d switcher http://localhost:%d console"
            + " http://localhost:%d%n",
        running.port(), running.switcherPort(), running.consolePort());
    System.out.flush();
    id.sakelar.server.Main.stopWhenTold(running.sandbox()::close);
    return 0;
  }
}
