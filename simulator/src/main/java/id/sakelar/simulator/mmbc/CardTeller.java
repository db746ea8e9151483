package id.sakelar.simulator.mmbc;

import id.sakelar.money.Rupiah;
import id.sakelar.simulator.Row;
import id.sakelar.simulator.mmbc.Subject.OfCard;
import id.sakelar.wire.Masked;
import id.sakelar.wire.mmbc.CardBill;
import id.sakelar.wire.mmbc.CardReceipt;
import id.sakelar.wire.mmbc.CreditCard;
import id.sakelar.wire.mmbc.InquiryAcc;
import id.sakelar.wire.mmbc.Refusal.Bare;
import id.sakelar.wire.mmbc.Reply;
import id.sakelar.wire.mmbc.Sentence;
import id.sakelar.wire.mmbc.Status;
import id.sakelar.wire.mmbc.StatusTransfer;
import id.sakelar.wire.mmbc.TransferAcc;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Decides on credit card bills. Safe for many threads.
///
/// The document's transfer names no payment, so every call is one: whoever asks twice pays twice.
final class CardTeller {
  private static final Rupiah FEE = Rupiah.of(3_000);
  private static final Rupiah LEAST = Rupiah.of(50_000);
  private static final Rupiah MOST = Rupiah.of(1_000_000_000);
  private static final int REFERENCE_DIGITS = 15;

  private final Shop shop;
  private final Cards cards;
  private final Invoices<OfCard> invoices;
  private final Register register;

  CardTeller(Shop shop, Cards cards, Invoices<OfCard> invoices, Register register) {
    this.shop = shop;
    this.cards = cards;
    this.invoices = invoices;
    this.register = register;
  }

  Reply<List<CreditCard>> list() {
    return Reply.ok(cards.banks().stream().map(Bank::line).toList());
  }

  Reply<CardBill> inquire(InquiryAcc asked, Will will) {
    return answer(
        () -> {
          var wanted = new OfCard(asked.ccCode(), asked.ccAccountnumber(), asked.amount());
          var holder = holder(wanted);
          will.check();
          holder.fate().checkInquiry();
          return new CardBill(cards.shown(wanted), wanted.amount(), debet(wanted));
        });
  }

  Reply<CardReceipt> transfer(TransferAcc asked, Will will) {
    return answer(
        () -> {
          var wanted = new OfCard(asked.ccCode(), asked.ccAccountnumber(), asked.amount());
          var holder = holder(wanted);
          will.check();
          holder.fate().checkPayment();
          var invoice = invoices.next(shop.now(), wanted);
          var row = register.take(row(invoice, holder, asked.refId().orElse(invoice.number())));
          return receipt(invoice, row, asked.direct() ? Status.PENDING : status(row))
              .withDuration(Duration.between(invoice.at(), shop.now()));
        });
  }

  Reply<CardReceipt> status(StatusTransfer asked) {
    return answer(
        () -> {
          var former = Optional.ofNullable(cards.former().get(asked.invoice()));
          var invoice = invoices.find(asked.invoice());
          var row = register.find(asked.invoice());
          if (former.isPresent()) {
            return former.get();
          }
          if (invoice.isEmpty() || row.isEmpty()) {
            throw new Rejection(Sentence.NOT_FOUND);
          }
          return receipt(invoice.get(), row.get(), status(row.get()));
        });
  }

  /// What is said, unless it is refused.
  @FunctionalInterface
  private interface Decision<A> {
    A made() throws Rejection;
  }

  private static <A> Reply<A> answer(Decision<A> decision) {
    try {
      return Reply.ok(decision.made());
    } catch (Rejection e) {
      return Reply.no(new Bare(e.sentence().text()));
    }
  }

  private Holder holder(OfCard wanted) throws Rejection {
    var holder = cards.holder(wanted);
    if (wanted.amount().compareTo(LEAST) < 0) {
      throw new Rejection(Sentence.AMOUNT_LEAST);
    }
    if (wanted.amount().compareTo(MOST) > 0) {
      throw new Rejection(Sentence.AMOUNT_MOST);
    }
    return holder;
  }

  private Row row(Invoice<OfCard> invoice, Holder holder, String wantedReference) {
    var fate = holder.fate();
    return new Row(
        register.reference(invoice.number(), wantedReference),
        invoice.number(),
        holder
            .reference()
            .orElseGet(() -> Digest.digits("card " + invoice.number(), REFERENCE_DIGITS)),
        invoice.subject().ccCode(),
        Masked.lastFour(invoice.subject().number()),
        debet(invoice.subject()),
        invoice.at(),
        invoice.at().plus(fate.undecidedFor(shop.pendingFor())),
        fate.ending(),
        fate.ending().name());
  }

  private Status status(Row row) {
    return switch (row.state(shop.now())) {
      case PENDING -> Status.PENDING;
      case PAID -> Status.CONFIRM;
      case FAILED -> Status.REFUND;
    };
  }

  private CardReceipt receipt(Invoice<OfCard> invoice, Row row, Status status) throws Rejection {
    return new CardReceipt(
        Optional.empty(),
        Shop.date(row.at()),
        invoice.number(),
        cards.shown(invoice.subject()),
        invoice.subject().amount(),
        status == Status.CONFIRM ? row.serial() : "",
        row.price(),
        status,
        Optional.empty());
  }

  private static Rupiah debet(OfCard wanted) {
    return wanted.amount().plus(FEE);
  }
}
