package id.sakelar.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.sakelar.money.Rupiah;
import id.sakelar.server.Database;
import id.sakelar.server.Settings;
import id.sakelar.server.catalog.CatalogFile;
import id.sakelar.server.catalog.CatalogStore;
import id.sakelar.server.partner.SecretFile;
import id.sakelar.server.partner.Vault;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A whole switch under one directory: PostgreSQL, three billers and two banks of bad temper behind
/// bad lines, two servers on the one database, partners in every dialect and a few agents. For one
/// thread.
final class ChaosSystem implements AutoCloseable {
  private static final Rupiah OPENING = Rupiah.of(2_000_000_000);
  private static final int SERVERS = 2;

  /// The PINs of one agent are judged one after the other, which takes its time.
  private static final int AGENTS = 6;

  /// Longer than an order belongs to its server, and shorter than it waits before "not found" means
  /// failed.
  private static final Duration HELD_BACK = Duration.ofSeconds(5);

  private static final String PRODUCTS =
      """
      product,family,name,brand,upstream,upstream_product,admin,commission,open,iak,mmbc
      pln,electricity,PLN Pascabayar,PLN,digiswitch,pln,2500,1000,true,,
      plnpostpaid,electricity,PLN POSTPAID,PLN,iak,PLNPOSTPAID,2500,600,true,PLNPOSTPAID,
      samsat-jabar,vehicle-tax,SAMSAT_JABAR,SAMSAT,mmbc,SAMSAT_JABAR,5000,0,true,,SAMSAT_JABAR
      """;

  /// Everything at another switch, under the same names.
  private static final String PRODUCTS_ELSEWHERE =
      """
      product,family,name,brand,upstream,upstream_product,admin,commission,open,iak,mmbc
      pln,electricity,PLN Pascabayar,PLN,second,pln,3500,500,true,,
      plnpostpaid,electricity,PLN POSTPAID,PLN,second,plnpostpaid,3500,500,true,PLNPOSTPAID,
      samsat-jabar,vehicle-tax,SAMSAT_JABAR,SAMSAT,second,samsat-jabar,6000,0,true,,SAMSAT_JABAR
      """;

  private final Path directory;
  private final RandomGenerator chance;
  private final List<String> secrets = new ArrayList<>();
  private final List<ChaosAgent> agents = new ArrayList<>();
  private final ChaosFaults wireFaults = new ChaosFaults();
  private final ChaosPartners partners;
  private final ChaosDoors doors;
  private final ChaosDatabase database;
  private final ChaosWire wire;
  private final ChaosBillers billers;
  private final ChaosBanks banks;
  private final ChaosWebhooks webhooks;
  private final List<ChaosServer> servers = new ArrayList<>();

  /// The ports of one server.
  private record Ports(int partners, int console, int switcher) {}

  /// Starts everything.
  ///
  /// @param directory empty, or not there
  /// @param patches folders of classes that stand before those of the servers
  /// @param second where everything is paid, if not at billers
  ChaosSystem(
      Path directory,
      ChaosPlan plan,
      List<String> patches,
      Optional<ChaosSystem> second,
      ChaosEnd end)
      throws IOException, SQLException {
    this.directory = directory;
    this.chance = plan.chance("secrets");
    var free = freePorts(1 + 3 * SERVERS);
    var ports = new ArrayList<Ports>();
    for (int i = 0; i < SERVERS; i++) {
      ports.add(new Ports(free.get(3 * i + 1), free.get(3 * i + 2), free.get(3 * i + 3)));
    }
    var password = secret();
    var key = second.map(it -> it.partners.chained().account().apiKey()).orElseGet(this::secret);
    Vault.create(directory.resolve("vault.key"));
    secrets.add(Files.readString(directory.resolve("vault.key"), UTF_8));
    database = ChaosDatabase.create(directory, free.getFirst(), password);
    wire = new ChaosWire(free.getFirst(), wireFaults, end);
    billers =
        second.isPresent()
            ? ChaosBillers.chain(second.get().doors.platform().ports(), HELD_BACK, plan, end)
            : ChaosBillers.open(directory.resolve("billers"), key, HELD_BACK, plan, end);
    banks = new ChaosBanks(directory.resolve("billers"), HELD_BACK, plan, end);
    webhooks = new ChaosWebhooks(secret());
    var platform = ChaosPost.to(ChaosPorts.of(ports.stream().map(Ports::partners).toList()));
    var switcher = ChaosPost.to(ChaosPorts.of(ports.stream().map(Ports::switcher).toList()));
    doors = new ChaosDoors(platform, switcher);
    writeSecret("database.password", password);
    writeSecret("billers.key", key);
    writeSecret("pin.pepper", secret());
    for (int i = 0; i < SERVERS; i++) {
      Files.writeString(config(i), settings(ports.get(i)));
    }
    database.awaitAnswers();
    partners = new ChaosPartners(platform, OPENING);
    fill(second.isPresent() ? PRODUCTS_ELSEWHERE : PRODUCTS);
    for (int i = 0; i < SERVERS; i++) {
      servers.add(new ChaosServer(config(i), log(i), ports.get(i).console(), patches));
    }
  }

  ChaosDatabase database() {
    return database;
  }

  /// What the line to the database is to meet.
  ChaosFaults wireFaults() {
    return wireFaults;
  }

  List<ChaosServer> servers() {
    return List.copyOf(servers);
  }

  /// Returns when all servers take payments.
  void awaitReady() {
    servers.forEach(ChaosServer::awaitReady);
  }

  ChaosBillers billers() {
    return billers;
  }

  ChaosBanks banks() {
    return banks;
  }

  /// All lines to billers and banks.
  List<ChaosLine> lines() {
    var lines = new ArrayList<>(billers.lines());
    banks.hosts().forEach(host -> lines.add(host.line()));
    return lines;
  }

  ChaosWebhooks webhooks() {
    return webhooks;
  }

  /// The bank's doors.
  ChaosDoors doors() {
    return doors;
  }

  ChaosPartners partners() {
    return partners;
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

  /// Of one of the servers.
  Path config(int server) {
    return directory.resolve("sakelar-" + server + ".properties");
  }

  Path log(int server) {
    return directory.resolve("server-" + server + ".log");
  }

  /// Kills whatever still runs.
  @Override
  public void close() throws IOException {
    servers.forEach(ChaosServer::close);
    wire.close();
    billers.close();
    banks.close();
    webhooks.close();
    database.close();
  }

  /// Below the ports that systems give to clients: a client that keeps trying a port nobody listens
  /// on would be given that very port some day, and talk to itself.
  private static List<Integer> freePorts(int count) throws IOException {
    var ports = new ArrayList<Integer>();
    var random = new SecureRandom();
    while (ports.size() < count) {
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

  private void fill(String products) throws IOException, SQLException {
    var settings = Settings.read(config(0));
    try (var filled = Database.at(settings.database())) {
      filled.prepare();
      var vault = Vault.open(settings.vault().keyFile());
      var pepper = SecretFile.read(directory.resolve("pin.pepper"));
      new CatalogStore(filled.requests()).put(CatalogFile.read(products));
      partners.fill(filled, vault, webhooks, this::secret);
      for (int i = 1; i <= AGENTS; i++) {
        agents.add(ChaosAgent.add(i, secret(), OPENING, filled, vault, pepper));
      }
    }
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

  private String settings(Ports ports) {
    var text =
        String.format(
            Locale.ROOT,
            """
            sakelar.database.url=%1$s
            sakelar.database.user=%2$s
            sakelar.database.password-file=%3$s/database.password
            sakelar.vault.key-file=%3$s/vault.key
            sakelar.partners.host=127.0.0.1
            sakelar.partners.port=%4$d
            sakelar.console.port=%5$d
            sakelar.answer-within.digiswitch=1500ms
            sakelar.answer-within.iak=1500ms
            sakelar.answer-within.mmbc=1500ms
            sakelar.recover-every=200ms
            sakelar.webhooks.allow-loopback=true
            sakelar.bank.name=BNI
            sakelar.bank.code=009
            sakelar.bank.bic=BNINIDJA
            sakelar.bank.pepper-file=%3$s/pin.pepper
            sakelar.bank.images=%3$s/images
            sakelar.agents.answer-within=4s
            sakelar.agents.looks-per-minute=100000
            sakelar.agents.looks-per-day=100000
            sakelar.switcher.port=%6$d
            """,
            database.url(wire.port()),
            ChaosDatabase.USER,
            directory,
            ports.partners(),
            ports.console(),
            ports.switcher());
    return text + billers.settings(directory.resolve("billers.key")) + banks.settings();
  }
}
