package id.sakelar.server.upstream.mmbc;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import id.sakelar.server.payment.Biller.Order;
import id.sakelar.server.payment.Biller.Question;
import id.sakelar.server.payment.Evidence;
import id.sakelar.wire.mmbc.Refusal;
import id.sakelar.wire.mmbc.Status;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// Nothing that the connector returns, prints or logs tells a password or a person's number, even
/// if the biller puts them where it tells its reasons.
class DiscretionTest {
  private static final String[] SECRETS = {
    PretendedCard.LOGIN.password(),
    PretendedCard.NUMBER,
    PretendedTax.CHASSIS,
    PretendedTax.IDENTITY
  };

  @Test
  void evidence_tells_nothing_of_what_a_biller_says_in_its_own_words() {
    assertThat(talk()).hasSize(15).allSatisfy(it -> assertThat(it).doesNotContain(SECRETS));
  }

  @Test
  void nothing_is_logged_of_a_question_or_an_answer() {
    var root = (Logger) LoggerFactory.getLogger("id.sakelar");
    var level = root.getLevel();
    var log = new ListAppender<ILoggingEvent>();
    log.start();
    root.setLevel(Level.TRACE);
    root.addAppender(log);
    try {
      talk();
    } finally {
      root.detachAppender(log);
      root.setLevel(level);
    }

    assertThat(List.copyOf(log.list))
        .allSatisfy(it -> assertThat(it.getFormattedMessage()).doesNotContain(SECRETS));
  }

  @Test
  void papers_print_no_number() {
    assertThat(Papers.find(PretendedTax.CUSTOMER)).hasToString("Optional[Papers]");
  }

  /// All that is heard from the connector while a biller blabs.
  private static List<String> talk() {
    var blab = "Maaf, " + String.join(" ", SECRETS) + ".";
    var card = PretendedCard.says(PretendedCard.receipt(Status.CONFIRM));
    var cards =
        List.of(
            PretendedCard.refuses(new Refusal.Bare(blab)),
            card,
            card.replace("CONFIRM", PretendedCard.NUMBER));
    var taxes =
        List.of(
            PretendedTax.refusesOrder(PretendedTax.ECHO, blab), PretendedTax.says(Status.CONFIRM));
    var heard = new ArrayList<String>();
    try (var other = new Counterpart(PretendedCard.PATH)) {
      for (String body : cards) {
        heard.addAll(ask(other.says(body), PretendedCard.QUESTION, PretendedCard.ORDER));
      }
    }
    try (var other = new Counterpart(PretendedTax.PATH)) {
      for (String body : taxes) {
        heard.addAll(ask(other.says(body), PretendedTax.QUESTION, PretendedTax.ORDER));
      }
    }
    return heard;
  }

  private static List<String> ask(Counterpart other, Question question, Order order) {
    var found = other.biller().inquire(question).toString();
    return List.of(found, print(other.biller().pay(order)), print(other.biller().status(order)));
  }

  private static String print(Evidence evidence) {
    return evidence.code() + " " + evidence;
  }
}
