package id.sakelar.simulator.digiswitch;

import id.sakelar.money.Rupiah;
import id.sakelar.simulator.Row;
import id.sakelar.simulator.digiswitch.Quotes.Quote;
import id.sakelar.wire.digiswitch.Answer;
import id.sakelar.wire.digiswitch.ResponseCode;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.Transaction;
import id.sakelar.wire.digiswitch.Verdict;
import java.time.Duration;
import java.util.Optional;

/// Decides on bills and payments, in one spelling. Safe for many threads.
///
/// A refusal that forms a transaction is in the book as well, and answered again from there: what a
/// caller has been told of a payment never changes, except from pending to final.
final class Teller {
  private static final Rupiah DEPOSIT = Rupiah.of(1_000_000_000_000L);

  private final Spelling spelling;
  private final Shop shop;
  private final Register register;

  Teller(Spelling spelling, Shop shop, Register register) {
    this.spelling = spelling;
    this.shop = shop;
    this.register = register;
  }

  /// What is left of the partner's deposit. It may go below zero: nothing is refused for it.
  Rupiah balance() {
    return DEPOSIT.minus(register.till().charged(shop.now()));
  }

  /// @param will success if the biller is willing to sell, else why not
  Answer inquire(Transaction asked, ResponseCode will) {
    return answer(
        asked,
        order -> {
          var bill = quote(order, will).shown(balance(), spelling);
          var verdict = Verdict.of(ResponseCode.SUCCESS);
          return new Answer(order.echo(), verdict, Optional.empty(), bill);
        });
  }

  /// Pays once for each reference; a repetition is told what became of it.
  ///
  /// @param will success if the biller is willing to sell, else why not
  Answer pay(Transaction asked, ResponseCode will) {
    return answer(
        asked,
        order -> {
          var stored = register.till().find(order.reference());
          return tell(order, stored.isPresent() ? stored.get() : take(order, will));
        });
  }

  Answer status(Transaction asked) {
    return answer(
        asked,
        order -> {
          var stored = register.till().find(order.reference());
          return tell(order, stored.orElseThrow(() -> new Refusal(ResponseCode.NOT_FOUND)));
        });
  }

  /// Says that it is paid, whatever the book says.
  Answer claimPaid(Transaction asked) {
    return answer(
        asked,
        order -> {
          var bill = order.customer().owed().paid(balance(), spelling);
          return Answer.of(order.echo(), ResponseCode.SUCCESS, "S" + order.fingerprint(), bill);
        });
  }

  /// What is in the book about a reference.
  Optional<Row> find(Transaction asked) {
    return register.till().find(asked.refId());
  }

  /// What is said to an order, unless it is refused.
  @FunctionalInterface
  private interface Decision {
    Answer on(Order order) throws Refusal;
  }

  private Answer answer(Transaction asked, Decision decision) {
    try {
      var product = shop.find(asked.code());
      return decision.on(
          new Order(asked, product.orElseThrow(() -> new Refusal(ResponseCode.PRODUCT))));
    } catch (Refusal e) {
      return Answer.of(asked.echo(), e.code());
    }
  }

  private Owed quote(Order order, ResponseCode will) throws Refusal {
    var customer = order.customer();
    var owed = order.owed(customer, order.asked().amount());
    if (isUsed(order)) {
      throw new Refusal(ResponseCode.REFERENCE_USED);
    }
    var code = customer.fate() == Fate.INQUIRY_FAILS ? ResponseCode.FAILURE : will;
    if (code != ResponseCode.SUCCESS) {
      throw new Refusal(code);
    }
    var quote = new Quote(order.fingerprint(), order.asked().amount(), shop.today());
    register.quotes().put(order.reference(), quote);
    return owed;
  }

  /// Whether the reference belongs to a payment, or to the inquiry of another bill.
  private boolean isUsed(Order order) {
    var former = register.quotes().find(order.reference());
    boolean other = former.filter(it -> !it.fingerprint().equals(order.fingerprint())).isPresent();
    return other || register.till().find(order.reference()).isPresent();
  }

  private Row take(Order order, ResponseCode will) throws Refusal {
    var row = register.till().take(row(order, will));
    register.quotes().remove(order.reference());
    return row;
  }

  private Row row(Order order, ResponseCode will) throws Refusal {
    try {
      var amount = amount(order);
      var customer = order.customer();
      var owed = order.owed(customer, amount);
      return will == ResponseCode.SUCCESS
          ? row(order, owed, customer.fate())
          : order.refused(will, shop.now());
    } catch (Refusal e) {
      if (!e.code().formed()) {
        throw e;
      }
      return order.refused(e.code(), shop.now());
    }
  }

  private Row row(Order order, Owed owed, Fate fate) {
    var now = shop.now();
    return switch (fate) {
      case PAID -> order.row(owed, ResponseCode.SUCCESS, now, Duration.ZERO);
      case INQUIRY_FAILS, FAILS -> order.refused(ResponseCode.FAILURE, now);
      case PENDING_THEN_PAID -> order.row(owed, ResponseCode.SUCCESS, now, shop.pendingFor());
      case PENDING_THEN_FAILS -> order.row(owed, ResponseCode.FAILURE, now, shop.pendingFor());
    };
  }

  /// How much the inquiry asked for, if there was one.
  private Optional<Rupiah> amount(Order order) throws Refusal {
    var asked = order.asked().amount();
    var quote = register.quotes().find(order.reference());
    if (quote.isEmpty()) {
      return asked;
    }
    checkSame(quote.get(), order);
    if (asked.isPresent() && !asked.equals(quote.get().amount())) {
      throw new Refusal(ResponseCode.AMOUNT);
    }
    return quote.get().amount();
  }

  /// An inquiry has to be of the same bill and the same day. The list has no code for an inquiry of
  /// yesterday, so its bill is not found.
  private void checkSame(Quote quote, Order order) throws Refusal {
    if (!quote.fingerprint().equals(order.fingerprint())) {
      throw new Refusal(ResponseCode.REFERENCE_USED);
    }
    if (!quote.day().equals(shop.today())) {
      throw new Refusal(ResponseCode.NOT_FOUND);
    }
  }

  /// What is in the book, told to one who asks for the same bill.
  private Answer tell(Order order, Row row) throws Refusal {
    if (!row.fingerprint().equals(order.fingerprint())) {
      throw new Refusal(ResponseCode.REFERENCE_USED);
    }
    return switch (row.state(shop.now())) {
      case PENDING -> Answer.of(order.echo(), ResponseCode.PENDING);
      case FAILED ->
          Answer.of(order.echo(), ResponseCode.of(row.word()).orElse(ResponseCode.FAILURE));
      case PAID -> {
        var bill = order.customer().owed().atPrice(row.price()).paid(balance(), spelling);
        yield Answer.of(order.echo(), ResponseCode.SUCCESS, row.serial(), bill);
      }
    };
  }
}
