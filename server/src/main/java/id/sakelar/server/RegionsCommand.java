package id.sakelar.server;

import id.sakelar.server.banking.RegionStore;
import id.sakelar.server.banking.RegionsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sakelar regions`: places and their postal codes.
@Command(name = "regions", description = "Imports places and their postal codes.")
final class RegionsCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "import",
      description = "Puts the places of a CSV file in the place of all that are known.")
  int importFile(@Mixin ConfigOption config, @Parameters(paramLabel = "FILE") Path file)
      throws IOException {
    var regions = RegionsFile.read(Files.readString(file));
    try (var database = config.database()) {
      new RegionStore(database.requests()).replace(regions);
    }
    spec.commandLine().getOut().println("Imported " + regions.size() + " places.");
    return 0;
  }
}
