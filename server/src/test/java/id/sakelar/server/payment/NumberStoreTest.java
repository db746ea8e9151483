package id.sakelar.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Numbers of inquiries and invoices, and what is forgotten with the inquiries nobody paid.
class NumberStoreTest {
  private Counter counter;
  private NumberStore numbers;

  @BeforeEach
  void open() throws SQLException {
    counter = new Counter(Counter.Kind.POSTGRES);
    numbers = new NumberStore(jdbi(), new SplittableRandom(7));
  }

  @AfterEach
  void close() throws SQLException {
    counter.close();
  }

  private org.jdbi.v3.core.Jdbi jdbi() {
    return counter.database().jdbi();
  }

  private static PaymentId id(String partner, String reference) {
    return new PaymentId(partner, "iak", reference);
  }

  @Test
  void invoices_have_their_digits_and_none_is_given_twice() {
    assertThat(numbers.nextInvoiceOf11()).matches("[1-9][0-9]{10}");
    assertThat(numbers.nextInvoiceOf12()).matches("[1-9][0-9]{11}");
    assertThat(numbers.nextInvoiceOf11()).isNotEqualTo(numbers.nextInvoiceOf11());
  }

  @Test
  void an_inquiry_keeps_its_number_and_only_its_partner_finds_it() {
    long number = numbers.numberOf(id("sri", "A"));

    assertThat(number).isBetween(100_000_000L, (long) Integer.MAX_VALUE);
    assertThat(numbers.numberOf(id("sri", "A"))).isEqualTo(number);
    assertThat(numbers.numberOf(id("sri", "B"))).isNotEqualTo(number);
    assertThat(numbers.find("sri", "iak", number)).contains(id("sri", "A"));
    assertThat(numbers.find("ani", "iak", number)).isEmpty();
    assertThat(numbers.find("sri", "mmbc", number)).isEmpty();
    assertThat(numbers.find("sri", "iak", number + 1)).isEmpty();
  }

  /// Two sources of the same chance want the same numbers.
  @Test
  void a_number_that_is_taken_is_not_given_again() {
    long first = new NumberStore(jdbi(), new SplittableRandom(1)).numberOf(id("sri", "A"));
    long second = new NumberStore(jdbi(), new SplittableRandom(1)).numberOf(id("sri", "B"));

    assertThat(second).isNotEqualTo(first);
    assertThat(numbers.find("sri", "iak", first)).contains(id("sri", "A"));
  }

  @Test
  void what_nobody_paid_is_forgotten_with_its_number_and_what_was_paid_is_kept() {
    var store = counter.store();
    var unpaid = id("sri", "UNPAID");
    var paid = id("sri", "PAID");
    store.keep(Samples.inquiry(unpaid));
    store.keep(Samples.inquiry(paid));
    long gone = numbers.numberOf(unpaid);
    long kept = numbers.numberOf(paid);
    counterDeposit();
    store.open(
        Machine.open(Samples.inquiry(paid), Samples.NOON), java.time.Duration.ofMinutes(1), null);
    var forgetting = new ForgettingStore(jdbi());
    LocalDate day = References.dayOf(Samples.NOON);

    assertThat(forgetting.forgetUnpaid(day)).isZero();
    assertThat(forgetting.forgetUnpaid(day.plusDays(1))).isEqualTo(1);

    assertThat(store.findInquiry(unpaid)).isEmpty();
    assertThat(numbers.find("sri", "iak", gone)).isEmpty();
    assertThat(store.findInquiry(paid)).isPresent();
    assertThat(numbers.find("sri", "iak", kept)).contains(paid);
  }

  private void counterDeposit() {
    try {
      counter.deposit("sri", id.sakelar.money.Rupiah.of(1_000_000));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
