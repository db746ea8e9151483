package id.sakelar.server.front.mmbc;

import id.sakelar.server.front.mmbc.CardTelling.Extras;
import id.sakelar.server.partner.Partner;
import id.sakelar.wire.mmbc.CardReceipt;
import id.sakelar.wire.mmbc.Refusal;
import id.sakelar.wire.mmbc.Reply;
import id.sakelar.wire.mmbc.Sentence;
import id.sakelar.wire.mmbc.StatusTransfer;

/// Tells how the payment of a card stands. Thread-safe.
record CardStatusClerk(CardInvoices invoices) implements Clerk<StatusTransfer, CardReceipt> {
  @Override
  public Reply<CardReceipt> answer(Partner partner, StatusTransfer question) {
    return told(partner, question, new Refusal.Bare(Sentence.NOT_FOUND.text()));
  }

  /// A payment that exists is told as it stands, since a refusal would say that it failed.
  @Override
  public Reply<CardReceipt> answerBarred(
      Partner partner, StatusTransfer question, Refusal refusal) {
    return told(partner, question, refusal);
  }

  private Reply<CardReceipt> told(Partner partner, StatusTransfer question, Refusal otherwise) {
    return invoices
        .find(CardInvoices.id(partner, question.invoice()), new Extras(false, question.receipt()))
        .map(Reply::ok)
        .orElseGet(() -> Reply.no(otherwise));
  }

  @Override
  public boolean isAboutPayments() {
    return true;
  }
}
