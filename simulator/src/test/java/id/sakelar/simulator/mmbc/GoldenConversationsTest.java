package id.sakelar.simulator.mmbc;

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

/// The golden conversations can be had with a fresh simulated biller.
class GoldenConversationsTest {
  /// The biller has no poor partner and no second one, and asks for no inquiry before a transfer.
  private static final Set<String> NOT_SERVED =
      Set.of("mmbc/card-poor", "mmbc/samsat-status-failure", "mmbc/card-inquiry-needed");

  /// Conditions that the biller fulfils.
  private static final Set<String> ARRANGED = Set.of("mmbc/samsat-pending", "mmbc/samsat-refund");

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
  @ValueSource(strings = {"card-list", "card-inquiry", "card-status", "samsat-list"})
  void what_is_printed_of_no_moment_is_the_same_to_the_letter(String name) throws Exception {
    play(Conversation.read("mmbc/" + name).exchanges().getFirst(), List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"samsat-pay", "samsat-status"})
  void the_printed_payment_has_the_printed_references(String name) throws Exception {
    for (Exchange exchange : Conversation.read("mmbc/" + name).exchanges()) {
      play(exchange, List.of("tanggal"));
    }
  }

  private static Stream<String> conversations() {
    return Conversation.listAll("mmbc").stream()
        .filter(it -> it.conditions().isEmpty() || ARRANGED.contains(it.name()))
        .map(Conversation::name)
        .filter(name -> !NOT_SERVED.contains(name));
  }

  private void play(Exchange exchange, List<String> mayDiffer) throws Exception {
    var request = exchange.request();
    var mediaType = request.headers().getOrDefault("content-type", "");

    var heard =
        counter.hear(request.method(), request.path(), Message.of(mediaType, request.body()));

    assertThat(heard.status()).isEqualTo(exchange.answer().status());
    assertThat(heard.body().mediaType()).isEqualTo("application/json");
    assertThatJson(Counter.message(heard).text())
        .whenIgnoringPaths(mayDiffer.toArray(String[]::new))
        .isEqualTo(exchange.answer().body());
  }
}
