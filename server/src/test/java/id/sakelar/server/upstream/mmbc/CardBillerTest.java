package id.sakelar.server.upstream.mmbc;

import id.sakelar.http.Caller;
import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Biller;
import id.sakelar.server.payment.Biller.Order;
import id.sakelar.server.payment.Biller.Question;
import id.sakelar.server.upstream.BillerContract;
import id.sakelar.wire.mmbc.Card;
import id.sakelar.wire.mmbc.Sentence;
import id.sakelar.wire.mmbc.Status;

/// The connector to MMBC keeps the contract of all connectors with credit card bills.
class CardBillerTest extends BillerContract {
  @Override
  protected Biller biller(Caller caller) {
    return new MmbcBiller(caller, PretendedCard.LOGIN);
  }

  @Override
  protected String path() {
    return PretendedCard.PATH;
  }

  @Override
  protected Question question() {
    return PretendedCard.QUESTION;
  }

  @Override
  protected Order order() {
    return PretendedCard.ORDER;
  }

  /// No reference is on the wire: another order is one for another card.
  @Override
  protected String yes(String reference, Rupiah cost) {
    boolean isOurs = reference.equals(PretendedCard.REFERENCE);
    var number = isOurs ? PretendedCard.NUMBER : "4137700000000029";
    var card = new Card("Bank Mandiri", PretendedCard.BANK, "PEMEGANG DUA", number);
    return PretendedCard.says(
        PretendedCard.receipt(Status.CONFIRM, card, PretendedCard.AMOUNT, cost));
  }

  @Override
  protected String pending() {
    return PretendedCard.says(PretendedCard.receipt(Status.PENDING));
  }

  @Override
  protected String unknownWord() {
    return pending().replace("PENDING", "PROSES");
  }

  @Override
  protected String questionRefused() {
    return PretendedCard.refuses(Sentence.LIMIT);
  }
}
