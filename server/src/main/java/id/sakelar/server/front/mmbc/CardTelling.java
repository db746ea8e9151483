package id.sakelar.server.front.mmbc;

import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Inquiry;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.Quote;
import id.sakelar.wire.mmbc.Card;
import id.sakelar.wire.mmbc.CardBill;
import id.sakelar.wire.mmbc.CardReceipt;
import id.sakelar.wire.mmbc.Status;
import java.util.Optional;

/// Tells inquiries and payments of cards in the words of the dialect. Thread-safe.
record CardTelling(Products products, WallClock clock) {
  /// For the customer's receipt, after the notes at the end of the document.
  private static final String NOTE =
      "Bank membukukan pembayaran paling lambat tiga hari kerja; bayarlah tiga hari sebelum jatuh"
          + " tempo.";

  /// What is told besides.
  ///
  /// @param timed how long it took, which only who orders it is told
  /// @param noted what the customer should know, unless nothing was paid
  record Extras(boolean timed, boolean noted) {}

  /// Tells what an inquiry found.
  CardBill bill(Inquiry inquiry) {
    var quote = inquiry.quote();
    return new CardBill(
        card(inquiry.id(), quote, quote.bill()), quote.bill().amount(), quote.sellingPrice());
  }

  /// Tells how a payment stands.
  CardReceipt of(Payment payment, Extras extras) {
    var standing = Standing.of(payment, clock.instant());
    return receipt(payment.inquiry(), payment.bill(), standing, extras);
  }

  /// Tells that there may be a payment of what was inquired.
  CardReceipt inDoubt(Inquiry inquiry, Extras extras) {
    var standing = Standing.inDoubt(clock.instant());
    return receipt(inquiry, inquiry.quote().bill(), standing, extras);
  }

  private CardReceipt receipt(Inquiry inquiry, Bill bill, Standing standing, Extras extras) {
    var quote = inquiry.quote();
    boolean noted = extras.noted() && standing.status() != Status.REFUND;
    return new CardReceipt(
        extras.timed() ? Optional.of(standing.duration()) : Optional.empty(),
        clock.at(standing.since()),
        inquiry.id().reference(),
        card(inquiry.id(), quote, bill),
        quote.bill().amount(),
        standing.serial(),
        quote.sellingPrice(),
        standing.status(),
        noted ? Optional.of(NOTE) : Optional.empty());
  }

  private Card card(PaymentId id, Quote quote, Bill bill) {
    var bank = bill instanceof Bill.CreditCard card ? card.bank() : "";
    var code = products.code(quote.product(), id.partner());
    return new Card(bank, code, bill.holder(), quote.customer());
  }
}
