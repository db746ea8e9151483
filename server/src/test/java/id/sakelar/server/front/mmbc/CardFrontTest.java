package id.sakelar.server.front.mmbc;

import id.sakelar.money.Rupiah;
import id.sakelar.server.front.Key;
import java.net.http.HttpResponse;

/// The contract of fronts, for credit cards.
class CardFrontTest extends MmbcContract {
  private static final long AMOUNT = 50_000;

  private Visitor visitor() {
    return new Visitor(premises());
  }

  @Override
  HttpResponse<String> inquire(Key key, String customer) throws Exception {
    return visitor().inquireCard(key, customer, AMOUNT);
  }

  @Override
  HttpResponse<String> pay(Key key, String invoice, String customer) throws Exception {
    return visitor().transferTo(key, customer, AMOUNT);
  }

  @Override
  HttpResponse<String> status(Key key, String invoice) throws Exception {
    return visitor().cardStatus(key, invoice);
  }

  @Override
  protected boolean tells(Meaning meaning) {
    return switch (meaning) {
      case DONE, PENDING, FAILED, WRONG_KEY, NO_FUNDS, NOT_FOUND -> true;
      case UNKNOWN_PARTNER, REFERENCE_USED, UNPAID -> false;
    };
  }

  @Override
  protected String customer(String number) {
    return Visitor.card(number);
  }

  @Override
  protected Rupiah price() {
    return Rupiah.of(AMOUNT + 3_000);
  }

  /// Only who pays is told how long it took.
  @Override
  protected String told(HttpResponse<String> answer) {
    return answer.body().replace("\"duration\":\"1 sec\",", "");
  }
}
