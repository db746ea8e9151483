package id.sakelar.server.front.bankplus;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.conversations.Conversation;
import id.sakelar.conversations.Exchange;
import id.sakelar.conversations.Retelling;
import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.Bank;
import id.sakelar.server.banking.End;
import id.sakelar.server.banking.Holder;
import id.sakelar.server.banking.PrintedLeave;
import id.sakelar.server.front.PuppetBiller;
import id.sakelar.server.payment.Water;
import id.sakelar.server.payment.Water.WaterMonth;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.json.JsonMapper;

/// Every golden conversation between agents and the platform ends as it is written down, with other
/// banks and billers that play the other part. Those about dashboards need a history, which only
/// the sandbox has.
class GoldenTest {
  private static Branch branch;

  @BeforeAll
  static void moveIn() throws Exception {
    branch = Branch.openLenient();
    branch.learnRegions();
    branch.banks.put(banks());
    branch.add(Demo.ARDHA, Rupiah.of(202_696_682));
    branch.add(Demo.OTHER, Rupiah.of(1_000_000_000));
    var saver = new Holder("Ardha Herdianto", "081300014047", "", "");
    branch.openSavings(Demo.OTHER, "14047", saver, "140470", Rupiah.of(100_000));
    branch.mandiri.open("114451186", "Ardha Herdianto");
    new PrintedLeave(branch.premises.database().requests(), branch.premises.vault())
        .put(
            "787273972",
            Demo.ARDHA.partner(),
            new End(Branch.MANDIRI, "114451186"),
            "Ardha Herdianto",
            branch.premises.clock().instant());
    branch.premises.biller().owes("1013226", () -> PuppetBiller.found(waterBill()));
  }

  @AfterAll
  static void the_books_are_whole() throws Exception {
    assertThat(branch.premises.audit()).isEmpty();
    branch.close();
  }

  @TestFactory
  Stream<DynamicTest> agents() {
    return Conversation.listAll("bankplus").stream()
        .filter(it -> it.conditions().isEmpty() && !it.name().startsWith("bankplus/graph-"))
        .filter(it -> it.exchanges().getFirst().request().path().startsWith("/bankplus/"))
        .map(it -> DynamicTest.dynamicTest(it.name(), () -> play(it)));
  }

  private static void play(Conversation conversation) throws Exception {
    var retelling = new Retelling();
    var mayDiffer = new ArrayList<>(conversation.mayDiffer());
    for (Exchange exchange : conversation.exchanges()) {
      var answer = say(retelling.retell(exchange.request()));

      for (String path : conversation.givenOut()) {
        remember(retelling, find(exchange.answer().body(), path), find(answer.body(), path));
      }
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(exchange.answer().status());
      assertThatJson(answer.body())
          .as("%s: %s", conversation.name(), exchange.meaning())
          .whenIgnoringPaths(mayDiffer.toArray(String[]::new))
          .isEqualTo(retelling.retell(exchange.answer().body()));
    }
  }

  private static void remember(Retelling retelling, String golden, String actual) {
    if (!golden.isEmpty() && !actual.isEmpty()) {
      retelling.give(golden, actual);
    }
  }

  private static String find(String body, String path) {
    var pointer = JsonPointer.compile("/" + path.replace('.', '/'));
    return JsonMapper.shared().readTree(body).at(pointer).asString("");
  }

  private static HttpResponse<String> say(Exchange.Request request) throws Exception {
    var to = Desk.at(branch).to(request.path());
    request.headers().forEach(to::header);
    return Desk.send(to.method(request.method(), BodyPublishers.ofString(request.body())));
  }

  /// As the document lists them.
  private static List<Bank> banks() {
    return Stream.of(
            "002,BRINIDJA,BRI,BRI",
            "008,BMRIIDJA,BANK MANDIRI,MANDRI",
            "012,CENAIDJA,BANK BCA,BCA",
            "009,BNINIDJA,BNI 46,BNI",
            "011,BDINIDJA,BANK DANAMON,DANAMON",
            "013,BBBAIDJA,BANK PERMATA,PERMATA",
            "016,IBBKIDJA,MAYBANK,MAYBANK",
            "019,PINBIDJA,BANK PANIN,PANIN",
            "022,BNIAIDJA,BANK CIMB NIAGA,CIMB NIAGA",
            "023,BBIJIDJA,BANK UOB INDONESIA,UOB")
        .map(line -> line.split(",", -1))
        .map(line -> new Bank(line[0], line[1], line[2], line[3]))
        .toList();
  }

  private static Water waterBill() {
    var month =
        new WaterMonth(
            "201901", Rupiah.of(10_000), Rupiah.ZERO, "00080000", "00090000", Rupiah.ZERO);
    return new Water(
        "Nama Pelanggan Pertama", 1, Rupiah.of(10_000), "3A", "", "1-15 DES 2014", List.of(month));
  }
}
