package id.sakelar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.conversations.Conversation;
import id.sakelar.conversations.Exchange;
import id.sakelar.conversations.XmlLikeness;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The conversations of IAK and MMBC can be had as they are written with a fresh sandbox, and every
/// exchange that their documents print is among them.
class GoldenConversationsTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  /// Where a document contradicts itself, and what is right.
  private static final Map<String, String> CONTRADICTIONS =
      Map.of("\"amount\":\"10000\"", "\"amount\":\"100000\"");

  @ParameterizedTest
  @ValueSource(strings = {"iak", "mmbc"})
  void a_fresh_sandbox_answers_as_written(String dialect) throws Exception {
    try (var sandbox = LiveSandbox.startFresh()) {
      var each = new SoftAssertions();
      for (Conversation conversation : Conversation.listAll(dialect)) {
        if (conversation.conditions().isEmpty()) {
          new Retold(sandbox, conversation).play(each);
        }
      }
      each.assertAll();
    }
  }

  @ParameterizedTest
  @CsvSource({"mmbc-credit-card, 7", "mmbc-esamsat, 7", "iak, 2"})
  void a_document_prints_so_many_exchanges(String document, int count) throws IOException {
    assertThat(read(document)).hasSize(count);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("printed")
  void every_printed_exchange_is_among_the_conversations(String dialect, Printed printed) {
    assertThat(Conversation.listAll(dialect))
        .filteredOn(it -> it.conditions().isEmpty())
        .anyMatch(it -> it.exchanges().stream().anyMatch(said -> printed.isLike(it, said)));
  }

  static Stream<Object[]> printed() throws IOException {
    var all = new ArrayList<Object[]>();
    for (String document : List.of("mmbc-credit-card", "mmbc-esamsat", "iak")) {
      for (JsonNode entry : read(document)) {
        var dialect = document.substring(0, document.contains("-") ? 4 : document.length());
        all.add(new Object[] {dialect, new Printed(entry)});
      }
    }
    return all.stream();
  }

  private static JsonNode read(String document) throws IOException {
    var file = "/printed/" + document + ".json";
    try (var page = GoldenConversationsTest.class.getResourceAsStream(file)) {
      return JSON.readTree(Objects.requireNonNull(page));
    }
  }

  /// An exchange as a document prints it; of a failure the answer only.
  record Printed(JsonNode entry) {
    /// Whether an exchange asks and answers the same, but for what may differ.
    boolean isLike(Conversation conversation, Exchange said) {
      var mayDiffer = new ArrayList<>(conversation.mayDiffer());
      mayDiffer.addAll(conversation.givenOut());
      return said.request().path().equals(entry.get("path").asString())
          && said.request().method().equals(entry.get("method").asString())
          && asks(said)
          && answer(mayDiffer).equals(likeness(said.answer().body(), mayDiffer));
    }

    /// Signatures are not compared: those printed are made up.
    private boolean asks(Exchange said) {
      var asked = entry.get("request");
      var body = said.request().body();
      if (asked.isNull()) {
        return true;
      }
      return asked.isString()
          ? unsigned(asked.asString()).equals(unsigned(body))
          : asked.properties().stream()
              .filter(field -> !field.getKey().equals("sign"))
              .allMatch(field -> body.contains(field.getValue().asString()));
    }

    private static String unsigned(String xml) {
      return xml.replaceAll("<sign>[0-9a-f]*</sign>", "").replaceAll("\\s+", " ").strip();
    }

    private Object answer(List<String> mayDiffer) {
      var answer = entry.get("response");
      var text = answer.isString() ? answer.asString() : answer.toString();
      for (var contradiction : CONTRADICTIONS.entrySet()) {
        text = text.replace(contradiction.getKey(), contradiction.getValue());
      }
      return likeness(text, mayDiffer);
    }

    static Object likeness(String body, List<String> mayDiffer) {
      return body.startsWith("<") ? XmlLikeness.of(body, mayDiffer) : Likeness.of(body, mayDiffer);
    }

    @Override
    public String toString() {
      return entry.get("title").asString() + " " + entry.get("outcome").asString();
    }
  }
}
