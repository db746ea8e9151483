package id.sakelar.wire.digiswitch;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.sakelar.conversations.Conversation;
import id.sakelar.conversations.Exchange;
import id.sakelar.wire.Codec;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json;
import id.sakelar.wire.Limits;
import id.sakelar.wire.Message;
import id.sakelar.wire.Operation;
import id.sakelar.wire.StrictJson;
import id.sakelar.wire.digiswitch.Reply.Answered;
import id.sakelar.wire.digiswitch.Reply.Refused;
import id.sakelar.wire.digiswitch.desc.Family;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every message of the golden conversations is read, and then written as it was found.
class GoldenConversationsTest {
  private static final Map<String, String> KEYS =
      Map.of("your-username", "sandbox-api-key", "poor", "poor-api-key");
  private static final Set<String> UNSIGNED = Set.of("41", "42");
  private static final Set<String> UNREADABLE = Set.of("40", "54", "84");

  private final StrictJson json = new StrictJson(Limits.ANSWER);

  @ParameterizedTest
  @EnumSource
  void a_question_is_written_as_it_was_read(Spelling spelling) throws Garbled {
    for (Exchange exchange : exchanges(spelling)) {
      var question = Message.json(exchange.request().body());
      String rc = rc(exchange);
      if (UNREADABLE.contains(rc)) {
        Codec<?> codec = operation(spelling, exchange).question();
        var garbled = assertThrows(Garbled.class, () -> codec.read(question));
        assertThat(ResponseCode.of(garbled).rc()).isEqualTo(rc);
      } else {
        assertThatJson(again(operation(spelling, exchange).question(), question).text())
            .isEqualTo(question.text());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_answer_is_written_as_it_was_read(Spelling spelling) throws Garbled {
    for (Exchange exchange : exchanges(spelling)) {
      var answer = Message.json(exchange.answer().body());
      String minified = json.write(json.read(answer)).text();

      var written = again(operation(spelling, exchange).answer(), answer).text();

      assertThatJson(written).isEqualTo(answer.text());
      assertThat(written).isEqualTo(minified);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_desc_is_written_as_it_was_read(Spelling spelling) throws Garbled {
    for (Exchange exchange : exchanges(spelling)) {
      Optional<Answer> answer = answer(spelling, exchange);
      if (answer.flatMap(it -> it.bill().desc()).isPresent()) {
        var found = answer.get().bill().desc().get();
        var family = Family.of(answer.get().echo().code()).orElseThrow();

        var written = family.read(found).spelled(spelling);

        assertThat(json.write(written).text()).isEqualTo(json.write(found).text());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_question_is_signed_with_its_partners_key(Spelling spelling) throws Garbled {
    for (Exchange exchange : exchanges(spelling)) {
      if (!UNREADABLE.contains(rc(exchange))) {
        var question = question(spelling, exchange);
        var account =
            new Account(question.username(), KEYS.getOrDefault(question.username(), "unknown"));
        assertThat(question.isSignedBy(account))
            .as(exchange.request().body())
            .isEqualTo(!UNSIGNED.contains(rc(exchange)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_status_line_follows_from_the_response_code(Spelling spelling) throws Garbled {
    for (Exchange exchange : exchanges(spelling)) {
      var code = ResponseCode.of(rc(exchange)).orElseThrow();
      assertThat(exchange.answer().status()).isEqualTo(code.httpStatus());
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_refusal_repeats_what_of_its_question_can_be_repeated(Spelling spelling) throws Garbled {
    for (Exchange exchange : exchanges(spelling)) {
      Optional<Answer> answer = answer(spelling, exchange);
      if (answer.isPresent()) {
        assertThat(answer.get().echo())
            .isEqualTo(Echo.of(Message.json(exchange.request().body()), spelling));
      }
    }
  }

  @Test
  void the_thirteen_published_payments_are_all_here() {
    var names = Conversation.listAll("digiswitch").stream().map(Conversation::name).toList();

    assertThat(names)
        .contains(
            Stream.of(
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
                    "kirimuang")
                .map(code -> "digiswitch/pay-" + code)
                .toArray(String[]::new));
  }

  @Test
  void every_refusal_a_front_can_make_has_a_conversation() throws Garbled {
    Set<String> codes = new TreeSet<>();
    for (Exchange exchange : exchanges(Spelling.DIGISWITCH)) {
      codes.add(rc(exchange));
    }

    assertThat(codes)
        .contains(
            "00", "02", "03", "40", "41", "42", "43", "44", "45", "49", "50", "54", "57", "58",
            "60", "62", "83", "84", "85", "87", "88");
  }

  private static List<Exchange> exchanges(Spelling spelling) {
    String dialect =
        switch (spelling) {
          case DIGISWITCH -> "digiswitch";
          case DIGIFLAZZ -> "digiflazz";
        };
    return Conversation.listAll(dialect).stream().flatMap(it -> it.exchanges().stream()).toList();
  }

  private static Operation<? extends Question, ?> operation(Spelling spelling, Exchange exchange) {
    var said = Digiswitch.in(spelling);
    return Stream.of(
            said.transaction(), said.balance(), said.priceList(), said.deposit(), said.holder())
        .filter(it -> it.path().equals(exchange.request().path()))
        .findFirst()
        .orElseThrow();
  }

  private static Question question(Spelling spelling, Exchange exchange) throws Garbled {
    return operation(spelling, exchange).question().read(Message.json(exchange.request().body()));
  }

  private static <T> Message again(Codec<T> codec, Message message) throws Garbled {
    return codec.write(codec.read(message));
  }

  /// The answer, if it is one to a transaction.
  private static Optional<Answer> answer(Spelling spelling, Exchange exchange) throws Garbled {
    var transaction = Digiswitch.in(spelling).transaction();
    if (!transaction.path().equals(exchange.request().path())) {
      return Optional.empty();
    }
    return switch (transaction.answer().read(Message.json(exchange.answer().body()))) {
      case Answered<Answer>(Answer answer) -> Optional.of(answer);
      case Refused<Answer> refused -> throw new AssertionError(refused);
    };
  }

  /// The response code of an answer; one that shows none, such as a price list, has succeeded.
  private String rc(Exchange exchange) throws Garbled {
    var answer = json.read(Message.json(exchange.answer().body()));
    return answer.fields().get("data") instanceof Json.Members data
            && data.fields().get("rc") instanceof Json.Text(String rc)
        ? rc
        : "00";
  }
}
