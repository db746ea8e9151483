package id.sakelar.server;

import id.sakelar.server.partner.LockoutStore;
import id.sakelar.server.partner.OperatorStore;
import id.sakelar.server.partner.Operators;
import id.sakelar.server.partner.SecretFile;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import picocli.CommandLine.Option;

/// Who decides: the options that every decision has.
final class OperatorOption {
  @Option(
      names = "--as",
      required = true,
      paramLabel = "NAME",
      description = "The operator who decides.")
  private String name = "";

  @Option(
      names = "--secret-file",
      required = true,
      paramLabel = "FILE",
      description = "The file with the operator's secret, readable by its owner only.")
  private Path file = Path.of("secret");

  /// The name of the operator, once it is proven.
  ///
  /// @throws IllegalArgumentException if it is not, or too many were not
  String proven(Database database) throws IOException {
    var operators =
        new Operators(
            new OperatorStore(database.requests()),
            new LockoutStore(database.requests()),
            InstantSource.system(),
            new SecureRandom());
    var secret = SecretFile.read(file);
    return switch (operators.prove(name, secret, InetAddress.getLoopbackAddress())) {
      case RIGHT -> name;
      case WRONG ->
          throw new IllegalArgumentException(
              "there is no operator " + name + ", or that is not its secret");
      case NOT_NOW -> throw new IllegalArgumentException("too many wrong secrets; try again later");
    };
  }
}
