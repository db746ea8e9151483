package id.sakelar.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.ledger.Booking.Booked;
import id.sakelar.ledger.Purse.Take;
import id.sakelar.money.Rupiah;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;

/// The accounts and units that the tests share: a shop that pays, the money in flight, a bank where
/// deposits come from, and a biller.
final class Town {
  static final AccountId SHOP = new AccountId("partner:shop");
  static final AccountId OTHER_SHOP = new AccountId("partner:other-shop");
  static final AccountId JAR = new AccountId("partner:jar");
  static final AccountId IN_FLIGHT = new AccountId("in-flight");
  static final AccountId BANK = new AccountId("bank");
  static final AccountId BILLER = new AccountId("biller");

  /// The jar holds at most a hundred rupiah.
  static final Rupiah JAR_CEILING = Rupiah.of(100);

  static final RandomGenerator RANDOM = new SecureRandom();

  private Town() {}

  static void settle(Database database) throws SQLException {
    database.open(
        Account.prepaid(SHOP, "partner"),
        Account.prepaid(OTHER_SHOP, "partner"),
        new Account(JAR, "partner", Rupiah.ZERO, JAR_CEILING, false),
        Account.house(IN_FLIGHT, "house"),
        Account.house(BANK, "house"),
        Account.house(BILLER, "house"));
  }

  static Books<Take> books(Database database) {
    return Books.open(database.source(), new Purse(), Books.Size.DEFAULT, RANDOM);
  }

  static Unit<Take> unit(String subject, String kind, Take rider, Posting... postings) {
    AccountId shard = postings.length == 0 ? SHOP : postings[0].source();
    return new Unit<>(subject, kind, List.of(postings), shard, rider);
  }

  static Unit<Take> topUp(String subject, AccountId account, long rupiah) {
    return unit(subject, "TOPUP", Purse.NOTHING, move(BANK, account, rupiah));
  }

  static Unit<Take> hold(String subject, AccountId payer, long rupiah) {
    return unit(subject, "HOLD", Purse.NOTHING, move(payer, IN_FLIGHT, rupiah));
  }

  static Unit<Take> settle(String subject, long rupiah) {
    return unit(subject, "SETTLE", Purse.NOTHING, move(IN_FLIGHT, BILLER, rupiah));
  }

  static Unit<Take> release(String subject, AccountId payer, long rupiah) {
    return unit(subject, "RELEASE", Purse.NOTHING, move(IN_FLIGHT, payer, rupiah));
  }

  static Posting move(AccountId source, AccountId target, long rupiah) {
    return new Posting(source, target, Rupiah.of(rupiah));
  }

  static Booked leaving(AccountId account, long rupiah) {
    return new Booked(Map.of(account, Rupiah.of(rupiah)));
  }

  static Rupiah balance(Database database, AccountId account) throws SQLException {
    try (var connection = database.connect()) {
      return Accounts.balance(connection, account);
    }
  }

  /// Books these units in this order, in one batch but for those of the same subject.
  static List<Booking> together(Database database, List<Unit<Take>> units) {
    var intake = new Intake<Take>(units.size());
    var tickets = units.stream().map(Ticket::new).toList();
    tickets.forEach(ticket -> assertThat(intake.offer(ticket, false)).isTrue());
    intake.close();
    var line = new Line(database.source(), RANDOM, new CountDownLatch(1));
    new Writer<>(intake, new Purse(), line, RANDOM).run();
    return tickets.stream().map(ticket -> ticket.await(0)).toList();
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // the array goes no further
  static List<Booking> together(Database database, Unit<Take>... units) {
    return together(database, List.of(units));
  }

  /// The law at the end of every test.
  static void assertWhole(Database database) throws SQLException {
    try (var connection = database.connect()) {
      assertThat(Audit.run(connection)).isEmpty();
    }
  }
}
