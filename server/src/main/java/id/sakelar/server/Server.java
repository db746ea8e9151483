package id.sakelar.server;

import id.sakelar.http.Budget;
import id.sakelar.http.Door;
import id.sakelar.http.Limits;
import id.sakelar.http.WebhookCaller;
import id.sakelar.http.WebhookPolicy;
import id.sakelar.ledger.Books;
import id.sakelar.server.Settings.UpstreamSettings;
import id.sakelar.server.catalog.Catalog;
import id.sakelar.server.catalog.CatalogStore;
import id.sakelar.server.console.DeadLetters;
import id.sakelar.server.console.Figures;
import id.sakelar.server.console.FiguresStore;
import id.sakelar.server.console.Health;
import id.sakelar.server.console.ReviewDoor;
import id.sakelar.server.console.ReviewFigures;
import id.sakelar.server.console.UpstreamPage;
import id.sakelar.server.front.digiswitch.DigiswitchFront;
import id.sakelar.server.front.digiswitch.DigiswitchWebhook;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.partner.LockoutStore;
import id.sakelar.server.partner.OperatorStore;
import id.sakelar.server.partner.Operators;
import id.sakelar.server.partner.PartnerStore;
import id.sakelar.server.partner.Partners;
import id.sakelar.server.partner.Pseudonyms;
import id.sakelar.server.partner.SealedKeyStore;
import id.sakelar.server.partner.Vault;
import id.sakelar.server.payment.BalanceStore;
import id.sakelar.server.payment.CallbackStore;
import id.sakelar.server.payment.CaseStore;
import id.sakelar.server.payment.Change;
import id.sakelar.server.payment.ClaimStore;
import id.sakelar.server.payment.Comparisons;
import id.sakelar.server.payment.FlightStore;
import id.sakelar.server.payment.ForgettingStore;
import id.sakelar.server.payment.HouseAccounts;
import id.sakelar.server.payment.InFlight;
import id.sakelar.server.payment.NoticeStore;
import id.sakelar.server.payment.NumberStore;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.PostgresStore;
import id.sakelar.server.payment.References;
import id.sakelar.server.payment.Store;
import id.sakelar.server.payment.TicketStore;
import id.sakelar.server.payment.VirtualTasks;
import id.sakelar.server.recovery.Recovery;
import id.sakelar.server.review.DecisionStore;
import id.sakelar.server.review.HistoryStore;
import id.sakelar.server.review.Overdue;
import id.sakelar.server.review.QueueStore;
import id.sakelar.server.review.Review;
import id.sakelar.server.upstream.Callbacks;
import id.sakelar.server.upstream.GuardedBiller;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jdbi.v3.core.Jdbi;

/// The running switch: everything is built here, by hand and from the bottom up, and taken down in
/// the opposite order. Not for many threads.
public final class Server implements AutoCloseable {
  /// How long it is remembered what nobody paid.
  private static final int UNPAID_DAYS = 45;

  private static final Duration UPKEEP = Duration.ofHours(1);

  private final Settings settings;
  private final SecureRandom chance = new SecureRandom();
  private final InstantSource clock = InstantSource.system();
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final UpstreamPage page = new UpstreamPage();
  private final Deque<Part> parts = new ArrayDeque<>();
  private final ReviewDoor reviewDoor = new ReviewDoor(clock);
  private int partnersPort;
  private OptionalInt switcherPort = OptionalInt.empty();
  private int consolePort;

  private Server(Settings settings) {
    this.settings = settings;
  }

  /// Starts everything; payments are taken when this returns.
  ///
  /// @param more pages for the console's port
  /// @throws IOException if a file that the settings name cannot be used, or the database cannot be
  ///   reached
  /// @throws IllegalStateException if a port is taken or the database must not serve
  public static Server start(Settings settings, Consumer<Door.Builder> more) throws IOException {
    var server = new Server(settings);
    try {
      server.build(more);
      return server;
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  public int partnersPort() {
    return partnersPort;
  }

  /// The port of the switcher between banks; empty where there is no bank of ours.
  public OptionalInt switcherPort() {
    return switcherPort;
  }

  public int consolePort() {
    return consolePort;
  }

  private void build(Consumer<Door.Builder> more) throws IOException {
    var database = Database.at(settings.database());
    whenStopping(database::close);
    var health = openConsole(database.recovery(), more);
    database.prepare();
    database.open(HouseAccounts.all(settings.upstreams().keySet()));

    var vault = Vault.open(settings.vault().keyFile());
    var size = new Books.Size(settings.database().writers(), Books.Size.DEFAULT.queue());
    var books = Books.open(database.plain(), PostgresStore.rows(vault), size, chance);
    whenStopping(books::close);
    health.watch(books::isOpen);
    var inFlight = new InFlight(new FlightStore(database.recovery())::prices, clock);
    var upstreams = Upstreams.open(settings.upstreams(), inFlight, clock, registry);
    page.show(() -> upstreams.standings().stream().map(Server::shown).toList());
    whenStopping(upstreams::close);
    compare(database, upstreams);
    var partners = new PartnerStore(database.requests(), vault);

    var upkeep = new Upkeep(() -> tidy(database), UPKEEP);
    whenStopping(upkeep::close);
    var bank = openBank(database, vault, health);
    openReview(database, books, vault, upstreams);
    startRecovery(
        database, new PostgresStore(database.recovery(), books, vault), upstreams, partners);
    openPartners(
        database,
        new PostgresStore(database.requests(), books, vault),
        upstreams,
        partners,
        vault,
        bank);
    if (bank.isPresent()) {
      openSwitcher(bank.get());
    }
    whenStopping(health::stopping);
    health.started();
  }

  /// Our bank, if there is one; what was left open there is looked after from now on.
  private Optional<BranchlessBank> openBank(Database database, Vault vault, Health health)
      throws IOException {
    if (settings.bank().isEmpty()) {
      return Optional.empty();
    }
    var bank = BranchlessBank.open(settings, settings.bank().get(), database, vault, clock, chance);
    whenStopping(bank::close);
    health.watch(bank::isOpen);
    bank.recover();
    var upkeep = new Upkeep(bank::tidy, UPKEEP);
    whenStopping(upkeep::close);
    return Optional.of(bank);
  }

  private void compare(Database database, Upstreams upstreams) {
    var comparisons =
        new Comparisons(
            new BalanceStore(database.recovery()),
            new CaseStore(database.recovery()),
            upstreams.all().values(),
            settings.compareEvery());
    var upkeep = new Upkeep(comparisons::run, settings.compareEvery());
    whenStopping(upkeep::close);
  }

  private static UpstreamPage.Line shown(GuardedBiller.Standing standing) {
    return new UpstreamPage.Line(
        standing.name(),
        standing.isOpen(),
        standing.breaker(),
        standing.calls(),
        standing.questions(),
        standing.inFlight(),
        standing.mostInFlight());
  }

  /// What operators decide; what they had approved when a process died is done now.
  private void openReview(
      Database database, Books<Change> books, Vault vault, Upstreams upstreams) {
    var jdbi = database.recovery();
    var store = new PostgresStore(jdbi, books, vault);
    var payments = payments(store, catalog(jdbi), upstreams, Duration.ZERO);
    var review = new Review(new DecisionStore(jdbi), store, payments, new ClaimStore(jdbi, books));
    review.applyApproved();
    var queue = new QueueStore(jdbi);
    var overdue = new Overdue(queue, clock);
    ReviewFigures.register(registry, queue, overdue);
    var upkeep =
        new Upkeep(
            () -> {
              review.applyApproved();
              overdue.warn();
            },
            UPKEEP);
    whenStopping(upkeep::close);
    reviewDoor.open(
        new ReviewDoor.Desk(
            new Operators(new OperatorStore(jdbi), new LockoutStore(jdbi), clock, chance),
            queue,
            new HistoryStore(jdbi),
            review));
  }

  private void openSwitcher(BranchlessBank bank) throws IOException {
    var door = bank.openSwitcher(this::traceId);
    whenStopping(door::close);
    switcherPort = OptionalInt.of(door.port());
  }

  private void tidy(Database database) {
    database.forgetOldBatches();
    new LockoutStore(database.recovery()).forgetOld(clock.instant());
    new ForgettingStore(database.recovery())
        .forgetUnpaid(References.dayOf(clock.instant()).minusDays(UNPAID_DAYS));
  }

  private void startRecovery(
      Database database, Store store, Upstreams upstreams, PartnerStore partners)
      throws IOException {
    var policy = new WebhookPolicy(Set.of(), settings.webhooks().allowLoopback());
    var caller = webhookCaller(policy);
    whenStopping(caller::close);
    var recovery =
        new Recovery(
            store,
            payments(store, catalog(database.recovery()), upstreams, shortestPatience()),
            Map.of(DigiswitchFront.DIALECT, new DigiswitchWebhook(partners, policy, caller, clock)),
            settings.recoverEvery(),
            lease());
    whenStopping(recovery::close);
  }

  /// Recovery asks a biller twice at most: after the payment, and after one it surely knows.
  private Duration lease() {
    return settings.upstreams().values().stream()
        .map(UpstreamSettings::lease)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ofMinutes(1))
        .multipliedBy(2);
  }

  private void openPartners(
      Database database,
      Store store,
      Upstreams upstreams,
      PartnerStore partners,
      Vault vault,
      Optional<BranchlessBank> bank)
      throws IOException {
    var jdbi = database.requests();
    var catalog = catalog(jdbi);
    var pseudonyms = Pseudonyms.open(new SealedKeyStore(jdbi, vault, chance));
    var fronts = new Fronts(settings, patience -> payments(store, catalog, upstreams, patience));
    whenStopping(fronts::close);
    var builder =
        Door.on(
            settings.partners().host(), settings.partners().port(), Limits.STANDARD, this::traceId);
    for (String proxy : settings.partners().trustedProxies().orElse(List.of())) {
      builder.trust(InetAddress.ofLiteral(proxy));
    }
    var shared =
        new Fronts.Shared(
            new Partners(partners, new LockoutStore(jdbi), clock, chance),
            partners,
            catalog,
            new DepositStore(database.requestPool()),
            new NumberStore(jdbi, chance),
            new TicketStore(jdbi, pseudonyms),
            pseudonyms,
            clock);
    fronts.openOn(builder, shared);
    if (bank.isPresent()) {
      fronts.openPlatform(builder, shared, bank.get());
    }
    openCallbacks(
        builder, payments(store, catalog, upstreams, shortestPatience()), upstreams, jdbi);
    var door = builder.open();
    whenStopping(door::close);
    partnersPort = door.port();
  }

  private void openCallbacks(Door.Builder door, Payments payments, Upstreams upstreams, Jdbi jdbi) {
    var callbacks =
        new Callbacks(
            payments, new CallbackStore(jdbi), new CaseStore(jdbi), registry, Callbacks.PER_MINUTE);
    upstreams.callbacks().forEach((name, reader) -> callbacks.openOn(door, name, reader));
  }

  /// Who hears how a payment ends beside its attempt does not know how long that one's partner
  /// waits; better told twice than never.
  private Duration shortestPatience() {
    return settings.answerWithin().digiswitch();
  }

  private static Catalog catalog(Jdbi jdbi) {
    return new Catalog(new CatalogStore(jdbi));
  }

  private Payments payments(
      Store store, Catalog catalog, Upstreams upstreams, Duration answerWithin) {
    return new Payments(
        store,
        catalog,
        upstreams.all(),
        new References(chance),
        clock,
        new VirtualTasks(),
        answerWithin);
  }

  private Health openConsole(Jdbi jdbi, Consumer<Door.Builder> more) {
    var store = new FiguresStore(jdbi);
    var notices = new NoticeStore(jdbi);
    var health = new Health(store::answers);
    var figures = new Figures(registry, store, notices);
    whenStopping(figures::close);
    var builder =
        Door.on(
            settings.console().host(), settings.console().port(), Limits.STANDARD, this::traceId);
    health.openOn(builder);
    figures.openOn(builder);
    page.openOn(builder);
    new DeadLetters(notices).openOn(builder);
    reviewDoor.openOn(builder);
    more.accept(builder);
    var door = builder.open();
    whenStopping(door::close);
    consolePort = door.port();
    return health;
  }

  private static WebhookCaller webhookCaller(WebhookPolicy policy) throws IOException {
    try {
      var tls = SSLContext.getDefault();
      return new WebhookCaller(policy, WebhookCaller.Resolver.SYSTEM, tls, Budget.WEBHOOK);
    } catch (NoSuchAlgorithmException e) {
      throw new IOException("this Java has no TLS", e);
    }
  }

  private String traceId() {
    var id = new byte[8];
    chance.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }

  private void whenStopping(Part part) {
    parts.push(part);
  }

  /// Stops taking requests, lets those in hand end, and takes everything down. What is open is
  /// looked after by the next start.
  @Override
  public void close() {
    while (!parts.isEmpty()) {
      parts.pop().stop();
    }
  }

  /// How a part of the server is taken down.
  @FunctionalInterface
  private interface Part {
    void stop();
  }
}
