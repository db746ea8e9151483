package id.sakelar.server;

import id.sakelar.server.partner.SecretFile;
import id.sakelar.server.partner.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sakelar key`: the files with what the database must not know.
@Command(name = "key", description = "Makes the files with what the database must not know.")
final class KeyCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "create",
      description = "Makes the key file that seals secrets, readable by its owner only.")
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

  @Command(
      name = "pepper",
      description = "Makes the file that PINs are hashed under, readable by its owner only.")
  int pepper(@Parameters(paramLabel = "FILE") Path file) throws IOException {
    SecretFile.create(file, new SecureRandom());
    spec.commandLine()
        .getOut()
        .println(
            "Made "
                + file
                + ". Back it up apart from the database: without it every PIN has to be set anew.");
    return 0;
  }
}
