package id.sakelar.server.upstream.mmbc;

import id.sakelar.server.payment.Biller;
import id.sakelar.server.payment.Biller.Found.Billed;
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
import id.sakelar.server.payment.VehicleTax;
import id.sakelar.server.upstream.mmbc.Hearing.Denied;
import id.sakelar.server.upstream.mmbc.Hearing.Doubt;
import id.sakelar.server.upstream.mmbc.Hearing.Told;
import id.sakelar.server.upstream.mmbc.Hearing.Unsent;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.mmbc.Echo;
import id.sakelar.wire.mmbc.InquiryEsamsat;
import id.sakelar.wire.mmbc.Login;
import id.sakelar.wire.mmbc.Mmbc;
import id.sakelar.wire.mmbc.PayEsamsat;
import id.sakelar.wire.mmbc.Refusal;
import id.sakelar.wire.mmbc.Refusal.Bare;
import id.sakelar.wire.mmbc.Refusal.OfInvoice;
import id.sakelar.wire.mmbc.Refusal.OfVehicle;
import id.sakelar.wire.mmbc.SamsatBill;
import id.sakelar.wire.mmbc.SamsatReceipt;
import id.sakelar.wire.mmbc.Shape;
import id.sakelar.wire.mmbc.StatusInvoice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Vehicle tax. What an inquiry has found goes by its invoice from then on, so that an order can be
/// asked after whatever came of it.
final class Taxes implements Biller {
  private static final Evidence PAID_ALREADY = new Ambiguous("no ALREADY_PAID");

  private final Line line;
  private final Login login;

  Taxes(Line line, Login login) {
    this.line = line;
    this.login = login;
  }

  /// What was inquired, and is to be paid or asked after.
  private record Inquired(Quote quote, Papers papers, String invoice) {
    static Optional<Inquired> find(Order order) {
      @Nullable String invoice = order.number();
      return invoice == null || !Shape.INVOICE.holds(invoice)
          ? Optional.empty()
          : Papers.find(order.quote().customer())
              .map(papers -> new Inquired(order.quote(), papers, invoice));
    }

    boolean isToldBy(SamsatReceipt receipt) {
      return receipt.product().equals(quote.upstreamProduct())
          && receipt.invoice().equals(invoice)
          && papers.areOf(receipt.vehicle());
    }

    boolean isRepeatedBy(Echo echo) {
      return echo.invoice().equals(invoice)
          && Papers.isRepeated(quote.upstreamProduct(), echo.product())
          && papers.areRepeatedBy(echo);
    }
  }

  @Override
  public Found inquire(Question question) {
    if (!Shape.PRODUCT.holds(question.product())) {
      return new NoBill(Reason.PRODUCT_CLOSED);
    }
    return Papers.find(question.customer())
        .map(papers -> inquire(question.product(), papers))
        .orElse(new NoBill(Reason.NUMBER_WRONG));
  }

  private Found inquire(String product, Papers papers) {
    var asked = new InquiryEsamsat(login, product, papers.identity(), papers.chassis());
    return switch (line.ask(Mmbc.INQUIRY_ESAMSAT, asked)) {
      case Unsent<SamsatBill> _ -> NoBill.unheard("not sent");
      case Doubt<SamsatBill>(var why) -> NoBill.unheard(why);
      case Denied<SamsatBill>(var refusal) -> denied(refusal, product, papers);
      case Told<SamsatBill>(var told) ->
          told.product().equals(product) && papers.areOf(told.vehicle())
              ? found(told)
              : unreachable();
    };
  }

  private static Found found(SamsatBill told) {
    try {
      return Shape.INVOICE.holds(told.invoice())
          ? new Billed(Billing.read(told.vehicle()), told.vehicle().total(), told.invoice())
          : unreachable();
    } catch (Garbled _) {
      return unreachable();
    }
  }

  private Found denied(Refusal refusal, String product, Papers papers) {
    boolean isOurs =
        switch (refusal) {
          case Bare _, OfInvoice _ -> true;
          case OfVehicle(_, Echo echo, _, _) ->
              Papers.isRepeated(product, echo.product()) && papers.areRepeatedBy(echo);
        };
    return isOurs ? new NoBill(denial(refusal.reason(), "").reason()) : unreachable();
  }

  @Override
  public Evidence pay(Order order) {
    return Inquired.find(order)
        .map(
            it -> {
              var asked = new PayEsamsat(login, it.invoice(), Optional.empty());
              var heard = evidence(line.ask(Mmbc.PAY_ESAMSAT, asked), Errand.ORDER, it);
              return heard.equals(PAID_ALREADY) ? whoHasPaid(order) : heard;
            })
        .orElse(Errand.ORDER.unsent("no invoice"));
  }

  /// "Paid already" may mean by our own order, if what lies between has delivered it twice. The
  /// invoice is ours alone: if it is not paid, somebody else has paid the tax.
  private Evidence whoHasPaid(Order order) {
    return switch (status(order)) {
      case NotFound _ -> new Refused(PAID_ALREADY.code(), Reason.ALREADY_PAID);
      case Success it -> it;
      case Refused it -> it;
      case InProcess it -> it;
      case Ambiguous _, NotSent _, Reversed _ -> PAID_ALREADY;
    };
  }

  @Override
  public Evidence status(Order order) {
    return Inquired.find(order)
        .map(
            it -> {
              var asked = new StatusInvoice(login, it.invoice());
              return evidence(line.ask(Mmbc.STATUS_INVOICE, asked), Errand.STATUS, it);
            })
        .orElse(Errand.STATUS.unsent("no invoice"));
  }

  private Evidence evidence(Hearing<SamsatReceipt> hearing, Errand errand, Inquired inquired) {
    return switch (hearing) {
      case Unsent<SamsatReceipt> _ -> errand.unsent("not sent");
      case Doubt<SamsatReceipt>(String why) -> new Ambiguous(why);
      case Denied<SamsatReceipt>(var refusal) -> denied(refusal, errand, inquired);
      case Told<SamsatReceipt>(var receipt) ->
          inquired.isToldBy(receipt)
              ? standing(receipt, inquired).evidence(errand, inquired.quote().cost())
              : new Ambiguous("not our order");
    };
  }

  /// An order is refused in a form that repeats what it is about, a status question in another.
  /// Whatever comes in the wrong form is about something else.
  private Evidence denied(Refusal refusal, Errand errand, Inquired inquired) {
    boolean isOurs =
        switch (refusal) {
          case Bare _ -> false;
          case OfInvoice _ -> errand == Errand.STATUS;
          case OfVehicle(_, Echo echo, _, _) ->
              errand == Errand.ORDER && inquired.isRepeatedBy(echo);
        };
    return isOurs
        ? denial(refusal.reason(), inquired.invoice()).evidence(errand)
        : new Ambiguous("no, not to our order");
  }

  private static Standing standing(SamsatReceipt receipt, Inquired inquired) {
    String trace = receipt.traceNumber();
    var bill = inquired.quote().bill();
    return new Standing(
        receipt.status(),
        inquired.invoice(),
        receipt.referenceNumber(),
        receipt.vehicle().total(),
        bill instanceof VehicleTax quoted && !trace.isEmpty()
            ? Billing.receipt(quoted, trace)
            : null);
  }

  private Denial denial(String reason, String invoice) {
    return Denial.of(reason, login.username(), invoice);
  }

  private static Found unreachable() {
    return new NoBill(Reason.BILLER_UNREACHABLE);
  }
}
