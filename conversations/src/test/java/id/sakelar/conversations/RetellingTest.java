package id.sakelar.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.conversations.Exchange.Request;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Requests with the values that were given out in this run.
class RetellingTest {
  @Test
  void what_was_given_out_stands_in_the_place_of_what_the_file_has() {
    var retelling = new Retelling();
    retelling.give("9732801", "17");
    retelling.give("55c32f", "$1\\");

    assertThat(retelling.retell("{\"tr_id\": \"9732801\", \"sign\": \"55c32f\"}"))
        .isEqualTo("{\"tr_id\": \"17\", \"sign\": \"$1\\\"}");
    assertThat(retelling.retell("<tr_id>9732801</tr_id>")).isEqualTo("<tr_id>17</tr_id>");
  }

  @Test
  void a_session_that_was_given_out_is_sent_in_its_header() {
    var retelling = new Retelling();
    retelling.give("abc", "xyz");
    var headers = Map.of("sessionid", "abc");

    assertThat(retelling.retell(new Request("POST", "/abc", headers, "{\"a\": \"abc\"}")))
        .isEqualTo(new Request("POST", "/abc", Map.of("sessionid", "xyz"), "{\"a\": \"xyz\"}"));
  }

  @Test
  void a_part_of_a_longer_word_stays() {
    var retelling = new Retelling();
    retelling.give("97", "17");

    assertThat(retelling.retell("9797 a97 97a 97-97")).isEqualTo("9797 a97 97a 17-17");
  }

  @Test
  void without_anything_given_out_a_request_is_as_written() {
    assertThat(new Retelling().retell("97")).isEqualTo("97");
  }
}
