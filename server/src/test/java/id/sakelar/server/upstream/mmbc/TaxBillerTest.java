package id.sakelar.server.upstream.mmbc;

import id.sakelar.http.Caller;
import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Biller;
import id.sakelar.server.payment.Biller.Order;
import id.sakelar.server.payment.Biller.Question;
import id.sakelar.server.upstream.BillerContract;
import id.sakelar.wire.mmbc.Sentence;
import id.sakelar.wire.mmbc.Status;

/// The connector to MMBC keeps the contract of all connectors with vehicle tax.
class TaxBillerTest extends BillerContract {
  @Override
  protected Biller biller(Caller caller) {
    return new MmbcBiller(caller, PretendedCard.LOGIN);
  }

  @Override
  protected String path() {
    return PretendedTax.PATH;
  }

  @Override
  protected Question question() {
    return PretendedTax.QUESTION;
  }

  @Override
  protected Order order() {
    return PretendedTax.ORDER;
  }

  /// No reference is on the wire: another order is one of another invoice.
  @Override
  protected String yes(String reference, Rupiah cost) {
    boolean isOurs = reference.equals(PretendedTax.REFERENCE);
    var invoice = isOurs ? PretendedTax.INVOICE : "11111111112";
    var vehicle = PretendedTax.vehicle(PretendedTax.CHASSIS, PretendedTax.IDENTITY, cost);
    return PretendedTax.says(Status.CONFIRM, PretendedTax.PRODUCT, invoice, vehicle);
  }

  @Override
  protected String pending() {
    return PretendedTax.says(Status.PENDING);
  }

  @Override
  protected String unknownWord() {
    return pending().replace("PENDING", "PROSES");
  }

  @Override
  protected String questionRefused() {
    return PretendedTax.refusesStatus(Sentence.LOGIN.text());
  }
}
