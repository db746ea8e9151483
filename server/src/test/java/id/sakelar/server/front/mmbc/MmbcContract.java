package id.sakelar.server.front.mmbc;

import static id.sakelar.server.front.mmbc.Visitor.field;

import id.sakelar.server.front.FrontContract;
import id.sakelar.server.front.Key;
import id.sakelar.server.front.Premises;
import id.sakelar.wire.mmbc.Sentence;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How the contract is spoken in one of the documents: partners name nothing themselves, so that
/// here is remembered what invoices they were told.
abstract class MmbcContract extends FrontContract {
  private static final Map<Sentence, Meaning> REFUSALS =
      Map.of(
          Sentence.LOGIN, Meaning.WRONG_KEY,
          Sentence.FUNDS, Meaning.NO_FUNDS,
          Sentence.NOT_FOUND, Meaning.NOT_FOUND,
          Sentence.FAILURE_INVOICE, Meaning.NOT_FOUND);

  private final Map<String, HttpResponse<String>> inquiries = new ConcurrentHashMap<>();
  private final Map<String, String> invoices = new ConcurrentHashMap<>();

  @Override
  protected Premises open() {
    return Visitor.open();
  }

  abstract HttpResponse<String> inquire(Key key, String customer) throws Exception;

  abstract HttpResponse<String> pay(Key key, String invoice, String customer) throws Exception;

  abstract HttpResponse<String> status(Key key, String invoice) throws Exception;

  @Override
  protected HttpResponse<String> send(Key key, Ask ask, String reference, String customer)
      throws Exception {
    var name = key.username() + "/" + reference;
    return switch (ask) {
      case INQUIRY -> {
        var answer = inquireOnce(name, key, customer);
        yield remembered(name, answer);
      }
      case PAYMENT -> {
        remembered(name, inquireOnce(name, key, customer));
        yield remembered(name, pay(key, invoice(name, reference), customer));
      }
      case STATUS -> status(key, invoice(name, reference));
    };
  }

  private synchronized HttpResponse<String> inquireOnce(String name, Key key, String customer)
      throws Exception {
    var known = inquiries.get(name);
    if (known != null) {
      return known;
    }
    var first = inquire(key, customer);
    inquiries.put(name, first);
    return first;
  }

  private HttpResponse<String> remembered(String name, HttpResponse<String> answer) {
    var invoice = Visitor.invoice(answer);
    if (!invoice.isEmpty()) {
      invoices.put(name, invoice);
    }
    return answer;
  }

  /// Whose own invoice is not known asks after another's, or else after nobody's.
  private String invoice(String name, String reference) {
    var others =
        invoices.entrySet().stream()
            .filter(entry -> entry.getKey().endsWith("/" + reference))
            .map(Map.Entry::getValue)
            .findFirst();
    return invoices.getOrDefault(name, others.orElse("98765432109"));
  }

  @Override
  protected Meaning meaning(HttpResponse<String> answer) {
    return field(answer, "result").equals("ok") ? standing(answer) : refusal(answer);
  }

  private static Meaning standing(HttpResponse<String> answer) {
    return switch (Visitor.status(answer)) {
      case "CONFIRM" -> Meaning.DONE;
      case "PENDING" -> Meaning.PENDING;
      case "REFUND" -> Meaning.FAILED;
      case "INQUIRY" -> isBill(answer) ? Meaning.DONE : Meaning.UNPAID;
      case "" -> Meaning.DONE;
      default -> throw new AssertionError("no meaning: " + answer.body());
    };
  }

  private static boolean isBill(HttpResponse<String> answer) {
    return !answer.body().contains("reference_number");
  }

  private static Meaning refusal(HttpResponse<String> answer) {
    var meaning = Sentence.of(Visitor.reason(answer)).map(REFUSALS::get);
    return meaning.orElseThrow(() -> new AssertionError("no meaning: " + answer.body()));
  }
}
