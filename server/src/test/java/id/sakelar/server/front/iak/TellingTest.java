package id.sakelar.server.front.iak;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.front.Key;
import id.sakelar.server.front.Premises;
import id.sakelar.server.front.PuppetBiller;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Inquiry;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.Payment.Ending;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.Quote;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.payment.State;
import id.sakelar.wire.iak.Answer;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.Iak;
import id.sakelar.wire.iak.Reply;
import id.sakelar.wire.iak.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How payments are told: one face for everything undecided, and one for everything that is not
/// paid in the end.
class TellingTest {
  private static final Instant NOW = Instant.parse("2026-11-20T05:00:00Z");

  private static Premises premises;
  private static Telling telling;

  @BeforeAll
  static void moveIn() {
    premises = Premises.open(Visitor::open);
    telling =
        new Telling(premises.numbers(), new Products(premises.catalog()), premises.deposits());
  }

  @AfterAll
  static void close() {
    premises.close();
  }

  @Test
  void every_state_has_its_code_its_status_and_what_is_booked() {
    assertThat(Arrays.stream(State.values()).map(TellingTest::line))
        .containsExactly(
            "HELD 39 PROCESSING -",
            "SENDING 39 PROCESSING -",
            "PENDING 39 PROCESSING -",
            "UNKNOWN 39 PROCESSING -",
            "REVIEW 39 PROCESSING -",
            "SUCCEEDED 00 SUCCESS 2026-11-20T12:00 SN-1",
            "FAILED 37 FAILED 2026-11-20T12:00 ",
            "REFUNDED 37 FAILED 2026-11-20T12:00 ");
  }

  private static String line(State state) {
    var payment = payment(state, "SN-1");
    var paid = telling.paid(payment);
    var standing = telling.standing(payment);
    var booking = standing.booking();
    assertThat(paid.verdict()).isEqualTo(standing.verdict());
    assertThat(booking.balance()).contains(Rupiah.of(89_600));
    assertThat(paid.booking().withStatus(booking.status().orElseThrow())).isEqualTo(booking);
    return String.join(
        " ",
        state.name(),
        standing.verdict().responseCode(),
        booking.status().map(Status::name).orElse(""),
        booking.datetime().map(LocalDateTime::toString).orElse("-")
            + booking.noref().map(it -> " " + it).orElse(""));
  }

  @Test
  void a_biller_without_a_reference_leaves_none() {
    Answer answer = telling.paid(payment(State.SUCCEEDED, ""));

    assertThat(answer.booking().noref()).isEmpty();
  }

  @Test
  void a_meter_is_on_the_receipt_only() {
    assertThat(spelled(State.SUCCEEDED)).contains("meter_awal");
    for (var state : new State[] {State.PENDING, State.FAILED, State.REFUNDED}) {
      assertThat(spelled(state)).doesNotContain("meter_awal");
    }
  }

  private static String spelled(State state) {
    var answer = telling.paid(payment(state, ""));
    return Iak.in(Format.JSON).bill().answer().write(Reply.answered(answer)).text();
  }

  @Test
  void a_product_that_left_the_catalogue_is_told_by_our_code() {
    var paid = telling.paid(payment("gone", State.SUCCEEDED, ""));

    assertThat(paid.echo().code()).isEqualTo("gone");
  }

  private static Payment payment(State state, String serial) {
    return payment(Shop.product(Visitor.ELECTRICITY), state, serial);
  }

  private static Payment payment(String product, State state, String serial) {
    return payment(product, state, serial, null);
  }

  static Payment payment(String product, State state, String serial, @Nullable Bill receipt) {
    var quote =
        new Quote(
            product,
            "530000000001",
            PuppetBiller.electricity(),
            Premises.UPSTREAM,
            product,
            "S261120AAAAAAAAAAAAA",
            Rupiah.of(2_500),
            Rupiah.of(11_000),
            Rupiah.of(10_400),
            null,
            Rupiah.ZERO,
            Rupiah.of(9_900),
            null);
    var id = new PaymentId(Key.ONE.partner(), IakFront.DIALECT, "r1");
    return new Payment(
        new Inquiry(id, quote, LocalDate.of(2026, 11, 20), false),
        state,
        1,
        NOW,
        new Payment.Trail(1, NOW, 0, 0, null, null),
        ending(state, serial, receipt),
        new Rupiah(8_960_050));
  }

  private static @Nullable Ending ending(State state, String serial, @Nullable Bill receipt) {
    var reason = state == State.FAILED ? Reason.NUMBER_WRONG : null;
    return Optional.of(state)
        .filter(State::isFinal)
        .map(_ -> new Ending(serial, "00", reason, NOW, receipt))
        .orElse(null);
  }
}
