package id.sakelar.sandbox;

import id.sakelar.http.Door;
import id.sakelar.server.Server;
import id.sakelar.server.Settings;
import id.sakelar.server.console.Health;
import id.sakelar.server.partner.SecretFile;
import id.sakelar.server.partner.Vault;
import id.sakelar.simulator.SimulatedHost;
import id.sakelar.simulator.SimulatorConsole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// A running sandbox. Not for many threads.
public final class Sandbox implements AutoCloseable {
  private final Options options;
  private final Deque<Part> parts = new ArrayDeque<>();

  /// How a sandbox is started.
  ///
  /// @param port of the partners' APIs; 0 for a free one
  /// @param switcherPort of the switcher between banks; 0 for a free one
  /// @param consolePort of the console; 0 for a free one
  /// @param directory of everything it keeps
  /// @param fresh whether to forget what an earlier one kept
  /// @param pendingFor how long the pending test numbers stay undecided
  public record Options(
      int port,
      int switcherPort,
      int consolePort,
      Path directory,
      boolean fresh,
      Duration pendingFor) {}

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
  public record Running(Sandbox sandbox, int port, int switcherPort, int consolePort) {}

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
    var billers = Billers.open(directory, options.pendingFor());
    parts.push(billers::close);
    var banks = Banks.open(directory.resolve("billers"));
    parts.push(banks::close);
    var values = settings(directory, database, billers);
    values.putAll(banks.settings());
    write(values, directory.resolve("sakelar.properties"));
    var settings = Settings.of(values, Map.of());
    boolean unpaid = DemoData.load(settings, InstantSource.system().instant());
    var server = Server.start(settings, pages(billers, banks));
    parts.push(server::close);
    billers.callAt(server.partnersPort());
    if (unpaid) {
      PrintedCardPayment.make(server.partnersPort(), settings);
    }
    return new Running(
        this, server.partnersPort(), server.switcherPort().orElseThrow(), server.consolePort());
  }

  private static Consumer<Door.Builder> pages(Billers billers, Banks banks) {
    var hosts = new ArrayList<SimulatedHost>(billers.all());
    hosts.addAll(banks.all());
    var console = new SimulatorConsole(hosts, InstantSource.system());
    return door ->
        console
            .listPages()
            .forEach(
                page -> door.serve(page.method(), page.path(), page.handler(), Health.REFUSALS));
  }

  private Map<String, String> settings(Path directory, EmbeddedDatabase database, Billers billers)
      throws IOException {
    var values = new TreeMap<String, String>(billers.settings());
    values.put("sakelar.database.url", database.url());
    values.put("sakelar.database.user", "postgres");
    values.put("sakelar.vault.key-file", keyFile(directory).toString());
    values.put("sakelar.partners.host", "127.0.0.1");
    values.put("sakelar.partners.port", "" + options.port());
    values.put("sakelar.partners.price-lists", "300");
    values.put("sakelar.console.port", "" + options.consolePort());
    values.put("sakelar.webhooks.allow-loopback", "true");
    values.put("sakelar.partners.sample-cards", "4137777777777777,413777777777777");
    values.put("sakelar.bank.name", "BNI");
    values.put("sakelar.bank.code", "009");
    values.put("sakelar.bank.bic", "BNINIDJA");
    values.put("sakelar.bank.pepper-file", pepperFile(directory).toString());
    values.put("sakelar.bank.images", directory.resolve("images").toString());
    values.put("sakelar.agents.strict-identity", "false");
    values.put("sakelar.agents.looks-per-minute", "300");
    values.put("sakelar.switcher.port", "" + options.switcherPort());
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

  private static Path pepperFile(Path directory) throws IOException {
    var file = directory.resolve("pin.pepper");
    if (!Files.exists(file)) {
      SecretFile.create(file, new SecureRandom());
    }
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
