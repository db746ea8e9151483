package id.sakelar.server.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.http.Budget;
import id.sakelar.http.Caller;
import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Biller;
import id.sakelar.server.payment.Biller.Found;
import id.sakelar.server.payment.Biller.Found.NoBill;
import id.sakelar.server.payment.Biller.Order;
import id.sakelar.server.payment.Biller.Question;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Evidence.Ambiguous;
import id.sakelar.server.payment.Evidence.InProcess;
import id.sakelar.server.payment.Evidence.NotSent;
import id.sakelar.server.payment.Evidence.Success;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every connector owes the money it moves, in whatever dialect: nothing is sent twice, and
/// nothing but a clear word about this very payment is a yes or a no.
///
/// A connector's test inherits this and says how its biller would put it.
public abstract class BillerContract {
  private static final Budget PATIENT = Budget.of(Duration.ofSeconds(20), Duration.ofSeconds(60));
  private static final Budget HASTY = Budget.of(Duration.ofMillis(1_900), Duration.ofSeconds(2));

  private FakeBiller fake;

  /// The connector, calling with `caller`.
  protected abstract Biller biller(Caller caller);

  /// Where everything is posted; a segment `{name}` stands for any word.
  protected abstract String path();

  /// A bill that can be asked for.
  protected abstract Question question();

  /// An order that can be paid.
  protected abstract Order order();

  /// A yes to an order that is like [#order], but for its reference and cost.
  protected abstract String yes(String reference, Rupiah cost);

  /// Says that [#order] is being worked on.
  protected abstract String pending();

  /// An answer about [#order] in a word that no list has.
  protected abstract String unknownWord();

  /// Refuses to be asked for the status of [#order], without a word about the payment.
  protected abstract String questionRefused();

  @BeforeEach
  final void open() {
    fake = FakeBiller.at(path());
  }

  @AfterEach
  final void close() {
    fake.close();
  }

  @Test
  final void a_clear_yes_is_a_success() {
    fake.says(200, yes());

    assertThat(pay()).isInstanceOf(Success.class).extracting("cost").isEqualTo(cost());
    assertThat(status()).isInstanceOf(Success.class).extracting("cost").isEqualTo(cost());
  }

  @Test
  final void work_in_hand_is_in_process() {
    fake.says(200, pending());

    assertThat(pay()).isInstanceOf(InProcess.class);
    assertThat(status()).isInstanceOf(InProcess.class);
  }

  @Test
  final void unreachable_is_a_no() throws Exception {
    URI nowhere = BrokenLine.nowhere();

    assertThat(payAt(nowhere)).isEqualTo(new NotSent("not sent"));
    assertThat(inquireAt(nowhere)).isEqualTo(NoBill.unheard("not sent"));
  }

  @Test
  final void an_unreachable_status_proves_nothing() throws Exception {
    URI nowhere = BrokenLine.nowhere();

    assertThat(statusAt(nowhere)).isEqualTo(new Ambiguous("not sent"));
  }

  @Test
  final void silence_after_sending_is_pending() {
    fake.keepsSilent();

    Evidence evidence;
    try (var caller = new Caller(fake.address(), HASTY)) {
      evidence = biller(caller).pay(order());
    }

    assertThat(evidence).isEqualTo(new Ambiguous("no answer"));
    assertThat(fake.unread()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"da"})
  final void a_line_that_breaks_after_sending_is_pending(String beginning) throws Exception {
    try (var broken = new BrokenLine(beginning)) {
      assertThat(payAt(broken.address())).isEqualTo(new Ambiguous("no answer"));
      assertThat(broken.questions()).isEqualTo(1);

      assertThat(statusAt(broken.address())).isEqualTo(new Ambiguous("no answer"));
      assertThat(inquireAt(broken.address())).isEqualTo(NoBill.unheard("no answer"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "null",
        "sukses",
        "{\"data\":null}",
        "{\"data\":{}}",
        "<html><body>502 Bad Gateway</body></html>",
        "\u0000"
      })
  final void what_cannot_be_read_is_pending(String body) {
    fake.says(200, body);

    assertProvesNothing("garbled");
  }

  @Test
  final void a_yes_that_is_cut_short_or_said_twice_is_pending() {
    for (String body : new String[] {yes().substring(0, yes().length() - 1), yes() + yes()}) {
      fake.says(200, body);

      assertProvesNothing("garbled");
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        201, 202, 204, 206, 301, 302, 303, 307, 308, 401, 403, 404, 408, 409, 425, 429, 500, 501,
        502, 503, 504
      })
  final void a_status_outside_the_dialect_is_pending_whatever_the_body_says(int status) {
    fake.says(status, yes());

    assertProvesNothing("http " + status);
  }

  @Test
  final void a_yes_to_another_order_is_pending() {
    fake.says(200, yes("S261120ANOTHERORDERX", cost()));

    assertProvesNothing("not our order");
  }

  @Test
  final void a_yes_over_another_amount_is_pending() {
    for (Rupiah other : new Rupiah[] {cost().plus(Rupiah.of(1)), cost().minus(Rupiah.of(1))}) {
      fake.says(200, yes(order().quote().upstreamReference(), other));

      assertThat(pay()).isInstanceOf(Ambiguous.class);
      assertThat(status()).isInstanceOf(Ambiguous.class);
    }
  }

  @Test
  final void a_word_that_no_list_has_is_pending() {
    fake.says(200, unknownWord());

    assertThat(pay()).isInstanceOf(Ambiguous.class);
    assertThat(status()).isInstanceOf(Ambiguous.class);
  }

  @Test
  final void a_refused_status_question_says_nothing_about_the_payment() {
    for (int httpStatus : new int[] {200, 400, 403}) {
      fake.says(httpStatus, questionRefused());

      assertThat(status()).isInstanceOf(Ambiguous.class);
    }
  }

  private void assertProvesNothing(String code) {
    assertThat(pay()).isEqualTo(new Ambiguous(code));
    assertThat(status()).isEqualTo(new Ambiguous(code));
    assertThat(inquire()).isEqualTo(NoBill.unheard(code));
  }

  private Evidence pay() {
    return once(payAt(fake.address()));
  }

  private Evidence status() {
    return once(statusAt(fake.address()));
  }

  private Found inquire() {
    return once(inquireAt(fake.address()));
  }

  /// The answer, after the fake biller has heard the question once and no more.
  private <T> T once(T answer) {
    assertThat(fake.unread()).isEqualTo(1);
    fake.read();
    return answer;
  }

  private Evidence payAt(URI address) {
    return asking(address, it -> it.pay(order()));
  }

  private Evidence statusAt(URI address) {
    return asking(address, it -> it.status(order()));
  }

  private Found inquireAt(URI address) {
    return asking(address, it -> it.inquire(question()));
  }

  private <T> T asking(URI address, Function<Biller, T> ask) {
    try (var caller = new Caller(address, PATIENT)) {
      return ask.apply(biller(caller));
    }
  }

  private String yes() {
    return yes(order().quote().upstreamReference(), cost());
  }

  private Rupiah cost() {
    return order().quote().cost();
  }
}
