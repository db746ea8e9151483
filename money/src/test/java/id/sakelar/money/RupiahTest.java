package id.sakelar.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// Amounts are exact, and say so when they cannot be.
class RupiahTest {
  @Test
  void a_sum_is_exact_to_the_sen() {
    assertThat(Rupiah.of(2_500).plus(new Rupiah(5))).isEqualTo(new Rupiah(250_005));
    assertThat(Rupiah.of(1).minus(new Rupiah(150))).isEqualTo(new Rupiah(-50));
    assertThat(Rupiah.of(2_500).times(2)).isEqualTo(Rupiah.of(5_000));
  }

  @Test
  void an_overflow_is_an_error_and_never_a_wrong_amount() {
    var most = new Rupiah(Long.MAX_VALUE);
    var least = new Rupiah(Long.MIN_VALUE);

    assertThatThrownBy(() -> most.plus(new Rupiah(1))).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> least.minus(new Rupiah(1))).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(least::negated).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Rupiah.of(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void sen_are_never_rounded_away() {
    assertThat(Rupiah.of(100).toWhole()).isEqualTo(100);
    assertThatThrownBy(() -> new Rupiah(10_050).toWhole())
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("Rp100.50 is not a whole number of rupiah");
  }

  @Test
  void it_reads_aloud_with_its_sign_and_sen() {
    assertThat(Rupiah.of(12_500)).hasToString("Rp12500");
    assertThat(new Rupiah(5)).hasToString("Rp0.05");
    assertThat(new Rupiah(-50)).hasToString("-Rp0.50");
    assertThat(Rupiah.of(-3)).hasToString("-Rp3");
  }
}
