package id.sakelar.simulator.iak;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.conversations.Conversation;
import id.sakelar.conversations.Exchange;
import id.sakelar.conversations.Retelling;
import id.sakelar.conversations.XmlLikeness;
import id.sakelar.wire.Message;
import id.sakelar.wire.iak.Payment;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The golden conversations of both formats can be had with a fresh simulated biller.
class GoldenConversationsTest {
  /// The biller has no poor client.
  private static final Set<String> NOT_SERVED =
      Set.of("iak/refused-17-balance", "iak/refused-17-balance-xml");

  private static final Pattern NUMBER = Pattern.compile("tr_id(?:\": |>)([0-9]+)");

  @TempDir Path directory;
  private Counter counter;

  @BeforeEach
  void open() throws Exception {
    counter = Counter.open(directory);
  }

  @AfterEach
  void close() throws Exception {
    counter.close();
  }

  @ParameterizedTest
  @MethodSource("conversations")
  void a_conversation_goes_as_it_is_written(String name) throws Exception {
    var conversation = Conversation.read(name);
    var retelling = new Retelling();

    for (Exchange exchange : conversation.exchanges()) {
      play(exchange, retelling, conversation.mayDiffer());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pay-multifinance", "pay-multifinance-xml"})
  void the_printed_payment_differs_in_time_and_balance_at_most(String name) throws Exception {
    var exchanges = Conversation.read("iak/" + name).exchanges();

    assertThat(exchanges).hasSize(1);
    play(
        exchanges.getFirst(),
        new Retelling(),
        List.of("data.datetime", "data.balance", "mp.datetime", "mp.balance"));
  }

  private static Stream<String> conversations() {
    return Conversation.listAll("iak").stream()
        .filter(it -> it.conditions().isEmpty())
        .map(Conversation::name)
        .filter(name -> !NOT_SERVED.contains(name));
  }

  private void play(Exchange exchange, Retelling retelling, List<String> mayDiffer)
      throws Exception {
    var request = exchange.request();
    String mediaType = request.headers().getOrDefault("content-type", "");

    var heard =
        counter.hear(request.path(), Message.of(mediaType, retelling.retell(request.body())));

    var golden = exchange.answer();
    assertThat(heard.status()).isEqualTo(golden.status());
    assertThat(heard.body().mediaType()).isEqualTo(golden.headers().get("content-type"));
    assertAlike(Counter.message(heard), golden.body(), mayDiffer);
    give(retelling, golden.body(), Counter.message(heard).text());
  }

  private static void assertAlike(Message heard, String golden, List<String> mayDiffer) {
    if (heard.mediaType().equals(Message.JSON)) {
      assertThatJson(heard.text())
          .whenIgnoringPaths(mayDiffer.toArray(String[]::new))
          .isEqualTo(golden);
    } else {
      assertThat(XmlLikeness.of(heard.text(), mayDiffer))
          .isEqualTo(XmlLikeness.of(golden, mayDiffer));
    }
  }

  /// The number that was given out, and its signature, stand in later questions.
  private static void give(Retelling retelling, String golden, String actual) {
    var expected = NUMBER.matcher(golden);
    var given = NUMBER.matcher(actual.replace("\":", "\": "));
    if (expected.find() && given.find()) {
      retelling.give(expected.group(1), given.group(1));
      retelling.give(sign(expected.group(1)), sign(given.group(1)));
    }
  }

  private static String sign(String trId) {
    return Payment.by(Counter.ACCOUNT, Long.parseLong(trId)).sign();
  }
}
