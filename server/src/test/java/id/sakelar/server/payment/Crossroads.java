package id.sakelar.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.ledger.Account;
import id.sakelar.ledger.Accounts;
import id.sakelar.ledger.Books;
import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Catalog;
import id.sakelar.server.catalog.CatalogStore;
import id.sakelar.server.catalog.Offer;
import id.sakelar.server.catalog.Offer.Route;
import id.sakelar.server.partner.Database;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.payment.Payments.Paying;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A product that two billers serve, `first` before `second`, on a real database; and a partner
/// with a million.
final class Crossroads implements AutoCloseable {
  /// A no by which either biller says that it is its own.
  static final String BILLERS_OWN = "rc 17";

  static final Route TO_FIRST = new Route("first", "HALO");
  static final Route TO_SECOND = new Route("second", "TSEL", 2, null, null);
  static final Partner SRI = Samples.partner("warung-sri");

  private final Database database = Database.create();
  private final TickingClock clock = new TickingClock(Samples.NOON);
  private final PaperBiller first = new PaperBiller();
  private final PaperBiller second = new PaperBiller();
  private final CatalogStore offers = new CatalogStore(database.jdbi());
  private final Books<Change> books;
  private final GatedStore store;

  Crossroads() throws SQLException {
    try (var connection = database.connect()) {
      for (Account account : HouseAccounts.all(List.of("first", "second"))) {
        Accounts.open(connection, account);
      }
    }
    books =
        Books.open(
            database.source(),
            PostgresStore.rows(Database.vault()),
            Books.Size.DEFAULT,
            new SecureRandom());
    store = new GatedStore(new PostgresStore(database.jdbi(), books, Database.vault()));
    var deposits = new DepositStore(database.source());
    deposits.open(SRI.id());
    deposits.topUp(SRI.id(), "T-1", Rupiah.of(1_000_000), new SecureRandom());
    routes(TO_FIRST, TO_SECOND);
  }

  void routes(Route... routes) {
    var halo = Counter.HALO;
    offers.put(
        List.of(
            new Offer(
                halo.product(),
                halo.family(),
                halo.name(),
                halo.brand(),
                halo.province(),
                halo.codes(),
                List.of(routes),
                halo.fees(),
                halo.closing(),
                halo.open())));
  }

  /// A server process on the two billers.
  Payments payments() {
    return payments(first);
  }

  /// The same with another in the place of the first.
  Payments payments(Biller guarded) {
    return new Payments(
        store,
        new Catalog(offers),
        Map.of(
            "first", new Upstream("first", guarded, profile(), true),
            "second", new Upstream("second", second, profile(), true)),
        new References(new SecureRandom()),
        clock,
        new VirtualTasks(),
        Duration.ofMinutes(1));
  }

  private static BillerProfile profile() {
    var standard = BillerProfile.standard();
    return new BillerProfile(
        standard.readBudget(),
        standard.lease(),
        standard.pace(),
        standard.notFoundFinal(),
        standard.notFoundAfter(),
        standard.notFoundApart(),
        standard.reviewAfter(),
        standard.dispatchWithin(),
        Duration.ZERO,
        Set.of(BILLERS_OWN));
  }

  static Asked asked(String reference) {
    return new Asked(SRI, Samples.id(SRI.id(), reference), "halo", "0811000111", null, null, false);
  }

  /// What stands in the database of a payment that was asked for just now.
  static Payment known(Paying paying) {
    assertThat(paying).isInstanceOf(Paying.Known.class);
    return ((Paying.Known) paying).payment();
  }

  PaperBiller first() {
    return first;
  }

  PaperBiller second() {
    return second;
  }

  GatedStore store() {
    return store;
  }

  CatalogStore offers() {
    return offers;
  }

  TickingClock clock() {
    return clock;
  }

  Database database() {
    return database;
  }

  /// What the partner may still spend.
  Rupiah deposit() throws SQLException {
    return database.balance(DepositStore.account(SRI.id()));
  }

  /// What a biller took.
  Rupiah taken(String upstream) throws SQLException {
    return database.balance(HouseAccounts.upstream(upstream));
  }

  /// Fails unless all there is sums to zero.
  @Override
  public void close() throws SQLException {
    books.close();
    try (database) {
      database.audit();
      assertThat(new PaymentAuditStore(database.jdbi()).run()).isEmpty();
    }
  }
}
