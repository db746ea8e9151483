package id.sakelar.server.front.mmbc;

import id.sakelar.money.Rupiah;
import id.sakelar.server.front.Key;
import java.net.http.HttpResponse;

/// The contract of fronts, for vehicle tax.
class TaxFrontTest extends MmbcContract {
  private Visitor visitor() {
    return new Visitor(premises());
  }

  @Override
  HttpResponse<String> inquire(Key key, String customer) throws Exception {
    return visitor().inquireTax(key, "SAMSAT_JATIM", customer);
  }

  @Override
  HttpResponse<String> pay(Key key, String invoice, String customer) throws Exception {
    return visitor().payTax(key, invoice);
  }

  @Override
  HttpResponse<String> status(Key key, String invoice) throws Exception {
    return visitor().taxStatus(key, invoice);
  }

  @Override
  protected boolean tells(Meaning meaning) {
    return switch (meaning) {
      case DONE, PENDING, FAILED, WRONG_KEY, NO_FUNDS, NOT_FOUND, UNPAID -> true;
      case UNKNOWN_PARTNER, REFERENCE_USED -> false;
    };
  }

  @Override
  protected String customer(String number) {
    return TaxTelling.customer("MH" + number, "3201" + number);
  }

  @Override
  protected Rupiah price() {
    return Rupiah.of(13_500);
  }
}
