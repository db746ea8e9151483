package id.sakelar.wire.bankplus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.sakelar.conversations.Conversation;
import id.sakelar.conversations.Exchange;
import id.sakelar.wire.Codec;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Limits;
import id.sakelar.wire.Message;
import id.sakelar.wire.StrictJson;
import id.sakelar.wire.bankplus.Refusal.OfPlatform;
import id.sakelar.wire.bankplus.Reply.Refused;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every message between agents and the platform in the golden conversations is read, and then
/// written as it was found.
class GoldenConversationsTest {
  private final StrictJson json = new StrictJson(Limits.ANSWER);

  /// An exchange, and the conversation it is from.
  record Told(String name, Exchange exchange) {
    private Service<?, ?> service() {
      return Services.at(exchange.request().path());
    }

    private Message question() {
      var type = exchange.request().headers().getOrDefault("content-type", "");
      return Message.of(type, exchange.request().body());
    }

    private Message answer() {
      return Message.json(exchange.answer().body());
    }

    private Code code() throws Garbled {
      return switch (service().answer().read(answer())) {
        case Reply.Done<?> _ -> Code.DONE;
        case Reply.Pending<?> _ -> Code.PENDING;
        case Refused<?>(Refusal refusal) -> refusal.code();
      };
    }

    @Override
    public String toString() {
      return name + " " + exchange.request().path();
    }
  }

  static Stream<Told> all() {
    return Conversation.listAll("bankplus").stream()
        .flatMap(it -> it.exchanges().stream().map(each -> new Told(it.name(), each)))
        .filter(it -> it.exchange().request().path().startsWith("/bankplus/"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_question_is_written_as_it_was_read(Told told) throws Garbled {
    if (told.code() == Code.BAD_REQUEST) {
      var garbled = assertThrows(Garbled.class, () -> again(told.service().question(), told));

      assertThat(told.service().answer().read(told.answer()))
          .isEqualTo(Reply.refused(Sentence.of(garbled)));
    } else {
      assertThat(again(told.service().question(), told)).isEqualTo(minified(told.question()));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void an_answer_is_written_as_it_was_read(Told told) throws Garbled {
    var codec = told.service().answer();

    assertThat(again(codec, told.answer())).isEqualTo(minified(told.answer()));
  }

  @ParameterizedTest
  @MethodSource("all")
  void the_status_line_follows_from_the_code(Told told) throws Garbled {
    assertThat(told.exchange().answer().status()).isEqualTo(told.code().httpStatus());
    assertThat(told.service().methods()).contains(told.exchange().request().method());
  }

  @ParameterizedTest
  @MethodSource("all")
  void every_refusal_is_a_sentence_we_know(Told told) throws Garbled {
    if (told.service().answer().read(told.answer()) instanceof Refused<?>(Refusal refusal)
        && refusal.code() != Code.BAD_REQUEST) {
      assertThat(sentences(refusal)).hasSize(1);
    }
  }

  private static Stream<Sentence> sentences(Refusal refusal) {
    return Arrays.stream(Sentence.values())
        .filter(it -> it.text().equals(refusal.message()) && it.code() == refusal.code());
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_session_is_sent_in_its_header(Told told) {
    var headers = told.exchange().request().headers();

    assertThat(headers.containsKey(Bankplus.SESSION))
        .isEqualTo(!told.service().equals(Bankplus.LOGIN));
    assertThat(headers.getOrDefault(Bankplus.SESSION, "x".repeat(80))).hasSize(80);
  }

  @Test
  void every_code_has_a_conversation_except_that_we_have_broken_off() throws Garbled {
    Set<Code> said = EnumSet.noneOf(Code.class);
    for (Told told : all().toList()) {
      said.add(told.code());
    }

    assertThat(said).isEqualTo(EnumSet.complementOf(EnumSet.of(Code.INTERNAL)));
  }

  @Test
  void every_service_is_done_in_a_conversation() throws Garbled {
    Set<String> done = new TreeSet<>();
    for (Told told : all().toList()) {
      if (told.code() == Code.DONE) {
        done.add(told.service().path());
      }
    }

    assertThat(done).hasSameElementsAs(Services.ALL.stream().map(Service::path).toList());
  }

  @Test
  void who_has_broken_off_says_so_in_the_shape_of_the_others() throws Garbled {
    var refusal = new OfPlatform(Code.INTERNAL, Sentence.DISTURBED.text());

    assertThat(Bankplus.LOGOUT.answer().write(Reply.refused(refusal)).text())
        .isEqualTo(
            "{\"code\":\"INTERNAL\",\"message\":\"Sistem sedang gangguan, coba beberapa saat"
                + " lagi.\",\"data\":{},\"debug\":{\"from\":\"bankplus_platform_core\","
                + "\"status\":500,\"name\":\"INTERNAL\",\"info\":{}}}");
  }

  private static <T> Message again(Codec<T> codec, Told told) throws Garbled {
    return again(codec, told.question());
  }

  private static <T> Message again(Codec<T> codec, Message message) throws Garbled {
    return codec.write(codec.read(message));
  }

  private Message minified(Message message) throws Garbled {
    return message.size() == 0 ? message : json.write(json.read(message));
  }
}
