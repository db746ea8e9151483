package id.sakelar.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.ledger.Account;
import id.sakelar.ledger.AccountId;
import id.sakelar.ledger.Accounts;
import id.sakelar.ledger.Books;
import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Catalog;
import id.sakelar.server.catalog.CatalogStore;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.catalog.Fees;
import id.sakelar.server.catalog.Offer;
import id.sakelar.server.partner.Database;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.partner.Partner;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A counter where bills are paid: a store with its books and deposits, a catalogue with one
/// product, and as many server processes on them as a test wants.
public final class Counter implements AutoCloseable {
  /// Where payments are kept.
  public enum Kind {
    MEMORY,
    POSTGRES
  }

  /// `halo`: a fee of Rp2.500, of which Rp1.000 are the partner's.
  public static final Offer HALO =
      new Offer(
          "halo",
          Family.MOBILE,
          "Halo",
          "Telkomsel",
          null,
          Map.of(),
          new Offer.Route(Samples.UPSTREAM, "HALO"),
          new Fees(Rupiah.of(2_500), Rupiah.of(1_000), null, Rupiah.ZERO),
          null,
          true);

  private final Kind kind;
  private final Database database = Database.create();
  private final TickingClock clock = new TickingClock(Samples.NOON);
  private final MemoryStore memory = new MemoryStore(clock);
  private final DepositStore deposits = new DepositStore(database.source());
  private final CatalogStore offers = new CatalogStore(database.jdbi());
  private final Books<Change> books;
  private final GatedStore store;
  private int topUps;

  public Counter(Kind kind) throws SQLException {
    this.kind = kind;
    try (var connection = database.connect()) {
      for (Account account : HouseAccounts.all(List.of(Samples.UPSTREAM))) {
        Accounts.open(connection, account);
      }
    }
    books =
        Books.open(
            database.source(),
            PostgresStore.rows(Database.vault()),
            Books.Size.DEFAULT,
            new SecureRandom());
    store =
        new GatedStore(
            kind == Kind.MEMORY
                ? memory
                : new PostgresStore(database.jdbi(), books, Database.vault()));
    offers.put(List.of(HALO));
  }

  /// A partner who paid in so much.
  public void deposit(String partner, Rupiah amount) throws SQLException {
    topUps++;
    if (kind == Kind.MEMORY) {
      memory.openDeposit(partner);
      memory.topUp(partner, "T-" + topUps, amount);
    } else {
      deposits.open(partner);
      deposits.topUp(partner, "T-" + topUps, amount, new SecureRandom());
    }
  }

  /// A server process that pays at `biller` and answers within `patience`.
  public Payments payments(Biller biller, BillerProfile profile, Duration patience) {
    return new Payments(
        store,
        new Catalog(offers),
        Map.of(Samples.UPSTREAM, new Upstream(Samples.UPSTREAM, biller, profile, true)),
        new References(new SecureRandom()),
        clock,
        new VirtualTasks(),
        patience);
  }

  /// The same with the standard profile and a minute of patience.
  public Payments payments(Biller biller) {
    return payments(biller, BillerProfile.standard(), Duration.ofMinutes(1));
  }

  public Store store() {
    return store;
  }

  GatedStore gates() {
    return store;
  }

  public TickingClock clock() {
    return clock;
  }

  /// As if the time were over for which refusals are remembered.
  void forgetRefusals() throws SQLException {
    clock.tick(Duration.ofMinutes(2));
    try (var connection = database.connect();
        var update = connection.createStatement()) {
      update.execute("UPDATE refusal SET until = clock_timestamp()");
    }
  }

  public CatalogStore offers() {
    return offers;
  }

  public Database database() {
    return database;
  }

  public Rupiah balance(Partner partner) throws SQLException {
    return balance(DepositStore.account(partner.id()));
  }

  public Rupiah balance(AccountId account) throws SQLException {
    return kind == Kind.MEMORY ? memory.balance(account.name()) : database.balance(account);
  }

  /// Ends the servers' books and fails unless all there is sums to zero.
  @Override
  public void close() throws SQLException {
    books.close();
    try (database) {
      database.audit();
      assertThat(new PaymentAuditStore(database.jdbi()).run()).isEmpty();
      assertThat(memory.sum()).isEqualTo(Rupiah.ZERO);
    }
  }
}
