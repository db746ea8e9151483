package id.sakelar.simulator.iak;

import id.sakelar.money.Rupiah;
import id.sakelar.simulator.Row;
import id.sakelar.simulator.Till;
import id.sakelar.wire.iak.Answer;
import id.sakelar.wire.iak.Booking;
import id.sakelar.wire.iak.Inquiry;
import id.sakelar.wire.iak.Payment;
import id.sakelar.wire.iak.Reply;
import id.sakelar.wire.iak.Reply.Refused;
import id.sakelar.wire.iak.ResponseCode;
import id.sakelar.wire.iak.Status;
import id.sakelar.wire.iak.StatusQuestion;
import java.util.Optional;

/// Decides on bills and payments. Safe for many threads.
///
/// A payment that was refused is in the book as well, and answered again from there: what a client
/// has been told of a payment never changes, except from pending to final. A question about how a
/// payment stands has four answers only: not received, successful, failed and pending.
final class Teller {
  private static final Rupiah DEPOSIT = Rupiah.of(1_000_000_000_000L);

  private final Shop shop;
  private final Till till;
  private final Quotes quotes;

  Teller(Shop shop, Till till, Quotes quotes) {
    this.shop = shop;
    this.till = till;
    this.quotes = quotes;
  }

  /// What is left of the deposit. It may go below zero: nothing is refused for it.
  Rupiah balance() {
    return DEPOSIT.minus(till.charged(shop.now()));
  }

  /// @param will success if the biller is willing to sell, else why not
  Reply<Answer> inquire(Client client, Inquiry asked, ResponseCode will) {
    return answer(
        () -> {
          var order = quote(client, asked, will);
          return Answer.inquired(order.echo(), order.shown());
        });
  }

  /// Pays once for each inquiry; a repetition is told what became of it.
  ///
  /// @param will success if the biller is willing to sell, else why not
  Reply<Answer> pay(Client client, Payment asked, ResponseCode will) {
    return answer(
        () -> {
          var order = order(client, quotes.find(asked.trId()));
          var stored = till.find(order.reference());
          return told(order, stored.isPresent() ? stored.get() : take(order, will));
        });
  }

  Reply<Answer> status(Client client, StatusQuestion asked) {
    return answer(
        () -> {
          var order = order(client, quotes.find(asked.refId()));
          var stored = till.find(order.reference());
          return stored.isPresent()
              ? standing(order, stored.get())
              : open(order, ResponseCode.NOT_RECEIVED, Optional.of(Status.NOT_RECEIVED));
        });
  }

  /// What is said, unless it is refused.
  @FunctionalInterface
  private interface Decision {
    Answer make() throws Refusal;
  }

  private static Reply<Answer> answer(Decision decision) {
    try {
      return Reply.answered(decision.make());
    } catch (Refusal e) {
      return Refused.of(e.code());
    }
  }

  private Order quote(Client client, Inquiry asked, ResponseCode will) throws Refusal {
    var product = shop.product(asked.code());
    refuseUnlessWell(will);
    if (quotes.find(asked.refId()).isPresent()) {
      throw new Refusal(ResponseCode.REFERENCE_USED);
    }
    var customer = product.customer(client.scheme(), asked);
    refuseUnlessWell(customer.fate().inquiry());
    var quote = quotes.add(asked, client.scheme(), shop.now());
    return new Order(quote.orElseThrow(() -> new Refusal(ResponseCode.REFERENCE_USED)), customer);
  }

  private static void refuseUnlessWell(ResponseCode code) throws Refusal {
    if (code != ResponseCode.SUCCESS) {
      throw new Refusal(code);
    }
  }

  /// What a client has inquired. What another has is unknown to him.
  private Order order(Client client, Optional<Quote> found) throws Refusal {
    var quote =
        found
            .filter(it -> it.asked().username().equals(client.account().username()))
            .orElseThrow(() -> new Refusal(ResponseCode.NOT_FOUND));
    var product = shop.product(quote.asked().code());
    return new Order(quote, product.customer(quote.scheme(), quote.asked()));
  }

  private Row take(Order order, ResponseCode will) throws Refusal {
    var quote = order.quote();
    if (quote.trId() != Quotes.PRINTED && !shop.isToday(quote.at())) {
      throw new Refusal(ResponseCode.EXPIRED);
    }
    var code = will == ResponseCode.SUCCESS ? order.customer().fate().payment() : will;
    return till.take(order.row(code, shop.now(), shop.pendingFor()));
  }

  /// What is said to one who pays.
  private Answer told(Order order, Row row) {
    var code = ResponseCode.of(row.word()).orElse(ResponseCode.PAYMENT_FAILED);
    return switch (row.state(shop.now())) {
      case PAID -> paid(order, row, Optional.empty());
      case PENDING -> open(order, code, Optional.empty());
      case FAILED -> failed(order, row, code, Optional.empty());
    };
  }

  /// What is said to one who asks how a payment stands.
  private Answer standing(Order order, Row row) {
    return switch (row.state(shop.now())) {
      case PAID -> paid(order, row, Optional.of(Status.SUCCESS));
      case PENDING -> open(order, ResponseCode.PENDING, Optional.of(Status.PROCESSING));
      case FAILED -> failed(order, row, ResponseCode.PAYMENT_FAILED, Optional.of(Status.FAILED));
    };
  }

  private Answer paid(Order order, Row row, Optional<Status> status) {
    return Answer.of(order.echo(), order.paid(), ResponseCode.SUCCESS, booking(row, status));
  }

  private Answer failed(Order order, Row row, ResponseCode code, Optional<Status> status) {
    return Answer.of(order.echo(), order.shown(), code, booking(row, status));
  }

  private Answer open(Order order, ResponseCode code, Optional<Status> status) {
    var booking = new Booking(Optional.empty(), status, Optional.of(balance()), Optional.empty());
    return Answer.of(order.echo(), order.shown(), code, booking);
  }

  private Booking booking(Row row, Optional<Status> status) {
    return new Booking(
        Optional.of(shop.local(row.at())),
        status,
        Optional.of(balance()),
        Optional.of(row.serial()));
  }
}
