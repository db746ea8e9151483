package id.sakelar.server.upstream.digiswitch;

import id.sakelar.http.Messenger;
import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Biller;
import id.sakelar.server.payment.Biller.Found.NoBill;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Evidence.NotSent;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.upstream.digiswitch.Hearing.Bare;
import id.sakelar.server.upstream.digiswitch.Hearing.Doubt;
import id.sakelar.server.upstream.digiswitch.Hearing.Told;
import id.sakelar.server.upstream.digiswitch.Hearing.Unsent;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.digiswitch.Account;
import id.sakelar.wire.digiswitch.Answer;
import id.sakelar.wire.digiswitch.BalanceQuestion;
import id.sakelar.wire.digiswitch.ResponseCode;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.desc.Family;
import java.util.Optional;

/// Pays bills at Digiswitch or Digiflazz. Safe for many threads.
///
/// Only what is beyond doubt is a yes or a no: a whole answer with an HTTP status of the dialect,
/// about this reference, customer and product, whose code and status agree. Codes of evidence are
/// `rc` and two digits, `http` and the status, or words of ours.
public final class DigiswitchBiller implements Biller {
  private final Line line;
  private final Asking asking;

  /// @param caller reaches the biller and nobody else; stays open for as long as this is used
  public DigiswitchBiller(Messenger caller, Account account, Spelling spelling) {
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
        : Proof.of(hearing, Meaning::ofOrder, order.quote());
  }

  @Override
  public Evidence status(Order order) {
    return Proof.of(line.ask(asking.status(order)), Meaning::ofStatus, order.quote());
  }

  @Override
  public Optional<Rupiah> balance() {
    return line.ask(BalanceQuestion.by(asking.account()));
  }

  private static Found found(Hearing hearing, Family family) {
    return switch (hearing) {
      case Unsent _ -> NoBill.unheard("not sent");
      case Doubt(var why) -> NoBill.unheard(why);
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
}
