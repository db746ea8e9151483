package id.sakelar.server.upstream.iak;

import id.sakelar.http.Caller;
import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Biller;
import id.sakelar.server.payment.Biller.Found.NoBill;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Evidence.Ambiguous;
import id.sakelar.server.payment.Evidence.InProcess;
import id.sakelar.server.payment.Evidence.NotFound;
import id.sakelar.server.payment.Evidence.NotSent;
import id.sakelar.server.payment.Evidence.Refused;
import id.sakelar.server.payment.Evidence.Success;
import id.sakelar.server.payment.Quote;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.upstream.iak.Hearing.Bare;
import id.sakelar.server.upstream.iak.Hearing.Doubt;
import id.sakelar.server.upstream.iak.Hearing.Told;
import id.sakelar.server.upstream.iak.Hearing.Unsent;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.iak.Account;
import id.sakelar.wire.iak.Answer;
import id.sakelar.wire.iak.BalanceQuestion;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.ResponseCode;
import id.sakelar.wire.iak.Status;
import java.util.Optional;

/// Pays bills at IAK. Safe for many threads.
///
/// Only what is beyond doubt is a yes or a no: a whole answer with an HTTP status of the dialect,
/// about this number, reference, customer and product, whose code and status agree; or, of an order
/// that was turned down at the door, the bare word. The dialect has no test calls, so none are
/// made. Codes of evidence are `rc` and two or three digits, `http` and the status, or words of
/// ours.
public final class IakBiller implements Biller {
  private final Line line;
  private final Asking asking;

  /// @param caller reaches the biller and nobody else; stays open for as long as this is used
  /// @param format the biller answers in the one it is asked in
  public IakBiller(Caller caller, Account account, Format format) {
    this.line = new Line(caller, format);
    this.asking = new Asking(account);
  }

  /// Whether the dialect has fields for such bills.
  public static boolean serves(id.sakelar.server.catalog.Family family) {
    return Families.has(family);
  }

  /// Asks for a bill. A product of a family the dialect does not have is closed: nobody could read
  /// its bill.
  @Override
  public Found inquire(Question question) {
    return Asking.findObstacle(question).<Found>map(NoBill::new).orElseGet(() -> asked(question));
  }

  private Found asked(Question question) {
    var asked = asking.bill(question);
    var hearing =
        line.ask(
            asked,
            echo ->
                echo.code().equals(asked.code())
                    && echo.hp().equals(asked.hp())
                    && echo.refId().equals(asked.refId()));
    return switch (hearing) {
      case Unsent _ -> NoBill.unheard("not sent");
      case Doubt(var why) -> NoBill.unheard(why);
      case Told(var code, var answer) when code == ResponseCode.SUCCESS -> read(question, answer);
      case Told(var code, _) -> new NoBill(Meaning.reason(code));
      case Bare(var code) -> new NoBill(Meaning.reason(code));
    };
  }

  private static Found read(Question question, Answer answer) {
    try {
      return Billing.read(question, answer);
    } catch (Garbled _) {
      return new NoBill(Reason.BILLER_UNREACHABLE);
    }
  }

  /// Orders the payment of the inquiry that the order's number tells.
  @Override
  public Evidence pay(Order order) {
    var ours = Asking.findEcho(order);
    if (ours.isEmpty() || order.test()) {
      return new NotSent("nothing to send");
    }
    var hearing = line.ask(asking.payment(ours.get()), ours.get()::equals);
    return switch (hearing) {
      case Unsent _ -> new NotSent("not sent");
      case Doubt(var why) -> new Ambiguous(why);
      case Bare(var code) -> bare(Meaning.ofOrder(code), code);
      case Told(var code, var answer) when !mayStandAs(code, answer.booking().status()) ->
          new Ambiguous(rc(code) + ", another status");
      case Told(var code, var answer) ->
          evidence(Meaning.ofOrder(code), code, answer, order.quote());
    };
  }

  /// A bare word counts only where the order was turned down before there was anything to tell.
  private static Evidence bare(Meaning meaning, ResponseCode code) {
    return meaning == Meaning.TURNED_DOWN
        ? new Refused(rc(code), Meaning.reason(code))
        : new Ambiguous("bare " + rc(code));
  }

  @Override
  public Evidence status(Order order) {
    var ours = Asking.findEcho(order);
    if (ours.isEmpty()) {
      return new Ambiguous("nothing to ask about");
    }
    var hearing = line.ask(asking.status(ours.get()), ours.get()::equals);
    return switch (hearing) {
      case Unsent _ -> new Ambiguous("not sent");
      case Doubt(var why) -> new Ambiguous(why);
      case Bare(var code) when code == ResponseCode.NOT_FOUND -> new NotFound(rc(code), false);
      case Bare(var code) -> new Ambiguous("bare " + rc(code));
      case Told(var code, var answer) when !standsAs(code, answer.booking().status()) ->
          new Ambiguous(rc(code) + ", another status");
      case Told(var code, var answer) ->
          evidence(Meaning.ofStatus(code), code, answer, order.quote());
    };
  }

  @Override
  public Optional<Rupiah> balance() {
    return line.ask(BalanceQuestion.by(asking.account()));
  }

  private static boolean standsAs(ResponseCode code, Optional<Status> told) {
    return told.equals(Optional.of(Meaning.status(code)));
  }

  /// The answer to an order tells no status; if it does, the two have to agree.
  private static boolean mayStandAs(ResponseCode code, Optional<Status> told) {
    return told.isEmpty() || standsAs(code, told);
  }

  private static Evidence evidence(Meaning meaning, ResponseCode code, Answer answer, Quote quote) {
    return switch (meaning) {
      case PAID -> paid(rc(code), answer, quote);
      case REFUSED, TURNED_DOWN -> new Refused(rc(code), Meaning.reason(code));
      case IN_PROCESS -> new InProcess(rc(code));
      case DOUBTFUL -> new Ambiguous(rc(code));
      case NOT_FOUND -> new NotFound(rc(code), false);
    };
  }

  /// A yes counts only for the whole bill, and at the price of the inquiry.
  private static Evidence paid(String rc, Answer answer, Quote quote) {
    var owed = answer.owed();
    var bill = quote.bill();
    boolean asQuoted =
        owed.sellingPrice().equals(quote.cost()) && owed.nominal().equals(bill.amount());
    String serial = answer.booking().noref().orElse("");
    return asQuoted
        ? new Success(rc, serial, quote.cost(), Receipt.find(bill, owed.desc()).orElse(null))
        : new Ambiguous(rc + ", another price");
  }

  private static String rc(ResponseCode code) {
    return "rc " + code.code();
  }
}
