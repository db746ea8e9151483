package id.sakelar.sandbox;

import id.sakelar.http.Door;
import id.sakelar.server.Server;
import id.sakelar.server.Settings;
import id.sakelar.server.console.Health;
import id.sakelar.server.partner.Vault;
import id.sakelar.simulator.SimulatedBiller;
import id.sakelar.simulator.SimulatorConsole;
import id.sakelar.simulator.digiswitch.SimulatedDigiswitch;
import id.sakelar.wire.digiswitch.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;

/// A running sandbox. Not for many threads.
public final class Sandbox implements AutoCloseable {
  private static final String BILLER = "digiswitch";
  private static final Account OURS = new Account("sakelar", "sakelar-at-the-simulated-biller");

  private final Options options;
  private final Deque<Part> parts = new ArrayDeque<>();

  /// How a sandbox is started.
  ///
  /// @param port of the partners' APIs; 0 for a free one
  /// @param consolePort of the console; 0 for a free one
  /// @param directory of everything it keeps
  /// @param fresh whether to forget what an earlier one kept
  /// @param pendingFor how long the pending test numbers stay undecided
  public record Options(
      int port, int consolePort, Path directory, boolean fresh, Duration pendingFor) {}

  private Sandbox(Options options) {
    this.options = options;
  }

  /// Starts everything; payments are taken when this returns.
  ///
  /// @throws IOException if the directory cannot be used or another sandbox uses it
  public static Running start(Options options) throws IOException {
    var sandbox = new Sandbox(options);
    try {
      return sandbox.build();
    } catch (IOException | RuntimeException e) {
      sandbox.close();
      throw e;
    }
  }

  /// A sandbox and where it is.
  public record Running(Sandbox sandbox, int port, int consolePort) {}

  private Running build() throws IOException {
    var directory = options.directory();
    Files.createDirectories(directory);
    lock(directory);
    EmbeddedDatabase.stopOrphan(directory);
    if (options.fresh()) {
      Forgetting.under(directory.resolve("postgresql"));
      Forgetting.under(directory.resolve("billers"));
    }
    var database = EmbeddedDatabase.start(directory);
    parts.push(database::close);
    var biller =
        SimulatedDigiswitch.open(
            new SimulatedDigiswitch.Settings(
                BILLER, OURS, directory.resolve("billers"), 0, options.pendingFor()),
            InstantSource.system(),
            new SplittableRandom(1));
    parts.push(biller::close);
    var values = settings(directory, database, biller);
    write(values, directory.resolve("sakelar.properties"));
    var settings = Settings.of(values, Map.of());
    DemoData.load(settings);
    var server = Server.start(settings, pages(biller));
    parts.push(server::close);
    return new Running(this, server.partnersPort(), server.consolePort());
  }

  private static Consumer<Door.Builder> pages(SimulatedBiller biller) {
    var console = new SimulatorConsole(List.of(biller), InstantSource.system());
    return door ->
        console
            .listPages()
            .forEach(
                page -> door.serve(page.method(), page.path(), page.handler(), Health.REFUSALS));
  }

  private Map<String, String> settings(
      Path directory, EmbeddedDatabase database, SimulatedBiller biller) throws IOException {
    var upstream = "sakelar.upstreams." + BILLER + ".";
    var values = new TreeMap<String, String>();
    values.put("sakelar.database.url", database.url());
    values.put("sakelar.database.user", "postgres");
    values.put("sakelar.vault.key-file", keyFile(directory).toString());
    values.put("sakelar.partners.host", "127.0.0.1");
    values.put("sakelar.partners.port", "" + options.port());
    values.put("sakelar.partners.price-lists", "300");
    values.put("sakelar.console.port", "" + options.consolePort());
    values.put("sakelar.webhooks.allow-loopback", "true");
    values.put(upstream + "dialect", "digiswitch");
    values.put(upstream + "url", "http://127.0.0.1:" + biller.port());
    values.put(upstream + "username", OURS.username());
    values.put(upstream + "key-file", upstreamKey(directory).toString());
    values.put(upstream + "read-within", "10s");
    values.put(upstream + "lease", "12s");
    values.put(upstream + "pace", "0.02");
    values.put(upstream + "takes-tests", "true");
    values.put(upstream + "not-found-final", "true");
    values.put(upstream + "not-found-after", "30s");
    values.put(upstream + "not-found-apart", "1s");
    return values;
  }

  /// For the operator's commands, which work on a running sandbox as on any other system.
  private static void write(Map<String, String> values, Path file) throws IOException {
    var lines = values.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
    Files.write(file, lines);
  }

  private static Path keyFile(Path directory) throws IOException {
    var file = directory.resolve("vault.key");
    if (!Files.exists(file)) {
      Vault.create(file);
    }
    return file;
  }

  private static Path upstreamKey(Path directory) throws IOException {
    var file = directory.resolve("digiswitch.key");
    if (!Files.exists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, OURS.apiKey());
    return file;
  }

  /// Held for as long as this process lives, however it ends.
  private void lock(Path directory) throws IOException {
    var channel =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    parts.push(channel::close);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      throw new IOException("another sandbox uses " + directory);
    }
  }

  /// Takes everything down in order, so that the next start has nothing to recover.
  @Override
  public void close() {
    IOException failed = null;
    while (!parts.isEmpty()) {
      try {
        parts.pop().stop();
      } catch (IOException e) {
        failed = e;
      }
    }
    if (failed != null) {
      throw new UncheckedIOException(failed);
    }
  }

  /// How a part of the sandbox is taken down.
  @FunctionalInterface
  private interface Part {
    void stop() throws IOException;
  }
}
