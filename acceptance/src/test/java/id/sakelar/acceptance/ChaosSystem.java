package id.sakelar.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.sakelar.money.Rupiah;
import id.sakelar.server.Database;
import id.sakelar.server.Settings;
import id.sakelar.server.catalog.CatalogFile;
import id.sakelar.server.catalog.CatalogStore;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.partner.Partner.Limits;
import id.sakelar.server.partner.PartnerStore;
import id.sakelar.server.partner.Secret;
import id.sakelar.server.partner.SecretFile;
import id.sakelar.server.partner.Vault;
import id.sakelar.simulator.SimulatedBiller;
import id.sakelar.simulator.Temper;
import id.sakelar.simulator.Temper.Latency;
import id.sakelar.simulator.Temper.Shares;
import id.sakelar.simulator.digiswitch.SimulatedDigiswitch;
import id.sakelar.wire.digiswitch.Account;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// A whole switch under one directory: PostgreSQL, a biller and two banks of bad temper behind bad
/// lines, the server, two partners and a few agents. For one thread.
final class ChaosSystem implements AutoCloseable {
  private static final String BILLER = "digiswitch";
  private static final Rupiah OPENING = Rupiah.of(2_000_000_000);

  /// The PINs of one agent are judged one after the other, which takes its time.
  private static final int AGENTS = 6;

  private static final Pattern ORDER =
      Pattern.compile("\"command\":\"pay-pasca\".*?\"ref_id\":\"([A-Z0-9]+)\"");

  /// Longer than an order belongs to its server, and shorter than it waits before "not found" means
  /// failed.
  private static final Duration HELD_BACK = Duration.ofSeconds(5);

  private static final Temper BAD =
      Temper.EVEN
          .withShares(new Shares(20, 30, 0, 0, 0))
          .withLatency(new Latency(Duration.ZERO, Duration.ofSeconds(2), false));

  private static final String PRODUCTS =
      """
      product,family,name,brand,upstream,upstream_product,admin,commission,open
      pln,electricity,PLN Pascabayar,PLN,digiswitch,pln,2500,1000,true
      """;

  private final Path directory;
  private final RandomGenerator chance;
  private final List<String> secrets = new ArrayList<>();
  private final List<ChaosPartner> partners = new ArrayList<>();
  private final List<ChaosAgent> agents = new ArrayList<>();
  private final ChaosDoors doors;
  private final ChaosDatabase database;
  private final SimulatedBiller biller;
  private final ChaosLine line;
  private final ChaosBanks banks;
  private final ChaosServer server;

  /// Starts everything.
  ///
  /// @param directory empty, or not there
  ChaosSystem(Path directory, ChaosPlan plan, ChaosEnd end) throws IOException, SQLException {
    this.directory = directory;
    this.chance = plan.chance("secrets");
    var ports = freePorts();
    var password = secret();
    var upstream = new Account("sakelar", secret());
    Vault.create(directory.resolve("vault.key"));
    secrets.add(Files.readString(directory.resolve("vault.key"), UTF_8));
    database = ChaosDatabase.create(directory, ports.get(0), password);
    biller = openBiller(upstream, plan);
    line = new ChaosLine(biller.port(), ORDER, HELD_BACK, plan.chance("line"), end);
    banks = new ChaosBanks(directory.resolve("billers"), HELD_BACK, plan, end);
    doors = ChaosDoors.at(ports.get(1), ports.get(3));
    writeSecret("database.password", password);
    writeSecret("digiswitch.key", upstream.apiKey());
    writeSecret("pin.pepper", secret());
    writeConfig(ports.get(1), ports.get(2), ports.get(3));
    database.awaitAnswers();
    fill(List.of("agen-satu", "agen-dua"), ports.get(1));
    server = new ChaosServer(config(), serverLog(), ports.get(2));
  }

  ChaosDatabase database() {
    return database;
  }

  SimulatedBiller biller() {
    return biller;
  }

  ChaosLine line() {
    return line;
  }

  ChaosServer server() {
    return server;
  }

  ChaosBanks banks() {
    return banks;
  }

  /// The bank's doors.
  ChaosDoors doors() {
    return doors;
  }

  List<ChaosPartner> partners() {
    return List.copyOf(partners);
  }

  List<ChaosAgent> agents() {
    return List.copyOf(agents);
  }

  /// The agents, logged in, which takes a server that is ready.
  List<ChaosTeller> tellers() throws InterruptedException {
    var tellers = new ArrayList<ChaosTeller>();
    for (ChaosAgent agent : agents) {
      tellers.add(agent.logIn(doors));
    }
    return tellers;
  }

  /// What no log may hold.
  List<String> secrets() {
    return List.copyOf(secrets);
  }

  Path config() {
    return directory.resolve("sakelar.properties");
  }

  Path serverLog() {
    return directory.resolve("server.log");
  }

  /// Kills whatever still runs.
  @Override
  public void close() throws IOException {
    server.close();
    line.close();
    banks.close();
    biller.close();
    database.close();
  }

  /// Below the ports that systems give to clients: a client that keeps trying a port nobody listens
  /// on would be given that very port some day, and talk to itself.
  private static List<Integer> freePorts() throws IOException {
    var ports = new ArrayList<Integer>();
    var random = new SecureRandom();
    while (ports.size() < 4) {
      int port = 20_000 + random.nextInt(12_000);
      if (!ports.contains(port) && isFree(port)) {
        ports.add(port);
      }
    }
    return ports;
  }

  private static boolean isFree(int port) throws IOException {
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (BindException _) {
      return false;
    }
  }

  private SimulatedBiller openBiller(Account upstream, ChaosPlan plan) throws IOException {
    var settings =
        new SimulatedDigiswitch.Settings(
            BILLER, upstream, directory.resolve("billers"), 0, Duration.ZERO);
    var opened = SimulatedDigiswitch.open(settings, InstantSource.system(), plan.chance("biller"));
    opened.change(BAD);
    return opened;
  }

  private void fill(List<String> names, int port) throws IOException, SQLException {
    var settings = Settings.read(config());
    try (var filled = Database.at(settings.database())) {
      filled.prepare();
      var vault = Vault.open(settings.vault().keyFile());
      var pepper = SecretFile.read(directory.resolve("pin.pepper"));
      new CatalogStore(filled.requests()).put(CatalogFile.read(PRODUCTS));
      var store = new PartnerStore(filled.requests(), vault);
      var deposits = new DepositStore(filled.plain());
      for (String name : names) {
        var account = new Account(name, secret());
        add(account, store, deposits);
        partners.add(ChaosPartner.of(account, OPENING, port));
      }
      for (int i = 1; i <= AGENTS; i++) {
        agents.add(ChaosAgent.add(i, secret(), OPENING, filled, vault, pepper));
      }
    }
  }

  private static void add(Account account, PartnerStore store, DepositStore deposits)
      throws SQLException {
    var name = account.username();
    deposits.open(name);
    deposits.topUp(name, "opening-" + name, OPENING, new SecureRandom());
    store.put(new Partner(name, name, true, List.of(), Limits.NONE, null));
    store.addKey(name, "digiswitch", name, new Secret(account.apiKey()));
  }

  private String secret() {
    var secret = String.format(Locale.ROOT, "%016x%016x", chance.nextLong(), chance.nextLong());
    secrets.add(secret);
    return secret;
  }

  private void writeSecret(String name, String secret) throws IOException {
    var owner = PosixFilePermissions.fromString("rw-------");
    var file = directory.resolve(name);
    Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
    Files.writeString(file, secret);
  }

  /// Everything faster than in production, in proportion: a biller that has been asked for fifteen
  /// seconds and never knew an order will not have it any more.
  private void writeConfig(int partnersPort, int consolePort, int switcherPort) throws IOException {
    var text =
        String.format(
            Locale.ROOT,
            """
            sakelar.database.url=%1$s
            sakelar.database.user=%2$s
            sakelar.database.password-file=%5$s/database.password
            sakelar.vault.key-file=%5$s/vault.key
            sakelar.partners.host=127.0.0.1
            sakelar.partners.port=%3$d
            sakelar.console.port=%4$d
            sakelar.answer-within.digiswitch=1500ms
            sakelar.recover-every=200ms
            sakelar.upstreams.digiswitch.dialect=digiswitch
            sakelar.upstreams.digiswitch.url=http://127.0.0.1:%6$d
            sakelar.upstreams.digiswitch.username=sakelar
            sakelar.upstreams.digiswitch.key-file=%5$s/digiswitch.key
            sakelar.upstreams.digiswitch.connect-within=2s
            sakelar.upstreams.digiswitch.read-within=3s
            sakelar.upstreams.digiswitch.lease=4s
            sakelar.upstreams.digiswitch.pace=0.005
            sakelar.upstreams.digiswitch.not-found-final=true
            sakelar.upstreams.digiswitch.not-found-after=15s
            sakelar.upstreams.digiswitch.not-found-apart=100ms
            sakelar.bank.name=BNI
            sakelar.bank.code=009
            sakelar.bank.bic=BNINIDJA
            sakelar.bank.pepper-file=%5$s/pin.pepper
            sakelar.bank.images=%5$s/images
            sakelar.agents.answer-within=4s
            sakelar.agents.looks-per-minute=100000
            sakelar.agents.looks-per-day=100000
            sakelar.switcher.port=%7$d
            """,
            database.url(),
            ChaosDatabase.USER,
            partnersPort,
            consolePort,
            directory,
            line.port(),
            switcherPort);
    Files.writeString(config(), text + banks.settings());
  }
}
