package id.sakelar.server.upstream.digiswitch;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Evidence.Ambiguous;
import id.sakelar.server.payment.Evidence.InProcess;
import id.sakelar.server.payment.Evidence.NotFound;
import id.sakelar.server.payment.Evidence.Refused;
import id.sakelar.server.payment.Evidence.Reversed;
import id.sakelar.server.payment.Evidence.Success;
import id.sakelar.server.payment.Quote;
import id.sakelar.server.upstream.digiswitch.Hearing.Bare;
import id.sakelar.server.upstream.digiswitch.Hearing.Doubt;
import id.sakelar.server.upstream.digiswitch.Hearing.Told;
import id.sakelar.server.upstream.digiswitch.Hearing.Unsent;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.digiswitch.Answer;
import id.sakelar.wire.digiswitch.ResponseCode;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the biller's words prove about an order.
final class Proof {
  private Proof() {}

  /// What was heard, as evidence about an order on the terms of `quote`. What a question that was
  /// not sent proves is for the caller: here, nothing.
  static Evidence of(Hearing hearing, Function<ResponseCode, Meaning> meaning, Quote quote) {
    return switch (hearing) {
      case Unsent _ -> new Ambiguous("not sent");
      case Doubt(String why) -> new Ambiguous(why);
      case Bare(var code) -> new Ambiguous("bare rc " + code.rc());
      case Told(var code, var answer) when meaning.apply(code) == Meaning.PAID ->
          paid(rc(code), answer, quote);
      case Told(var code, var answer) -> claimed(meaning.apply(code), code, answer);
    };
  }

  /// What an answer says, taken at its word.
  static Evidence claimed(Meaning meaning, ResponseCode code, Answer answer) {
    return switch (meaning) {
      case PAID -> new Success(rc(code), serial(answer), price(answer), null);
      case REFUSED -> new Refused(rc(code), Meaning.reason(code));
      case IN_PROCESS -> new InProcess(rc(code));
      case DOUBTFUL -> new Ambiguous(rc(code));
      case NOT_FOUND -> new NotFound(rc(code), false);
      case REVERSED -> new Reversed(rc(code));
    };
  }

  private static String rc(ResponseCode code) {
    return "rc " + code.rc();
  }

  private static String serial(Answer answer) {
    return answer.sn().orElse("");
  }

  private static Rupiah price(Answer answer) {
    return answer.bill().price().orElse(Rupiah.ZERO);
  }

  /// A yes counts at the price of the inquiry only. The selling price is not compared: it holds the
  /// biller's own admin fee, which no quote keeps, and moves none of our money.
  private static Evidence paid(String rc, Answer answer, Quote quote) {
    return answer.bill().price().equals(Optional.of(quote.cost()))
        ? new Success(rc, serial(answer), quote.cost(), receipt(answer, quote))
        : new Ambiguous(rc + ", another price");
  }

  /// The bill on the receipt, if it is the quoted one with more to say. A receipt that cannot be
  /// read leaves nothing undecided.
  private static @Nullable Bill receipt(Answer answer, Quote quote) {
    var family = Families.find(quote.bill().family());
    if (family.isEmpty()) {
      return null;
    }
    try {
      var paid = Billing.read(answer.bill(), family.get()).bill();
      var quoted = quote.bill();
      boolean same = paid.amount().equals(quoted.amount()) && paid.sheets() == quoted.sheets();
      return same && !paid.equals(quoted) ? paid : null;
    } catch (Garbled _) {
      return null;
    }
  }
}
