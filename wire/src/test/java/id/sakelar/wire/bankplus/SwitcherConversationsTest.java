package id.sakelar.wire.bankplus;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.sakelar.conversations.Conversation;
import id.sakelar.conversations.Exchange;
import id.sakelar.wire.Codec;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Limits;
import id.sakelar.wire.Message;
import id.sakelar.wire.Operation;
import id.sakelar.wire.StrictJson;
import id.sakelar.wire.bankplus.SwitcherReply.Refused;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every message of the golden conversations of the switcher is read, and then written as it was
/// found.
class SwitcherConversationsTest {
  private static final String PREFIX = "bankplus/switcher-";

  /// Its amount stands between quotes, which are not written back.
  private static final String QUOTED = PREFIX + "transfer-refnum";

  private final StrictJson json = new StrictJson(Limits.ANSWER);

  @ParameterizedTest
  @MethodSource("conversations")
  void a_question_is_written_as_it_was_read(String name) throws Garbled {
    for (Exchange exchange : Conversation.read(name).exchanges()) {
      var question = Message.json(exchange.request().body());
      Codec<?> codec = operation(exchange).question();
      if (isUnreadable(name)) {
        var garbled = assertThrows(Garbled.class, () -> codec.read(question));
        assertThat(SwitcherSentence.of(garbled).text()).isEqualTo(refusal(exchange).message());
      } else if (!name.equals(QUOTED)) {
        assertThatJson(again(codec, question).text()).isEqualTo(question.text());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("conversations")
  void an_answer_is_written_as_it_was_read(String name) throws Garbled {
    for (Exchange exchange : Conversation.read(name).exchanges()) {
      var answer = Message.json(exchange.answer().body());

      var written = again(operation(exchange).answer(), answer).text();

      assertThat(written).isEqualTo(json.write(json.read(answer)).text());
    }
  }

  @ParameterizedTest
  @MethodSource("conversations")
  void a_refusal_is_one_of_the_sentences(String name) throws Garbled {
    for (Exchange exchange : Conversation.read(name).exchanges()) {
      if (operation(exchange).answer().read(Message.json(exchange.answer().body()))
          instanceof Refused<?>(var code, var message, _)) {
        assertThat(SwitcherSentence.of(code, message)).isPresent();
      }
    }
  }

  @Test
  void the_eight_printed_exchanges_are_all_here() {
    assertThat(conversations())
        .contains(
            PREFIX + "inquiry",
            PREFIX + "inquiry-unknown",
            PREFIX + "transfer-printed",
            PREFIX + "transfer-unknown",
            PREFIX + "reversal-printed",
            PREFIX + "reversal-twice",
            PREFIX + "check",
            PREFIX + "check-unknown");
  }

  @Test
  void every_field_has_a_conversation_in_which_it_is_refused() throws Garbled {
    Set<String> said = new TreeSet<>();
    for (String name : conversations().filter(it -> isUnreadable(it)).toList()) {
      said.add(refusal(Conversation.read(name).exchanges().getFirst()).message());
    }

    assertThat(said)
        .isEqualTo(
            Stream.of(
                    SwitcherSentence.FORMAT,
                    SwitcherSentence.REFNUM,
                    SwitcherSentence.REFNUM_TARGET,
                    SwitcherSentence.BANK,
                    SwitcherSentence.ACCOUNT,
                    SwitcherSentence.NO_PAYMENT_CODE,
                    SwitcherSentence.AMOUNT,
                    SwitcherSentence.REMARK,
                    SwitcherSentence.JOURNAL)
                .map(SwitcherSentence::text)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static Stream<String> conversations() {
    return Conversation.listAll("bankplus").stream()
        .map(Conversation::name)
        .filter(it -> it.startsWith(PREFIX));
  }

  private static boolean isUnreadable(String name) {
    return name.startsWith(PREFIX + "refused-") && !name.endsWith("-stranger");
  }

  private static Operation<?, ? extends SwitcherReply<?>> operation(Exchange exchange) {
    return Switcher.operations().stream()
        .filter(it -> it.path().equals(exchange.request().path()))
        .findFirst()
        .orElseThrow();
  }

  private static Refused<SwitcherReceipt> refusal(Exchange exchange) throws Garbled {
    return (Refused<SwitcherReceipt>)
        Switcher.CHECK.answer().read(Message.json(exchange.answer().body()));
  }

  private static <T> Message again(Codec<T> codec, Message message) throws Garbled {
    return codec.write(codec.read(message));
  }
}
