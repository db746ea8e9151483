package id.sakelar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sakelar.conversations.Conversation;
import id.sakelar.server.partner.Network;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.partner.Partner.Limits;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// Golden conversations for which somebody has to arrange something first. Two of them cannot be
/// had in a sandbox: its biller has no cut-off, and its bills stay open. What is known at once
/// comes before what the switch finds out within five seconds.
@TestMethodOrder(OrderAnnotation.class)
class ArrangedConversationsTest {
  private static final String INQUIRIES = "SELECT count(*) FROM inquiry";
  private static final String TEMPER = "/simulator/digiswitch/temper";

  /// Changes are known within five seconds.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static LiveSandbox sandbox;

  @BeforeAll
  static void start() throws Exception {
    sandbox = LiveSandbox.startFresh();
  }

  @AfterEach
  void assertWhole() throws Exception {
    sandbox.console("PUT", TEMPER, "{}");
    sandbox.assertWhole();
  }

  @AfterAll
  static void stop() throws Exception {
    sandbox.close();
  }

  @Test
  @Order(1)
  void a_closed_product_is_none() throws Exception {
    sandbox.setOpen("tv", false);

    await()
        .atMost(PATIENCE)
        .until(() -> tryTelevision("open-" + sandbox.number(INQUIRIES)).equals("43"));
  }

  @Test
  @Order(2)
  void a_closed_biller_is_a_disturbance() throws Exception {
    sandbox.console("PUT", TEMPER, "{\"closed\":\"connections\"}");

    awaitAnswerOf("refused-62-disturbed");
  }

  /// The sandbox gives the list three hundred times in five minutes.
  @Test
  @Order(3)
  void the_whole_price_list_is_given_so_often() throws Exception {
    var conversation = Conversation.read("digiswitch/price-list-83");
    var asked = conversation.exchanges().getFirst().request();
    await()
        .pollInterval(Duration.ofMillis(1))
        .atMost(PATIENCE.multipliedBy(2))
        .until(() -> LiveSandbox.text(sandbox.post(asked.path(), asked.body())).contains("83"));

    awaitAnswerOf("price-list-83");
  }

  @Test
  @Order(4)
  void a_partner_who_may_call_from_elsewhere_only_is_told_its_address() throws Exception {
    var elsewhere = List.of(Network.parse("192.0.2.0/24"));
    sandbox.change(Client.ONE, it -> partner(it, true, elsewhere, Limits.NONE));

    awaitAnswerOf("refused-45-address");
    var heard = sandbox.post(Client.BALANCE, Client.ONE.asksBalance());
    assertThat(LiveSandbox.text(heard)).contains("IP Anda tidak dikenali: 127.0.0.1");
  }

  @Test
  @Order(5)
  void a_partner_has_so_many_questions_a_minute() throws Exception {
    var once = new Limits(1, null, null);
    sandbox.change(Client.ONE, it -> partner(it, true, List.of(), once));

    awaitAnswerOf("refused-85-limit");
  }

  /// What the page says of a product is said of everything to a partner who is suspended.
  @Test
  @Order(6)
  void a_suspended_partner_may_do_nothing() throws Exception {
    sandbox.change(Client.ONE, it -> partner(it, false, List.of(), Limits.NONE));

    awaitAnswerOf("refused-88-forbidden");
  }

  private static String tryTelevision(String reference) throws IOException {
    return sandbox.ask(Client.ONE, "inq", "tv", "127246500101", reference).get("rc").asString();
  }

  private static void awaitAnswerOf(String name) {
    var conversation = Conversation.read("digiswitch/" + name);
    var exchange = conversation.exchanges().getFirst();
    var mayDiffer = conversation.mayDiffer();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(Likeness.told(sandbox, exchange, mayDiffer))
                    .isEqualTo(Likeness.printed(exchange, mayDiffer)));
  }

  private static Partner partner(
      Partner as, boolean active, List<Network> addresses, Limits limits) {
    return new Partner(as.id(), as.name(), active, addresses, limits, as.webhook());
  }
}
