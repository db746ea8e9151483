package id.sakelar.simulation;

import id.sakelar.ledger.AccountId;
import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.payment.HouseAccounts;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.State;
import java.util.Comparator;
import java.util.TreeMap;

/// What must hold at the end of a world, long after everything was healed.
final class Ending {
  private final World world;
  private final TreeMap<AccountId, Long> counted = new TreeMap<>();
  private final TreeMap<String, Long> parts = new TreeMap<>();

  Ending(World world) {
    this.world = world;
  }

  void check() {
    books();
    world.tables().payments().stream()
        .sorted(Comparator.comparing(payment -> payment.id().subject()))
        .forEach(this::payment);
    deposits();
  }

  /// C1 and C2: all balances sum to zero, and each is the sum of its lines.
  private void books() {
    var books = world.tables().books();
    long sum = books.balances().values().stream().mapToLong(Long::longValue).sum();
    require(sum == 0, "C1", "the books", "sum to " + new Rupiah(sum));
    for (Books.Line line : books.lines()) {
      long sen = line.posting().amount().sen();
      counted.merge(line.posting().source(), -sen, Long::sum);
      counted.merge(line.posting().target(), sen, Long::sum);
    }
    books
        .balances()
        .forEach(
            (account, sen) ->
                require(
                    sen.equals(counted.getOrDefault(account, 0L)),
                    "C2",
                    account.name(),
                    "holds another amount than its lines say"));
  }

  private void payment(Payment payment) {
    liveness(payment);
    matchesBiller(payment);
    var quote = payment.quote();
    long spent =
        switch (payment.state()) {
          case FAILED, REFUNDED -> 0;
          case SUCCEEDED -> quote.price().sen() - quote.cashback().sen();
          case HELD, SENDING, PENDING, UNKNOWN, REVIEW -> quote.price().sen();
        };
    parts.merge(payment.id().partner(), spent, Long::sum);
    boolean lost = payment.state() == State.FAILED && payment.trail().lateSuccess();
    parts.merge("lost", lost ? quote.cost().sen() : 0, Long::sum);
    parts.merge("in flight", payment.state().isFinal() ? 0 : quote.price().sen(), Long::sum);
  }

  /// C12: succeeded is paid once at the biller, failed is not paid there.
  private void matchesBiller(Payment payment) {
    long paid = world.checks().paidFor(payment);
    var id = payment.id().subject();
    if (payment.state() == State.SUCCEEDED || payment.state() == State.REFUNDED) {
      require(paid == 1, "C12", id, "is " + payment.state() + ", and the biller paid " + paid);
    }
    if (payment.state() == State.REFUNDED) {
      require(
          world.desk(payment).tookBack(payment.quote().customer()),
          "C12",
          id,
          "is refunded, and the biller has not taken it back");
    }
    if (payment.state() == State.FAILED) {
      require(
          paid == 0 || world.checks().isLiedAbout(payment),
          "C12",
          id,
          "failed, and the biller paid " + paid);
    }
  }

  /// C13: everything has ended, except what its biller does not tell even now.
  private void liveness(Payment payment) {
    if (payment.state().isFinal()) {
      return;
    }
    var desk = world.desk(payment);
    var reply = desk.status(payment.quote().upstreamReference());
    boolean untold = desk.isSilent() || reply == Reply.UNKNOWN || reply == Reply.TAKEN_BACK;
    world.tally().count("left in " + payment.state());
    require(
        untold && payment.state() == State.REVIEW,
        "C13",
        payment.id().subject(),
        "is still " + payment.state() + " and its biller would say " + reply);
  }

  /// C4: what was paid in is there, or spent, or held for what has not ended.
  private void deposits() {
    var books = world.tables().books();
    var paidIn = new TreeMap<AccountId, Long>();
    for (Books.Line line : books.lines()) {
      if (line.posting().source().equals(DepositStore.BANK)) {
        paidIn.merge(line.posting().target(), line.posting().amount().sen(), Long::sum);
      }
    }
    paidIn.forEach(
        (account, sen) -> {
          var partner = account.name().substring("deposit:".length());
          long left = sen - parts.getOrDefault(partner, 0L);
          require(
              books.balance(account).sen() == left,
              "C4",
              partner,
              "has %s and should have %s".formatted(books.balance(account), new Rupiah(left)));
        });
    var inFlight = books.balance(HouseAccounts.IN_FLIGHT).sen();
    var lost = -books.balance(HouseAccounts.LOSS).sen();
    require(lost == parts.getOrDefault("lost", 0L), "C4", "house-loss", "has lost " + lost);
    require(
        inFlight == parts.getOrDefault("in flight", 0L), "C4", "in flight", "holds " + inFlight);
  }

  private static void require(boolean holds, String checker, String about, String what) {
    if (!holds) {
      throw new Violation(checker, about, what);
    }
  }
}
