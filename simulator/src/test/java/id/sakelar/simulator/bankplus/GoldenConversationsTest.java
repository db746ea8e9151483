package id.sakelar.simulator.bankplus;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.conversations.Conversation;
import id.sakelar.conversations.Exchange;
import id.sakelar.conversations.Retelling;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Limits;
import id.sakelar.wire.Message;
import id.sakelar.wire.StrictJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The golden conversations of the switcher can be had with a fresh simulated bank.
class GoldenConversationsTest {
  private static final String PREFIX = "bankplus/switcher-";
  private static final StrictJson JSON = new StrictJson(Limits.ANSWER);

  /// The bank has no other bank behind it, and no past.
  private static final Set<String> NOT_SERVED =
      Set.of(
          PREFIX + "inquiry-code",
          PREFIX + "transfer-printed",
          PREFIX + "reversal-printed",
          PREFIX + "check");

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
      String told = play(exchange, retelling, conversation.mayDiffer());
      for (String path : conversation.givenOut()) {
        give(retelling, path, exchange.answer().body(), told);
      }
    }
  }

  @Test
  void the_printed_inquiry_has_the_printed_balance() throws Exception {
    var exchange = Conversation.read(PREFIX + "inquiry").exchanges().getFirst();

    play(exchange, new Retelling(), List.of("data.timestamp", "data.paymentCode"));
  }

  private static Stream<String> conversations() {
    return Conversation.listAll("bankplus").stream()
        .filter(it -> it.conditions().isEmpty())
        .map(Conversation::name)
        .filter(name -> name.startsWith(PREFIX) && !NOT_SERVED.contains(name));
  }

  private String play(Exchange exchange, Retelling retelling, List<String> mayDiffer)
      throws Exception {
    var request = exchange.request();

    var heard =
        counter.hear(
            request.method(), request.path(), Message.json(retelling.retell(request.body())));

    var told = Counter.message(heard).text();
    assertThat(heard.status()).isEqualTo(exchange.answer().status());
    assertThat(heard.body().mediaType()).isEqualTo("application/json");
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
