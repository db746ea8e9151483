package id.sakelar.server;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The option that every command on a running system has.
final class ConfigOption {
  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The configuration file.")
  private Path file = Path.of("sakelar.properties");

  Settings settings() throws IOException {
    return Settings.read(file);
  }

  /// The configured database as it is: nothing is upgraded and nothing refused.
  Database databaseAsItIs() throws IOException {
    return Database.at(settings().database());
  }

  /// Connects to the configured database and brings its schema up to date.
  Database database() throws IOException {
    var database = Database.at(settings().database());
    database.prepare();
    return database;
  }
}
