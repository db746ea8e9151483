package id.sakelar.acceptance;

import id.sakelar.acceptance.ChaosPost.Meaning;
import id.sakelar.acceptance.ChaosTold.Told;
import id.sakelar.acceptance.ChaosTold.Verdict;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// A bill that is paid in the words of IAK: asked for first, and paid under the number of that
/// question. Uses nothing of the product.
final class ChaosIakBill implements ChaosWay {
  private static final String PATH = "/api/v1/bill/check";
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  private final ChaosPost post;
  private final Client client;
  private final String reference;
  private final String customer;
  private volatile String number = "";

  ChaosIakBill(ChaosPost post, Client client, String reference, String customer) {
    this.post = post;
    this.client = client;
    this.reference = reference;
    this.customer = customer;
  }

  @Override
  public String reference() {
    return reference;
  }

  @Override
  public boolean isReady() {
    return !number.isEmpty();
  }

  @Override
  public void inquire(Duration patience) throws InterruptedException {
    var fields =
        "\"commands\":\"inq-pasca\",\"code\":\"PLNPOSTPAID\",\"hp\":\"%s\",\"ref_id\":\"%s\""
            .formatted(customer, reference);
    ask(fields, reference, patience)
        .filter(told -> told.rc().equals("00"))
        .ifPresent(told -> number = ChaosDoors.json(told.body()).path("tr_id").asString(""));
  }

  @Override
  public Optional<Told> move(Duration patience) throws InterruptedException {
    return ask("\"commands\":\"pay-pasca\",\"tr_id\":\"" + number + "\"", number, patience);
  }

  @Override
  public Optional<Told> look(Duration patience) throws InterruptedException {
    return ask("\"commands\":\"checkstatus\",\"ref_id\":\"" + reference + "\"", "cs", patience);
  }

  @Override
  public Set<String> secrets() {
    return Set.of(client.sign(reference), client.sign("cs"), customer);
  }

  private Optional<Told> ask(String fields, String signed, Duration patience)
      throws InterruptedException {
    var body =
        "{\"username\":\"%s\",%s,\"sign\":\"%s\"}"
            .formatted(client.username(), fields, client.sign(signed));
    return post.ask(PATH, JSON, body, patience, ChaosIakBill::meaning);
  }

  /// The word for how it stands is in answers to those who ask after it only.
  private static Meaning meaning(String body) {
    var data = ChaosDoors.json(body).path("data");
    var code = data.path("response_code").asString("");
    if (data instanceof ObjectNode fields) {
      fields.remove("status");
    }
    return new Meaning(verdict(code), code, data.toString());
  }

  /// Every question is a good one, so that a refusal is trouble of the switch's own, which made
  /// nothing, or an early look.
  private static Verdict verdict(String code) {
    return switch (code) {
      case "00" -> Verdict.YES;
      case "37" -> Verdict.NO;
      case "39" -> Verdict.OPEN;
      case "06", "42", "91", "92", "106" -> Verdict.NOT_FORMED;
      default -> Verdict.SENSELESS;
    };
  }
}
