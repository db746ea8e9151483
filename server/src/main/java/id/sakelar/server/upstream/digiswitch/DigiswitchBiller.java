package id.sakelar.server.upstream.digiswitch;

import id.sakelar.http.Caller;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Biller;
import id.sakelar.server.payment.Biller.Found.NoBill;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Evidence.Ambiguous;
import id.sakelar.server.payment.Evidence.InProcess;
import id.sakelar.server.payment.Evidence.NotFound;
import id.sakelar.server.payment.Evidence.NotSent;
import id.sakelar.server.payment.Evidence.Refused;
import id.sakelar.server.payment.Evidence.Reversed;
import id.sakelar.server.payment.Evidence.Success;
import id.sakelar.server.payment.Quote;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.upstream.digiswitch.Hearing.Bare;
import id.sakelar.server.upstream.digiswitch.Hearing.Doubt;
import id.sakelar.server.upstream.digiswitch.Hearing.Told;
import id.sakelar.server.upstream.digiswitch.Hearing.Unsent;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.digiswitch.Account;
import id.sakelar.wire.digiswitch.Answer;
import id.sakelar.wire.digiswitch.ResponseCode;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.desc.Family;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Pays bills at Digiswitch or Digiflazz. Safe for many threads.
///
/// Only what is beyond doubt is a yes or a no: a whole answer with an HTTP status of the dialect,
/// about this reference, customer and product, whose code and status agree. Codes of evidence are
/// `rc` and two digits, `http` and the status, or words of ours.
public final class DigiswitchBiller implements Biller {
  private final Line line;
  private final Asking asking;

  /// @param caller reaches the biller and nobody else; stays open for as long as this is used
  public DigiswitchBiller(Caller caller, Account account, Spelling spelling) {
    this.line = new Line(caller, spelling);
    this.asking = new Asking(account);
  }

  /// Whether the dialect has fields for such bills.
  public static boolean serves(id.sakelar.server.catalog.Family family) {
    return Families.find(family).isPresent();
  }

  /// Asks for a bill. A product of a family the dialect does not have is closed: nobody could read
  /// its bill.
  @Override
  public Found inquire(Question question) {
    var family = Families.find(question.family());
    if (family.isEmpty()) {
      return new NoBill(Reason.PRODUCT_CLOSED);
    }
    if (!Asking.hasSpeakableAmount(question)) {
      return new NoBill(Reason.AMOUNT_INVALID);
    }
    if (!Asking.hasSpeakableYear(question)) {
      return new NoBill(Reason.MALFORMED);
    }
    return found(line.ask(asking.bill(question, family.get())), family.get());
  }

  @Override
  public Evidence pay(Order order) {
    var hearing = line.ask(asking.payment(order));
    return hearing instanceof Unsent
        ? new NotSent("not sent")
        : evidence(hearing, Meaning::ofOrder, order.quote());
  }

  @Override
  public Evidence status(Order order) {
    return evidence(line.ask(asking.status(order)), Meaning::ofStatus, order.quote());
  }

  private static Found found(Hearing hearing, Family family) {
    return switch (hearing) {
      case Unsent _, Doubt _ -> new NoBill(Reason.BILLER_UNREACHABLE);
      case Bare(var code) -> new NoBill(Meaning.reason(code));
      case Told(var code, var answer) when code == ResponseCode.SUCCESS -> found(answer, family);
      case Told(var code, _) -> new NoBill(Meaning.reason(code));
    };
  }

  private static Found found(Answer answer, Family family) {
    try {
      return Billing.read(answer.bill(), family);
    } catch (Garbled _) {
      return new NoBill(Reason.BILLER_UNREACHABLE);
    }
  }

  /// What a question that was not sent proves is for the caller: here, nothing.
  private Evidence evidence(Hearing hearing, Function<ResponseCode, Meaning> meaning, Quote quote) {
    return switch (hearing) {
      case Unsent _ -> new Ambiguous("not sent");
      case Doubt(String why) -> new Ambiguous(why);
      case Bare(var code) -> new Ambiguous("bare rc " + code.rc());
      case Told(var code, var answer) -> evidence(meaning.apply(code), code, answer, quote);
    };
  }

  private Evidence evidence(Meaning meaning, ResponseCode code, Answer answer, Quote quote) {
    String rc = "rc " + code.rc();
    return switch (meaning) {
      case PAID -> paid(rc, answer, quote);
      case REFUSED -> new Refused(rc, Meaning.reason(code));
      case IN_PROCESS -> new InProcess(rc);
      case DOUBTFUL -> new Ambiguous(rc);
      case NOT_FOUND -> new NotFound(rc, false);
      case REVERSED -> new Reversed(rc);
    };
  }

  /// A yes counts at the price of the inquiry only. The selling price is not compared: it holds the
  /// biller's own admin fee, which no quote keeps, and moves none of our money.
  private Evidence paid(String rc, Answer answer, Quote quote) {
    return answer.bill().price().equals(Optional.of(quote.cost()))
        ? new Success(rc, answer.sn().orElse(""), quote.cost(), receipt(answer, quote))
        : new Ambiguous(rc + ", another price");
  }

  /// The bill on the receipt, if it is the quoted one with more to say. A receipt that cannot be
  /// read leaves nothing undecided.
  private @Nullable Bill receipt(Answer answer, Quote quote) {
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
