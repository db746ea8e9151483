package id.sakelar.wire.iak;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.conversations.Conversation;
import id.sakelar.conversations.Exchange;
import id.sakelar.wire.Codec;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Limits;
import id.sakelar.wire.Message;
import id.sakelar.wire.Operation;
import id.sakelar.wire.StrictJson;
import id.sakelar.wire.iak.Reply.Answered;
import id.sakelar.wire.iak.Reply.Refused;
import id.sakelar.wire.iak.desc.Family;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every message of the golden conversations is read, and then written as it was found.
class GoldenConversationsTest {
  private static final Map<String, String> KEYS =
      Map.of(
          "123123123", "sandbox-api-key",
          "321321321", "other-api-key",
          "poor", "poor-api-key");

  /// What a reader finds wrong by itself; so does it a number of the wrong form.
  private static final Set<String> UNREADABLE = Set.of("03", "93", "101", "107");

  private final StrictJson json = new StrictJson(Limits.ANSWER);

  /// An exchange, and the conversation it is from.
  record Told(String name, Exchange exchange) {
    private Format format() {
      return Format.of(type(exchange.request().headers())).orElseThrow();
    }

    private Message question() {
      return Message.of(type(exchange.request().headers()), exchange.request().body());
    }

    private Message answer() {
      return Message.of(type(exchange.answer().headers()), exchange.answer().body());
    }

    private boolean isBalance() {
      return exchange.request().path().equals(Iak.BALANCE.path());
    }

    private boolean isPriceList() {
      return exchange.request().path().matches(".*/check/[a-z]+");
    }

    private Operation<Question, ?> operation() {
      var said = Iak.in(format());
      return isPriceList() ? said.priceList() : said.bill();
    }

    private Optional<Answer> bill() throws Garbled {
      return !isBalance()
              && !isPriceList()
              && Iak.in(format()).bill().answer().read(answer())
                  instanceof Answered<Answer>(Answer answer)
          ? Optional.of(answer)
          : Optional.empty();
    }

    private static String type(Map<String, String> headers) {
      return Objects.requireNonNull(headers.get("content-type"));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Told> all() {
    return Conversation.listAll("iak").stream()
        .flatMap(it -> it.exchanges().stream().map(each -> new Told(it.name(), each)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_question_is_written_as_it_was_read(Told told) throws Garbled {
    String expected = rc(told);
    try {
      var written =
          told.isBalance()
              ? again(Iak.BALANCE.question(), told.question())
              : again(told.operation().question(), told.question());

      assertThat(UNREADABLE).doesNotContain(expected);
      assertThat(written.text()).isEqualTo(bare(told.question()));
    } catch (Garbled e) {
      assertThat(ResponseCode.of(e).code()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void an_answer_is_written_as_it_was_read(Told told) throws Garbled {
    var written =
        told.isBalance()
            ? again(Iak.BALANCE.answer(), told.answer())
            : again(told.operation().answer(), told.answer());

    // unread, an empty group cannot be told from an empty text; a_desc_is_written tells it
    assertThat(written.text()).isEqualTo(bare(told.answer()).replaceAll("<(\\w+)/>", "<$1></$1>"));
    assertThat(written.mediaType()).isEqualTo(told.answer().mediaType());
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_desc_is_written_as_it_was_read(Told told) throws Garbled {
    var answer = told.bill();
    if (answer.isPresent()) {
      var family = Family.of(answer.get().echo().code()).orElseThrow();

      var desc = family.read(answer.get().owed().desc());

      var written = Reply.answered(Details.told(answer.get(), desc));
      assertThat(Iak.in(told.format()).bill().answer().write(written).text())
          .isEqualTo(bare(told.answer()));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_question_is_signed_with_its_partners_key(Told told) {
    try {
      Signed question =
          told.isBalance()
              ? Iak.BALANCE.question().read(told.question())
              : told.operation().question().read(told.question());
      var key = KEYS.getOrDefault(question.username(), "unknown");

      assertThat(question.isSignedBy(new Account(question.username(), key)))
          .isEqualTo(!rc(told).equals("100"));
    } catch (Garbled e) {
      assertThat(told.name()).contains("refused-");
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void the_status_line_follows_from_the_response_code(Told told) throws Garbled {
    var code = ResponseCode.of(rc(told)).orElseThrow();

    assertThat(told.exchange().answer().status()).isEqualTo(code.httpStatus());
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_refusal_says_what_its_code_says(Told told) throws Garbled {
    if (!told.isBalance()
        && told.operation().answer().read(told.answer()) instanceof Refused<?>(Verdict verdict)) {
      assertThat(verdict.knownCode().map(Verdict::of)).hasValue(verdict);
    }
  }

  @Test
  void the_printed_payment_is_here_in_both_formats() {
    var names = Conversation.listAll("iak").stream().map(Conversation::name).toList();

    assertThat(names).contains("iak/pay-multifinance", "iak/pay-multifinance-xml");
  }

  @Test
  void every_refusal_a_front_can_make_has_a_conversation() throws Garbled {
    Set<String> codes = new TreeSet<>();
    for (Told told : all().toList()) {
      codes.add(rc(told));
    }

    assertThat(codes)
        .contains(
            "00", "01", "03", "04", "06", "11", "14", "17", "20", "33", "37", "39", "42", "92",
            "93", "100", "101", "102", "106", "107", "118");
  }

  @Test
  void both_formats_say_the_same() throws Garbled {
    for (String name : List.of("multifinance", "pln-eight", "tv", "insurance", "esamsat")) {
      var inJson = told("iak/" + name);
      var inXml = told("iak/" + name + "-xml");
      for (int i = 0; i < inJson.size(); i++) {
        var one = inJson.get(i).bill().orElseThrow();
        var other = inXml.get(i).bill().orElseThrow();
        var family = Family.of(one.echo().code()).orElseThrow();

        assertThat(family.read(other.owed().desc())).isEqualTo(family.read(one.owed().desc()));
        assertThat(other.verdict()).isEqualTo(one.verdict());
      }
    }
  }

  private static List<Told> told(String name) {
    return Conversation.read(name).exchanges().stream().map(it -> new Told(name, it)).toList();
  }

  private static <T> Message again(Codec<T> codec, Message message) throws Garbled {
    return codec.write(codec.read(message));
  }

  /// The text of a message as we write it: JSON without blanks, XML with a declaration that has
  /// none where the document prints one.
  private String bare(Message message) throws Garbled {
    return message.mediaType().equals(Message.JSON)
        ? json.write(json.read(message)).text()
        : message.text().replace("\"1.0\" ?>", "\"1.0\"?>");
  }

  /// The response code of an answer; one that shows none, such as a price list, has succeeded.
  private static String rc(Told told) throws Garbled {
    if (told.isBalance()) {
      return Iak.BALANCE.answer().read(told.answer()).rc();
    }
    var reply = told.operation().answer().read(told.answer());
    if (reply instanceof Refused<?>(Verdict verdict)) {
      return verdict.responseCode();
    }
    return told.bill().map(it -> it.verdict().responseCode()).orElse("00");
  }
}
