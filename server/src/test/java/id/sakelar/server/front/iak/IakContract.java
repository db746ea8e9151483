package id.sakelar.server.front.iak;

import id.sakelar.money.Rupiah;
import id.sakelar.server.front.FrontContract;
import id.sakelar.server.front.Key;
import id.sakelar.server.front.Premises;
import id.sakelar.wire.iak.Format;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How the contract is spoken in one of the formats.
abstract class IakContract extends FrontContract {
  private final Format format;

  /// Under which number something was inquired.
  private final Map<Inquired, Long> numbers = new ConcurrentHashMap<>();

  private record Inquired(Key key, String reference, String customer) {}

  IakContract(Format format) {
    this.format = format;
  }

  @Override
  protected Premises open() {
    return Premises.open(Visitor::open);
  }

  @Override
  protected Rupiah price() {
    return Rupiah.of(10_400);
  }

  @Override
  protected HttpResponse<String> send(Key key, Ask ask, String reference, String customer)
      throws Exception {
    var visitor = new Visitor(premises(), format);
    return switch (ask) {
      case INQUIRY -> inquire(visitor, new Inquired(key, reference, customer));
      case PAYMENT -> pay(visitor, new Inquired(key, reference, customer));
      case STATUS -> visitor.status(key, reference);
    };
  }

  private HttpResponse<String> inquire(Visitor visitor, Inquired asked) throws Exception {
    var answer = visitor.inquire(asked.key(), asked.reference(), asked.customer());
    if (meaning(answer) == Meaning.DONE) {
      numbers.put(asked, Visitor.number(answer));
    }
    return answer;
  }

  private HttpResponse<String> pay(Visitor visitor, Inquired asked) throws Exception {
    var number = numbers.get(asked);
    if (number != null) {
      return visitor.pay(asked.key(), number);
    }
    var answer = inquire(visitor, asked);
    return meaning(answer) == Meaning.DONE
        ? visitor.pay(asked.key(), Visitor.number(answer))
        : answer;
  }

  @Override
  protected boolean tells(Meaning meaning) {
    return switch (meaning) {
      case DONE, PENDING, FAILED, NO_FUNDS, NOT_FOUND, UNPAID -> true;
      case WRONG_KEY, REFERENCE_USED -> true;
      case UNKNOWN_PARTNER -> false;
    };
  }

  /// All but the status, which a payment's own answer has not.
  @Override
  protected String told(HttpResponse<String> answer) {
    return answer.body().replaceAll("\"status\":\\d,|\\s*<status>\\d</status>", "");
  }

  @Override
  protected Meaning meaning(HttpResponse<String> answer) {
    return switch (Visitor.verdict(answer)) {
      case "200 00" -> Meaning.DONE;
      case "200 06" -> Meaning.NOT_FOUND;
      case "200 11" -> Meaning.REFERENCE_USED;
      case "200 17" -> Meaning.NO_FUNDS;
      case "200 37" -> Meaning.FAILED;
      case "200 39" -> Meaning.PENDING;
      case "200 42" -> Meaning.UNPAID;
      case "200 100" -> Meaning.WRONG_KEY;
      default -> throw new AssertionError("no meaning: " + answer.body());
    };
  }
}
