package id.sakelar.server.upstream.mmbc;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Biller;
import id.sakelar.server.payment.Biller.Found.Billed;
import id.sakelar.server.payment.Biller.Found.NoBill;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Evidence.Ambiguous;
import id.sakelar.server.payment.Evidence.InProcess;
import id.sakelar.server.payment.Quote;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.upstream.mmbc.Hearing.Denied;
import id.sakelar.server.upstream.mmbc.Hearing.Doubt;
import id.sakelar.server.upstream.mmbc.Hearing.Told;
import id.sakelar.server.upstream.mmbc.Hearing.Unsent;
import id.sakelar.wire.mmbc.Card;
import id.sakelar.wire.mmbc.CardBill;
import id.sakelar.wire.mmbc.CardReceipt;
import id.sakelar.wire.mmbc.InquiryAcc;
import id.sakelar.wire.mmbc.Login;
import id.sakelar.wire.mmbc.Mmbc;
import id.sakelar.wire.mmbc.Refusal;
import id.sakelar.wire.mmbc.Shape;
import id.sakelar.wire.mmbc.Status;
import id.sakelar.wire.mmbc.StatusTransfer;
import id.sakelar.wire.mmbc.TransferAcc;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Credit card bills. The order names no payment, so its answer is told from another's by card,
/// bank and amount; from then on the biller's invoice does.
final class Cards implements Biller {
  private static final Rupiah MOST = Rupiah.of(9_999_999_999_999L);

  private final Line line;
  private final Login login;

  Cards(Line line, Login login) {
    this.line = line;
    this.login = login;
  }

  @Override
  public Found inquire(Question question) {
    @Nullable Rupiah amount = question.amount();
    if (amount == null) {
      return new NoBill(Reason.AMOUNT_INVALID);
    }
    var flaw = findFlaw(question.product(), question.customer(), amount);
    return flaw.isPresent()
        ? new NoBill(flaw.get())
        : inquire(question.product(), question.customer(), amount);
  }

  private Found inquire(String bank, String card, Rupiah amount) {
    var asked = new InquiryAcc(login, bank, card, amount, Optional.empty());
    return found(line.ask(Mmbc.INQUIRY_ACC, asked), asked);
  }

  /// Why the dialect cannot say this, if it cannot.
  private static Optional<Reason> findFlaw(String bank, String card, Rupiah amount) {
    if (!Shape.CC_CODE.holds(bank)) {
      return Optional.of(Reason.PRODUCT_CLOSED);
    }
    if (!Shape.CARD.holds(card)) {
      return Optional.of(Reason.NUMBER_WRONG);
    }
    boolean isSpeakable = amount.isWhole() && amount.isPositive() && amount.compareTo(MOST) <= 0;
    return isSpeakable ? Optional.empty() : Optional.of(Reason.AMOUNT_INVALID);
  }

  private Found found(Hearing<CardBill> hearing, InquiryAcc asked) {
    return switch (hearing) {
      case Unsent<CardBill> _ -> NoBill.unheard("not sent");
      case Doubt<CardBill>(var why) -> NoBill.unheard(why);
      case Denied<CardBill>(var refusal) -> new NoBill(denial(refusal.reason(), "").reason());
      case Told<CardBill>(var told) -> found(told, asked);
    };
  }

  /// A bill of another card, or one whose payment takes less than it pays, is unreadable.
  private static Found found(CardBill told, InquiryAcc asked) {
    var card = told.card();
    boolean isReadable =
        isOf(card, asked.ccCode(), asked.ccAccountnumber())
            && told.amount().equals(asked.amount())
            && told.debet().compareTo(told.amount()) >= 0;
    return isReadable
        ? new Billed(
            new Bill.CreditCard(card.ccName(), 1, told.amount(), card.ccBank()), told.debet())
        : new NoBill(Reason.BILLER_UNREACHABLE);
  }

  @Override
  public Evidence pay(Order order) {
    var quote = order.quote();
    var amount = quote.bill().amount();
    if (findFlaw(quote.upstreamProduct(), quote.customer(), amount).isPresent()) {
      return Errand.ORDER.unsent("not for this biller");
    }
    var asked = TransferAcc.of(login, quote.upstreamProduct(), quote.customer(), amount);
    return evidence(line.ask(Mmbc.TRANSFER_ACC, asked), Errand.ORDER, quote, "");
  }

  @Override
  public Evidence status(Order order) {
    @Nullable String invoice = order.number();
    if (invoice == null || !Shape.INVOICE.holds(invoice)) {
      return Errand.STATUS.unsent("no invoice");
    }
    var asked = new StatusTransfer(login, invoice, false);
    return evidence(line.ask(Mmbc.STATUS_TRANSFER, asked), Errand.STATUS, order.quote(), invoice);
  }

  /// @param invoice the one that was asked about; empty if none is known yet
  private Evidence evidence(
      Hearing<CardReceipt> hearing, Errand errand, Quote quote, String invoice) {
    return switch (hearing) {
      case Unsent<CardReceipt> _ -> errand.unsent("not sent");
      case Doubt<CardReceipt>(String why) -> new Ambiguous(why);
      case Denied<CardReceipt>(Refusal.Bare(String reason)) ->
          denial(reason, invoice).evidence(errand);
      case Denied<CardReceipt> _ -> new Ambiguous("no, not to our order");
      case Told<CardReceipt>(var receipt) ->
          isOf(receipt, quote) && (invoice.isEmpty() || receipt.invoice().equals(invoice))
              ? evidence(receipt, errand, quote.cost())
              : new Ambiguous("not our order");
    };
  }

  /// The bank's reference is what a receipt is worth: until it is there, which takes a status
  /// question, the payment is being worked on.
  private static Evidence evidence(CardReceipt receipt, Errand errand, Rupiah cost) {
    var invoice = Shape.INVOICE.holds(receipt.invoice()) ? receipt.invoice() : null;
    String reference = receipt.reference().strip();
    return receipt.status() == Status.CONFIRM && reference.isEmpty()
        ? new InProcess("ok CONFIRM, no reference", invoice)
        : new Standing(receipt.status(), invoice, reference, receipt.debet(), null)
            .evidence(errand, cost);
  }

  private Denial denial(String reason, String invoice) {
    return Denial.of(reason, login.username(), invoice);
  }

  private static boolean isOf(CardReceipt receipt, Quote quote) {
    return isOf(receipt.card(), quote.upstreamProduct(), quote.customer())
        && receipt.amount().equals(quote.bill().amount());
  }

  private static boolean isOf(Card card, String bank, String number) {
    return card.ccBankcode().equals(bank) && card.ccAccountnumber().equals(number);
  }
}
