package id.sakelar.server.front.iak;

import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Inquiry;
import id.sakelar.server.payment.NumberStore;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.Payment.Ending;
import id.sakelar.server.payment.Periods;
import id.sakelar.server.payment.Quote;
import id.sakelar.server.payment.References;
import id.sakelar.server.payment.State;
import id.sakelar.wire.iak.Answer;
import id.sakelar.wire.iak.Booking;
import id.sakelar.wire.iak.Echo;
import id.sakelar.wire.iak.Owed;
import id.sakelar.wire.iak.ResponseCode;
import id.sakelar.wire.iak.Status;
import java.time.LocalDateTime;
import java.util.Optional;

/// Tells inquiries and payments in the words of the dialect. What is told of a payment comes from
/// the payment alone, so that it is the same however often it is told. Thread-safe.
final class Telling {
  private final NumberStore numbers;
  private final Products products;
  private final DepositStore deposits;

  Telling(NumberStore numbers, Products products, DepositStore deposits) {
    this.numbers = numbers;
    this.products = products;
    this.deposits = deposits;
  }

  /// What an inquiry found.
  Answer inquired(Inquiry inquiry) {
    var echo = echo(inquiry);
    return Answer.inquired(echo, owed(inquiry.quote(), inquiry.quote().bill(), echo, false));
  }

  /// How a payment stands, to who asked for it.
  Answer paid(Payment payment) {
    var echo = echo(payment.inquiry());
    boolean isReceipt = payment.state() == State.SUCCEEDED;
    var owed = owed(payment.quote(), payment.bill(), echo, isReceipt);
    return switch (payment.state()) {
      case HELD, SENDING, PENDING, UNKNOWN, REVIEW ->
          Answer.of(
              echo, owed, ResponseCode.PENDING, booked(Optional.ofNullable(payment.balance())));
      case SUCCEEDED ->
          Answer.of(echo, owed, ResponseCode.SUCCESS, ended(payment, serial(payment)));
      case FAILED, REFUNDED ->
          Answer.of(echo, owed, ResponseCode.PAYMENT_FAILED, ended(payment, Optional.of("")));
    };
  }

  /// How a payment stands, to who asked after it.
  Answer standing(Payment payment) {
    var status =
        switch (payment.state()) {
          case HELD, SENDING, PENDING, UNKNOWN, REVIEW -> Status.PROCESSING;
          case SUCCEEDED -> Status.SUCCESS;
          case FAILED, REFUNDED -> Status.FAILED;
        };
    return withStatus(paid(payment), status);
  }

  /// A payment that may be there or not.
  Answer inDoubt(Partner partner, Inquiry inquiry) {
    return unended(partner, inquiry, ResponseCode.PENDING);
  }

  /// The same, to who asked after it.
  Answer standingInDoubt(Partner partner, Inquiry inquiry) {
    return withStatus(inDoubt(partner, inquiry), Status.PROCESSING);
  }

  /// An inquiry that nobody has asked to pay.
  Answer unpaid(Partner partner, Inquiry inquiry) {
    return withStatus(unended(partner, inquiry, ResponseCode.NOT_RECEIVED), Status.NOT_RECEIVED);
  }

  private Answer unended(Partner partner, Inquiry inquiry, ResponseCode code) {
    var echo = echo(inquiry);
    var owed = owed(inquiry.quote(), inquiry.quote().bill(), echo, false);
    return Answer.of(echo, owed, code, booked(Optional.of(deposits.balance(partner))));
  }

  private static Answer withStatus(Answer answer, Status status) {
    return new Answer(
        answer.echo(), answer.owed(), answer.verdict(), answer.booking().withStatus(status));
  }

  private Echo echo(Inquiry inquiry) {
    var id = inquiry.id();
    var quote = inquiry.quote();
    return new Echo(
        numbers.numberOf(id),
        products.code(quote.product(), id.partner()),
        number(quote),
        id.reference());
  }

  /// The customer's number as the partner wrote it: without the identity number of a vehicle's
  /// owner, which has a field of its own.
  static String number(Quote quote) {
    return quote.customer().split(",", 2)[0];
  }

  private static Owed owed(Quote quote, Bill bill, Echo echo, boolean isReceipt) {
    return new Owed(
        bill.holder(),
        Periods.of(quote, bill),
        quote.bill().amount(),
        quote.admin(),
        quote.sellingPrice(),
        quote.price(),
        Details.of(bill, quote, echo.code(), isReceipt).spelled());
  }

  /// The reference of a biller that gave one.
  static Optional<String> serial(Payment payment) {
    return Optional.ofNullable(payment.ending()).map(Ending::serial).filter(it -> !it.isEmpty());
  }

  /// When a payment ended, on the clock of Jakarta.
  static Optional<LocalDateTime> endedAt(Payment payment) {
    return Optional.ofNullable(payment.ending())
        .map(it -> LocalDateTime.ofInstant(it.at(), References.JAKARTA));
  }

  private static Booking ended(Payment payment, Optional<String> serial) {
    var balance = Optional.ofNullable(payment.balance()).map(Telling::whole);
    return new Booking(endedAt(payment), Optional.empty(), balance, serial);
  }

  private static Booking booked(Optional<Rupiah> balance) {
    return new Booking(
        Optional.empty(), Optional.empty(), balance.map(Telling::whole), Optional.empty());
  }

  /// A balance without its sen, which the dialect does not show: never more than there is.
  static Rupiah whole(Rupiah balance) {
    return Rupiah.of(Math.floorDiv(balance.sen(), 100));
  }
}
