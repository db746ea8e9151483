package id.sakelar.server.front.digiswitch;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Inquiry;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.Payment.Ending;
import id.sakelar.server.payment.Quote;
import id.sakelar.server.payment.Reason;
import id.sakelar.wire.digiswitch.Answer;
import id.sakelar.wire.digiswitch.Bill;
import id.sakelar.wire.digiswitch.Echo;
import id.sakelar.wire.digiswitch.ResponseCode;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.Verdict;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells an inquiry or a payment in the words of the dialect. What is told of a payment comes from
/// the payment alone, so that it is the same however often it is told.
final class Telling {
  /// What the serial number of a test call begins with: nobody takes it for a receipt.
  private static final String TEST = "TEST";

  private Telling() {}

  /// Tells what an inquiry found.
  ///
  /// @param balance the partner's deposit as it is now
  static Answer of(Inquiry inquiry, Rupiah balance, Echo echo, Spelling spelling) {
    return new Answer(
        echo,
        Verdict.of(ResponseCode.SUCCESS),
        Optional.empty(),
        bill(inquiry.quote(), inquiry.quote().bill(), false, balance, spelling));
  }

  /// Tells how a payment stands.
  static Answer of(Payment payment, Echo echo, Spelling spelling) {
    return of(payment, payment.bill(), echo, spelling);
  }

  /// Tells how a payment stands.
  ///
  /// @param bill its bill, as it is shown
  static Answer of(
      Payment payment, id.sakelar.server.payment.Bill bill, Echo echo, Spelling spelling) {
    return switch (payment.state()) {
      case HELD, SENDING, PENDING, UNKNOWN, REVIEW -> Answer.of(echo, ResponseCode.PENDING);
      case SUCCEEDED ->
          Answer.of(
              echo,
              ResponseCode.SUCCESS,
              serial(payment),
              bill(payment.quote(), bill, true, payment.balance(), spelling));
      case FAILED -> Answer.of(echo, Codes.ofFailed(reason(payment)));
      case REFUNDED -> Answer.of(echo, ResponseCode.REFUND);
    };
  }

  private static String serial(Payment payment) {
    var serial = Optional.ofNullable(payment.ending()).map(Ending::serial).orElse("");
    if (!payment.inquiry().test()) {
      return serial;
    }
    return serial.isEmpty() ? TEST : TEST + "-" + serial;
  }

  private static Reason reason(Payment payment) {
    return Optional.ofNullable(payment.ending()).map(Ending::reason).orElse(Reason.BILLER_REFUSED);
  }

  private static Bill bill(
      Quote quote,
      id.sakelar.server.payment.Bill bill,
      boolean paid,
      @Nullable Rupiah balance,
      Spelling spelling) {
    return new Bill(
        Optional.of(bill.holder()),
        Optional.of(quote.admin()),
        Optional.ofNullable(quote.baseCommission()),
        Periods.of(bill),
        Optional.ofNullable(balance).map(Telling::whole),
        Optional.of(quote.price()),
        Optional.of(quote.sellingPrice()),
        Optional.of(Details.of(bill, quote.adminPerSheet(), paid).spelled(spelling)));
  }

  /// A balance without its sen, which the dialect cannot carry: never more than there is.
  static Rupiah whole(Rupiah balance) {
    return Rupiah.of(Math.floorDiv(balance.sen(), 100));
  }
}
