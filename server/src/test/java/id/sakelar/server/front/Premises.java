package id.sakelar.server.front;

import id.sakelar.http.Door;
import id.sakelar.http.Limits;
import id.sakelar.ledger.Books;
import id.sakelar.ledger.Finding;
import id.sakelar.money.Rupiah;
import id.sakelar.server.Database;
import id.sakelar.server.Settings.DatabaseSettings;
import id.sakelar.server.catalog.Catalog;
import id.sakelar.server.catalog.CatalogStore;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.catalog.Fees;
import id.sakelar.server.catalog.Offer;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.partner.LockoutStore;
import id.sakelar.server.partner.PartnerStore;
import id.sakelar.server.partner.Partners;
import id.sakelar.server.partner.Pseudonyms;
import id.sakelar.server.partner.SealedKeyStore;
import id.sakelar.server.partner.Secret;
import id.sakelar.server.partner.Vault;
import id.sakelar.server.payment.BillerProfile;
import id.sakelar.server.payment.Change;
import id.sakelar.server.payment.HouseAccounts;
import id.sakelar.server.payment.NumberStore;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.PostgresStore;
import id.sakelar.server.payment.References;
import id.sakelar.server.payment.TicketStore;
import id.sakelar.server.payment.Upstream;
import id.sakelar.server.payment.VirtualTasks;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;

/// A whole switch behind a door on a free port: real PostgreSQL, real books, real partners, and one
/// biller that is a puppet. Its clock stands still until it is set.
public final class Premises implements AutoCloseable {
  /// How long a partner's call is held here.
  public static final Duration PATIENCE = Duration.ofSeconds(3);

  /// What the puppet is called in the catalogue.
  public static final String UPSTREAM = "puppet";

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final EmbeddedPostgres SERVER = start();

  private final PuppetBiller biller = new PuppetBiller();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T05:00:00Z"));
  private final SecureRandom chance = new SecureRandom();
  private final Database database;
  private final Books<Change> books;
  private final PartnerStore partnerStore;
  private final Partners partners;
  private final Pseudonyms pseudonyms;
  private final CatalogStore catalogStore;
  private final Catalog catalog;
  private final NumberStore numbers;
  private final TicketStore tickets;
  private final DepositStore deposits;
  private final Payments payments;
  private final PostgresStore store;
  private final Door door;
  private final Vault vault;
  private final Deque<Runnable> kept = new ArrayDeque<>();

  private Premises(BiFunction<Premises, Door.Builder, Door.Builder> front)
      throws IOException, SQLException {
    this.database = Database.at(new Fresh("front_" + COUNT.incrementAndGet()));
    database.prepare();
    database.open(HouseAccounts.all(List.of(UPSTREAM)));
    this.vault = newVault();
    this.books =
        Books.open(database.plain(), PostgresStore.rows(vault), Books.Size.DEFAULT, chance);
    this.store = new PostgresStore(database.requests(), books, vault);
    this.partnerStore = new PartnerStore(database.requests(), vault);
    this.pseudonyms = Pseudonyms.open(new SealedKeyStore(database.requests(), vault, chance));
    this.partners =
        new Partners(partnerStore, new LockoutStore(database.requests()), now::get, chance);
    this.deposits = new DepositStore(database.requestPool());
    this.numbers = new NumberStore(database.requests(), chance);
    this.tickets = new TicketStore(database.requests(), pseudonyms);
    this.catalogStore = new CatalogStore(database.requests());
    this.catalog = new Catalog(catalogStore);
    this.payments =
        new Payments(
            store,
            catalog,
            Map.of(UPSTREAM, new Upstream(UPSTREAM, biller, BillerProfile.standard(), true)),
            new References(chance),
            now::get,
            new VirtualTasks(),
            PATIENCE);
    Residents.moveIn(partnerStore, deposits, chance);
    catalogStore.put(offers());
    this.door = front.apply(this, Door.on("127.0.0.1", 0, Limits.STANDARD, () -> "trace")).open();
  }

  /// Premises with one front.
  public static Premises open(BiFunction<Premises, Door.Builder, Door.Builder> front) {
    try {
      return new Premises(front);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EmbeddedPostgres start() {
    try {
      return id.sakelar.server.partner.Database.server().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Vault newVault() throws IOException {
    var file = Files.createTempDirectory("vault").resolve("key.json");
    Vault.create(file);
    return Vault.open(file);
  }

  /// The sandbox's products: what the published examples cost.
  private static List<Offer> offers() {
    return List.of(
        offer("pln", "PLN PASCABAYAR", 1_000, false),
        offer("pdam", "PDAM", 1_000, false),
        offer("internet", "INTERNET", 1_000, false),
        offer("hp", "HP", 1_500, false),
        offer("bpjs", "BPJS", 300, false),
        offer("multifinance", "MULTIFINANCE", 300, false),
        offer("pbb", "PBB", 500, false),
        offer("pgas", "PGAS", 500, false),
        offer("tv", "TV", 500, false),
        offer("samsat", "SAMSAT", 500, false),
        offer("plnnontaglis", "PLN NONTAGLIS", 500, true),
        offer("emoney", "EMONEY", 500, true),
        offer("kirimuang", "KIRIM UANG", 500, true));
  }

  private static Offer offer(String product, String brand, long commission, boolean hasBase) {
    return new Offer(
        product,
        family(product),
        brand,
        brand,
        null,
        Map.of(),
        new Offer.Route(UPSTREAM, product),
        new Fees(
            Rupiah.of(2_500),
            Rupiah.of(commission),
            hasBase ? Rupiah.of(1_500) : null,
            Rupiah.ZERO),
        null,
        true);
  }

  private static Family family(String product) {
    return switch (product) {
      case "pln" -> Family.ELECTRICITY;
      case "pdam" -> Family.WATER;
      case "internet" -> Family.INTERNET;
      case "hp" -> Family.MOBILE;
      case "bpjs" -> Family.HEALTH_INSURANCE;
      case "multifinance" -> Family.MULTIFINANCE;
      case "pbb" -> Family.PROPERTY_TAX;
      case "pgas" -> Family.GAS;
      case "tv" -> Family.TELEVISION;
      case "samsat" -> Family.VEHICLE_TAX;
      case "plnnontaglis" -> Family.ELECTRICITY_NON_BILL;
      case "emoney" -> Family.EMONEY_TOPUP;
      case "kirimuang" -> Family.MONEY_TRANSFER;
      default -> throw new IllegalArgumentException(product);
    };
  }

  /// Sells more products. What was sold already may stay as it was for five seconds.
  public void sell(Offer... more) {
    catalogStore.put(List.of(more));
  }

  /// Has everybody known in another dialect, under the same usernames.
  ///
  /// @param stored what is kept of a partner's key in this dialect
  public void introduce(String dialect, Function<Key, Secret> stored) {
    for (Key key : Key.ALL) {
      partnerStore.addKey(key.partner(), dialect, key.username(), stored.apply(key));
    }
  }

  /// Puts more money into a deposit, once.
  public void topUp(Key key, Rupiah amount) throws SQLException {
    deposits.topUp(key.partner(), "more-" + key.partner(), amount, chance);
  }

  /// Has a guest leave after the door is closed, while the database is there.
  public void keep(Runnable leave) {
    kept.push(leave);
  }

  public Database database() {
    return database;
  }

  public Vault vault() {
    return vault;
  }

  public int port() {
    return door.port();
  }

  public Pseudonyms pseudonyms() {
    return pseudonyms;
  }

  public PuppetBiller biller() {
    return biller;
  }

  public Partners partners() {
    return partners;
  }

  public PartnerStore partnerStore() {
    return partnerStore;
  }

  public Catalog catalog() {
    return catalog;
  }

  public NumberStore numbers() {
    return numbers;
  }

  public TicketStore tickets() {
    return tickets;
  }

  public DepositStore deposits() {
    return deposits;
  }

  public Payments payments() {
    return payments;
  }

  public PostgresStore store() {
    return store;
  }

  public Rupiah deposit(Key key) {
    return deposits.balance(partnerStore.findPartner(key.partner()).orElseThrow());
  }

  public InstantSource clock() {
    return now::get;
  }

  public void setTime(Instant instant) {
    now.set(instant);
  }

  /// As if the time were over for which refusals are remembered.
  public void forgetRefusals() {
    database
        .requests()
        .useHandle(handle -> handle.execute("UPDATE refusal SET until = clock_timestamp()"));
  }

  /// Cuts everybody off from the database.
  public void loseDatabase() {
    database.close();
  }

  /// Everything that is wrong with the books and the payments.
  public List<Finding> audit() throws SQLException, IOException {
    return database.audit();
  }

  @Override
  public void close() {
    door.close();
    while (!kept.isEmpty()) {
      kept.pop().run();
    }
    books.close();
    database.close();
  }

  /// A new database on the one server of the test run.
  private record Fresh(String name) implements DatabaseSettings {
    private Fresh {
      try (var server = SERVER.getPostgresDatabase().getConnection();
          var create = server.createStatement()) {
        create.execute("CREATE DATABASE " + name);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public String url() {
      return SERVER.getJdbcUrl("postgres", name);
    }

    @Override
    public String user() {
      return "postgres";
    }

    @Override
    public Optional<Path> passwordFile() {
      return Optional.empty();
    }

    @Override
    public int pool() {
      return 8;
    }

    @Override
    public int writers() {
      return 2;
    }
  }
}
