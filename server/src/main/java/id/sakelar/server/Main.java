package id.sakelar.server;

import java.io.Console;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

/// The commands an operator types.
@Command(
    name = "sakelar",
    description = "A payment switch for bill payment counters.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Main.Version.class,
    footer = {
      "",
      "sakelar sandbox starts everything a newcomer needs; see sakelar sandbox --help."
    },
    subcommands = {
      ServeCommand.class,
      AuditCommand.class,
      PartnerCommand.class,
      OperatorCommand.class,
      ReviewCommand.class,
      AgentCommand.class,
      AccountCommand.class,
      CatalogCommand.class,
      UpstreamCommand.class,
      ReconcileCommand.class,
      RegionsCommand.class,
      WebhookCommand.class,
      KeyCommand.class
    })
public final class Main {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  Main() {}

  /// Runs one command and exits with its code: 0 when it did what was asked, 1 when it could not, 2
  /// when it was not understood.
  public static void main(String[] arguments) {
    logForPeopleOnATerminal();
    System.exit(commandLine(new Main()).execute(arguments));
  }

  /// A command line that tells what went wrong in one line and not in a stack trace.
  public static CommandLine commandLine(Object command) {
    return new CommandLine(command)
        .setExecutionExceptionHandler(
            (problem, line, _) -> {
              line.getErr().println("sakelar: " + describe(problem));
              return 1;
            });
  }

  /// Plain lines where a person looks on, JSON lines everywhere else.
  public static void logForPeopleOnATerminal() {
    boolean watched = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    if (watched && System.getProperty("sakelar.log") == null) {
      System.setProperty("sakelar.log", "plain");
    }
  }

  /// Waits until the process is told to stop, runs `stop`, and ends the process with exit code 0.
  public static void stopWhenTold(Runnable stop) throws InterruptedException {
    var runtime = Runtime.getRuntime();
    runtime.addShutdownHook(
        new Thread(
            () -> {
              stop.run();
              runtime.halt(0);
            }));
    new CountDownLatch(1).await();
  }

  /// What went wrong in words for an operator. Whatever nobody expected may quote a row or a
  /// statement, so that it goes to the log at debug level only.
  private static String describe(Exception problem) {
    return switch (problem) {
      case FileSystemException e -> "cannot use the file " + e.getFile() + ": " + reason(e);
      case IOException e -> String.valueOf(e.getMessage());
      case IllegalArgumentException e -> String.valueOf(e.getMessage());
      case IllegalStateException e -> String.valueOf(e.getMessage());
      default -> {
        LOG.debug("a command failed", problem);
        yield "it could not be done; -Dsakelar.log.level=DEBUG in SAKELAR_JAVA_OPTS says why";
      }
    };
  }

  private static String reason(FileSystemException e) {
    return switch (e) {
      case NoSuchFileException _ -> "there is none";
      case FileAlreadyExistsException _ -> "it is there already";
      case AccessDeniedException _ -> "access is denied";
      default -> String.valueOf(e.getReason());
    };
  }

  /// The version in the jar's manifest.
  public static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      var version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"sakelar " + (version == null ? "development" : version)};
    }
  }
}
