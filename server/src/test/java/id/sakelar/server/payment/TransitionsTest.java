package id.sakelar.server.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The table of transitions stands in the code and in the schema, and is one table.
class TransitionsTest {
  private static final Pattern PAIR = Pattern.compile("'([A-Z]+>[A-Z]+)'");
  private static final Pattern STATES = Pattern.compile("CHECK \\(state IN\\s*\\(([^)]*)\\)");

  @Test
  void the_schema_lets_a_payment_go_where_the_code_does() throws IOException {
    var inSchema = new TreeSet<String>();
    PAIR.matcher(schema()).results().forEach(pair -> inSchema.add(pair.group(1)));

    assertThat(inSchema).isEqualTo(transitions()).isNotEmpty();
  }

  private static Set<String> transitions() {
    var transitions = new TreeSet<String>();
    for (State from : State.values()) {
      for (State to : State.values()) {
        if (from.mayBecome(to)) {
          transitions.add(from + ">" + to);
        }
      }
    }
    return transitions;
  }

  @Test
  void the_schema_knows_the_states_the_code_knows() throws IOException {
    var states = STATES.matcher(schema());

    assertThat(states.find()).isTrue();
    assertThat(Arrays.stream(states.group(1).split(",")).map(s -> s.strip().replace("'", "")))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(State.values()).map(State::name).toList());
  }

  @Test
  void no_payment_leaves_an_end_but_by_a_refund() {
    assertThat(transitions().stream().filter(pair -> State.valueOf(from(pair)).isFinal()))
        .containsExactly("SUCCEEDED>REFUNDED");
  }

  private static String from(String pair) {
    return pair.substring(0, pair.indexOf('>'));
  }

  private static String schema() throws IOException {
    try (var sql = State.class.getResourceAsStream("/db/server/V2.3__payment.sql")) {
      return new String(requireNonNull(sql).readAllBytes(), UTF_8);
    }
  }
}
