package id.sakelar.server;

import id.sakelar.server.partner.Vault;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sakelar key`: the key that seals secrets in the database.
@Command(name = "key", description = "The key file that seals partners' secrets at rest.")
final class KeyCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "create", description = "Makes a new key file, readable by its owner only.")
  int create(@Parameters(paramLabel = "FILE") Path file) throws IOException {
    Vault.create(file);
    spec.commandLine()
        .getOut()
        .println(
            "Made "
                + file
                + ". Back it up apart from the database: without it no partner's key opens.");
    return 0;
  }
}
