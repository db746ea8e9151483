package id.sakelar.server.front.bankplus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.conversations.Conversation;
import id.sakelar.conversations.Exchange;
import id.sakelar.conversations.Retelling;
import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.End;
import id.sakelar.server.banking.Transfers.Looking;
import id.sakelar.server.banking.Transfers.TokenForm;
import id.sakelar.server.front.bankplus.PuppetBank.Mood;
import id.sakelar.server.partner.Network;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Limits;
import id.sakelar.wire.Message;
import id.sakelar.wire.StrictJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every golden conversation of the switcher ends as it is written down, after what the document
/// takes for granted was done.
class SwitcherGoldenTest {
  private static final String PREFIX = "bankplus/switcher-";
  private static final StrictJson JSON = new StrictJson(Limits.ANSWER);
  private static final Instant LONG_AGO = Instant.parse("2020-04-21T12:31:43.481Z");
  private static final String CODE = "49d9e746267815261ccb61b83c4868a9";
  private static SwitcherPremises premises;

  @BeforeAll
  static void the_document_has_a_past() throws Exception {
    premises = SwitcherPremises.open(LONG_AGO, Map.of());
    premises.countJournalsFrom(1001);
    var code = give(HexFormat.of().parseHex("0123456789abcdef0123456789abcdef"));
    var sent =
        """
        {"refnum": "2004211931426110", "paymentCode": "%s", "sourceBank": "BRINIDJA",
         "sourceAccount": "888801000157508", "amount": 1000, "remark": "Narration Test"}
        """
            .formatted(code);
    assertThat(premises.hear("POST", "/transfer", sent).status()).isEqualTo(200);
    premises.bri.open(
        SwitcherPremises.API, "BRIAPI SANDBOX", new Rupiah(60_257_717_133_484L), true);
    premises.countJournalsFrom(1013);
    premises.clock.tick(Duration.between(LONG_AGO, SwitcherPremises.NOON));
    assertThat(give(HexFormat.of().parseHex(CODE))).isEqualTo(CODE);
  }

  /// Leave to pay to the printed beneficiary, under a code of these bytes.
  private static String give(byte[] bytes) {
    var words = ByteBuffer.wrap(bytes);
    RandomGenerator chance = () -> Long.reverseBytes(words.getLong());
    try (var transfers = premises.transfers(chance)) {
      var end = new End("002", SwitcherPremises.API);
      var life = Duration.ofMinutes(15);
      var looking = transfers.leave("switcher:local", end, TokenForm.CODE, Rupiah.ZERO, life);
      return String.valueOf(((Looking.Seen) looking).token());
    }
  }

  @AfterAll
  static void the_books_are_whole() throws SQLException {
    premises.close();
  }

  @TestFactory
  Stream<DynamicTest> switcher() {
    return Conversation.listAll("bankplus").stream()
        .filter(it -> it.name().startsWith(PREFIX))
        .filter(it -> !it.name().endsWith("refused-stranger"))
        .map(it -> DynamicTest.dynamicTest(it.name(), () -> play(premises, it)));
  }

  @Test
  void a_stranger_is_refused_as_it_is_written_down() throws Exception {
    var elsewhere = Map.of("bri", List.of(Network.parse("203.0.113.7")));
    try (var closed = SwitcherPremises.open(SwitcherPremises.NOON, elsewhere)) {
      play(closed, Conversation.read(PREFIX + "refused-stranger"));
    }
  }

  private static void play(SwitcherPremises at, Conversation conversation) throws Exception {
    at.bri.set(mood(conversation));
    var retelling = new Retelling();
    try {
      for (Exchange exchange : conversation.exchanges()) {
        String told = play(at, exchange, retelling, conversation.mayDiffer());
        for (String path : conversation.givenOut()) {
          give(retelling, path, exchange.answer().body(), told);
        }
      }
    } finally {
      at.bri.set(Mood.HONEST);
    }
  }

  /// What the conversation's condition asks for.
  private static Mood mood(Conversation conversation) {
    return switch (conversation.name().substring(PREFIX.length())) {
      case "inquiry-unreachable" -> Mood.AWAY;
      case "transfer-pending" -> Mood.SILENT;
      default -> Mood.HONEST;
    };
  }

  private static String play(
      SwitcherPremises at, Exchange exchange, Retelling retelling, List<String> mayDiffer)
      throws IOException {
    var request = exchange.request();

    var heard = at.hear(request.method(), request.path(), retelling.retell(request.body()));

    String told = new String(heard.body().bytes(), UTF_8);
    assertThat(heard.status()).as(told).isEqualTo(exchange.answer().status());
    assertThat(heard.body().mediaType()).isEqualTo("application/json;charset=utf-8");
    assertThatJson(told)
        .whenIgnoringPaths(mayDiffer.toArray(String[]::new))
        .isEqualTo(retelling.retell(exchange.answer().body()));
    return told;
  }

  private static void give(Retelling retelling, String path, String golden, String actual)
      throws Garbled {
    var written = value(golden, path);
    var given = value(actual, path);
    if (written.isPresent() && given.isPresent()) {
      retelling.give(written.get(), given.get());
    }
  }

  private static Optional<String> value(String body, String path) throws Garbled {
    var from = new Fields(JSON.read(Message.json(body)));
    return from.has("data")
        ? from.group("data").findText(path.substring("data.".length()))
        : Optional.empty();
  }
}
