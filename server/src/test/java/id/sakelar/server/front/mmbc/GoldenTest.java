package id.sakelar.server.front.mmbc;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.conversations.Conversation;
import id.sakelar.conversations.Exchange;
import id.sakelar.money.Rupiah;
import id.sakelar.server.front.Key;
import id.sakelar.server.front.Premises;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.partner.Secret;
import id.sakelar.server.partner.Verifier;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every golden conversation ends as it is written down, with a biller that plays the other part.
/// What a conversation takes for granted is done before, and the invoice that this gives takes the
/// place of the one that is written down.
class GoldenTest {
  private static final SecureRandom CHANCE = new SecureRandom();
  private static Premises premises;
  private static Visitor visitor;

  @BeforeAll
  static void moveIn() throws SQLException {
    premises = Visitor.open();
    visitor = new Visitor(premises);
    admit("dummy", "dummy123", true, Rupiah.of(1_000_000_000));
    admit("dummy2", "dummy456", true, Rupiah.of(1_000_000));
    letIn(Key.POOR.partner(), Key.POOR.username(), "poor123");
    admit("xxx", "xxx123", false, Rupiah.of(1_000));
  }

  private static void admit(String username, String password, boolean active, Rupiah deposit)
      throws SQLException {
    var id = "golden-" + username;
    var partner = new Partner(id, username, active, List.of(), Partner.Limits.NONE, null);
    premises.partnerStore().put(partner);
    letIn(id, username, password);
    premises.deposits().open(id);
    premises.deposits().topUp(id, id, deposit, CHANCE);
  }

  private static void letIn(String id, String username, String password) {
    var verifier = Verifier.of(new Secret(password), CHANCE);
    premises.partnerStore().addKey(id, MmbcFront.DIALECT, username, verifier);
  }

  @AfterAll
  static void the_books_are_whole() throws Exception {
    assertThat(premises.audit()).isEmpty();
    premises.close();
  }

  @TestFactory
  Stream<DynamicTest> mmbc() {
    return Conversation.listAll("mmbc").stream()
        .map(it -> DynamicTest.dynamicTest(it.name(), () -> play(it)));
  }

  private static void play(Conversation conversation) throws Exception {
    var other = OtherPart.of(conversation);
    other.learn(premises.biller());
    var written = other.invoice();
    var made = written.isEmpty() ? "" : other.arrange(visitor);
    for (Exchange exchange : conversation.exchanges()) {
      var answer = say(exchange.request(), written, made);

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(exchange.answer().status());
      assertThatJson(answer.body())
          .whenIgnoringPaths(conversation.mayDiffer().toArray(String[]::new))
          .isEqualTo(told(exchange, written, made));
    }
  }

  private static String told(Exchange exchange, String written, String made) {
    return exchange.answer().body().replace("\"" + written + "\"", "\"" + made + "\"");
  }

  private static HttpResponse<String> say(Exchange.Request request, String written, String made)
      throws Exception {
    var to = visitor.to(request.path());
    request.headers().forEach(to::header);
    var body = request.body().replace("invoice=" + written, "invoice=" + made);
    return visitor.send(
        to.method(
                request.method(),
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build());
  }
}
