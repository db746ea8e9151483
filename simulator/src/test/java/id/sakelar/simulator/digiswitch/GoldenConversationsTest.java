package id.sakelar.simulator.digiswitch;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.conversations.Conversation;
import id.sakelar.conversations.Exchange;
import id.sakelar.wire.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The golden conversations of both spellings can be had with a fresh simulated biller.
class GoldenConversationsTest {
  /// Deposit tickets and PLN holders are not asked for upstream, and the biller has no poor
  /// partner.
  private static final Set<String> NOT_SERVED =
      Set.of(
          "digiswitch/deposit-ticket",
          "digiswitch/pln-holder",
          "digiflazz/pln-holder",
          "digiswitch/refused-44-balance");

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

    for (Exchange exchange : conversation.exchanges()) {
      play(exchange, conversation.mayDiffer());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pln",
        "pdam",
        "hp",
        "internet",
        "bpjs",
        "multifinance",
        "pbb",
        "pgas",
        "tv",
        "plnnontaglis",
        "emoney",
        "samsat",
        "kirimuang"
      })
  void a_printed_payment_differs_in_its_balance_at_most(String code) throws Exception {
    var exchanges = Conversation.read("digiswitch/pay-" + code).exchanges();

    assertThat(exchanges).hasSize(1);
    play(exchanges.getFirst(), List.of("data.balance"));
  }

  private static Stream<String> conversations() {
    return Stream.of("digiswitch", "digiflazz")
        .flatMap(dialect -> Conversation.listAll(dialect).stream())
        .filter(it -> it.conditions().isEmpty())
        .map(Conversation::name)
        .filter(name -> !NOT_SERVED.contains(name));
  }

  private void play(Exchange exchange, List<String> mayDiffer) throws Exception {
    var request = exchange.request();

    var heard = counter.hear(request.path(), Message.json(request.body()));

    assertThat(heard.status()).isEqualTo(exchange.answer().status());
    assertThat(heard.body().mediaType()).isEqualTo("application/json");
    assertThatJson(Counter.message(heard).text())
        .whenIgnoringPaths(mayDiffer.toArray(String[]::new))
        .isEqualTo(exchange.answer().body());
  }
}
