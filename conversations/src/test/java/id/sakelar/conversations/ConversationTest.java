package id.sakelar.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.conversations.Exchange.Answer;
import id.sakelar.conversations.Exchange.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The reader of golden conversations, and that the files can be read.
class ConversationTest {
  private static final String TWO_EXCHANGES =
      """
      A bill is asked for and paid.

      ? the moon is full
      ^ data.number
      ~ data.balance data.sn

      > POST /pay
      > Content-Type: text/plain
      >
      > {"a":
      >   1}

      < 200
      <
      < yes

      = paid

      Once more.

      > POST /pay
      < 400
      = refused
      """;

  @Test
  void a_file_reads_as_it_is_told() {
    var told = Script.read("x/two", TWO_EXCHANGES);

    assertThat(told)
        .isEqualTo(
            new Conversation(
                "x/two",
                told.commentary(),
                List.of("the moon is full"),
                List.of("data.number", "data.balance", "data.sn"),
                List.of("data.number"),
                List.of(
                    new Exchange(
                        new Request(
                            "POST", "/pay", Map.of("content-type", "text/plain"), "{\"a\":\n  1}"),
                        new Answer(200, Map.of(), "yes"),
                        "paid"),
                    new Exchange(
                        new Request("POST", "/pay", Map.of(), ""),
                        new Answer(400, Map.of(), ""),
                        "refused"))));
    assertThat(told.commentary())
        .startsWith("A bill is asked for and paid.")
        .endsWith("Once more.");
  }

  @Test
  void a_question_without_an_answer_is_no_conversation() {
    assertThatThrownBy(() -> Script.read("x/y", "> POST /pay\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("x/y: a conversation ends with the meaning of an exchange");
    assertThatThrownBy(() -> Script.read("x/y", "> POST /pay\n= paid\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("x/y: a meaning without question or answer");
  }

  @Test
  void a_conversation_nobody_has_written_is_named() {
    assertThatThrownBy(() -> Conversation.read("digiswitch/pay-moon"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no conversation called digiswitch/pay-moon");
    assertThatThrownBy(() -> Conversation.listAll("moonish"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no conversations in moonish");
  }

  @Test
  void every_conversation_of_a_dialect_is_listed_by_name() {
    for (String dialect : List.of("digiswitch", "digiflazz", "iak", "mmbc", "bankplus")) {
      var names = Conversation.listAll(dialect).stream().map(Conversation::name).toList();

      assertThat(names).isNotEmpty().isSorted().doesNotHaveDuplicates();
      assertThat(names).allMatch(name -> name.startsWith(dialect + "/"));
    }
  }

  @Test
  void every_conversation_says_what_it_is_about() {
    for (String dialect : List.of("digiswitch", "digiflazz", "iak", "mmbc", "bankplus")) {
      assertThat(Conversation.listAll(dialect))
          .allSatisfy(told -> assertThat(told.commentary()).isNotEmpty());
    }
  }
}
