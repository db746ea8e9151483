package id.sakelar.acceptance;

import id.sakelar.acceptance.ChaosPost.Meaning;
import id.sakelar.acceptance.ChaosTold.Told;
import id.sakelar.acceptance.ChaosTold.Verdict;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A vehicle's tax that is paid in the words of MMBC: asked for first, and paid under the invoice
/// of that question. Uses nothing of the product.
final class ChaosTax implements ChaosWay {
  private static final Map<String, String> FORM =
      Map.of("Content-Type", "application/x-www-form-urlencoded");

  private final ChaosPost post;
  private final Client client;
  private final String chassis;
  private volatile String invoice = "";

  /// @param client whose key is the password
  /// @param chassis 17 letters and digits
  ChaosTax(ChaosPost post, Client client, String chassis) {
    this.post = post;
    this.client = client;
    this.chassis = chassis;
  }

  /// The invoice, once there is one.
  @Override
  public String reference() {
    return invoice;
  }

  @Override
  public boolean isReady() {
    return !invoice.isEmpty();
  }

  @Override
  public void inquire(Duration patience) throws InterruptedException {
    var vehicle = "&customer_number=3201111111111119&structure_number=" + chassis;
    ask("inquiry_esamsat", "product=SAMSAT_JABAR" + vehicle, patience)
        .map(told -> ChaosDoors.json(told.body()))
        .filter(told -> told.path("result").asString("").equals("ok"))
        .ifPresent(told -> invoice = told.path("invoice").asString(""));
  }

  @Override
  public Optional<Told> move(Duration patience) throws InterruptedException {
    return ask("pay_esamsat", "invoice=" + invoice, patience);
  }

  @Override
  public Optional<Told> look(Duration patience) throws InterruptedException {
    return ask("status_invoice", "invoice=" + invoice, patience);
  }

  @Override
  public Set<String> secrets() {
    return Set.of(client.key(), chassis);
  }

  private Optional<Told> ask(String what, String fields, Duration patience)
      throws InterruptedException {
    var login = "username=" + client.username() + "&password=" + client.key() + "&";
    return post.ask("/json/esamsat/" + what, FORM, login + fields, patience, ChaosTax::meaning);
  }

  private static Meaning meaning(String body) {
    var told = ChaosDoors.json(body);
    boolean isOk = told.path("result").asString("").equals("ok");
    var word = told.path(isOk ? "status" : "reason").asString("");
    return new Meaning(isOk ? standing(word) : refusal(word), word, told.toString());
  }

  private static Verdict standing(String word) {
    return switch (word) {
      case "CONFIRM" -> Verdict.YES;
      case "REFUND" -> Verdict.NO;
      case "PENDING" -> Verdict.OPEN;
      case "INQUIRY" -> Verdict.NOT_FORMED;
      default -> Verdict.SENSELESS;
    };
  }

  private static Verdict refusal(String reason) {
    return switch (reason) {
      case "Sistem sedang gangguan",
          "Terlalu banyak permintaan, coba beberapa saat lagi.",
          "Maaf, layanan ini sedang ditutup." ->
          Verdict.NOT_FORMED;
      case "Maaf, pembayaran sebelumnya masih diproses. Silakan cek status." -> Verdict.OPEN;
      default -> Verdict.SENSELESS;
    };
  }
}
