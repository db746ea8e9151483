package id.sakelar.server.front.mmbc;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.mmbc.Sentence;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which numbers are cards, and of whom.
class BrandTest {
  private static final Rupiah ENOUGH = Rupiah.of(50_000);
  private static final CardRules RULES = new CardRules(Set.of("4137777777777777"));

  @ParameterizedTest
  @CsvSource({
    "4000, VISA",
    "4999, VISA",
    "3999,",
    "5000,",
    "5099,",
    "5100, MASTERCARD",
    "5599, MASTERCARD",
    "5600,",
    "2220,",
    "2221, MASTERCARD",
    "2720, MASTERCARD",
    "2721,",
    "3527,",
    "3528, JCB",
    "3589, JCB",
    "3590,",
    "3399,",
    "3400, AMEX",
    "3499, AMEX",
    "3500,",
    "3600,",
    "3699,",
    "3700, AMEX",
    "3799, AMEX",
    "3800,",
    "6200,",
    "6011,",
    "0000,"
  })
  void the_first_four_digits_tell_the_brand(String firstFour, @Nullable Brand brand) {
    assertThat(Brand.of(firstFour + "00000000").orElse(null)).isEqualTo(brand);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4222222222222",
        "4111111111111111",
        "4000000000000000006",
        "5555555555554444",
        "5105105105105100",
        "2223003122003222",
        "3530111333300000",
        "378282246310005",
        "343434343434343"
      })
  void numbers_that_the_brands_publish_for_tests_are_cards(String number) {
    assertThat(RULES.findFault(number, ENOUGH)).isEmpty();
  }

  @Test
  void of_ten_last_digits_one_is_right() {
    var right = IntStream.range(0, 10).filter(last -> isCard("411111111111111" + last));

    assertThat(right).containsExactly(1);
  }

  private static boolean isCard(String number) {
    return RULES.findFault(number, ENOUGH).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "411111111116, VISA of 12 digits",
    "41111111111116, VISA of 14",
    "411111111111116, VISA of 15",
    "41111111111111113, VISA of 17",
    "555555555555557, Mastercard of 15",
    "35301113333000004, JCB of 17",
    "3782822463100055, AMEX of 16",
    "4111111111111112, the last digit is another",
    "4111111111111117, two digits are swapped for others"
  })
  void other_numbers_of_a_brand_are_none(String number, String why) {
    assertThat(RULES.findFault(number, ENOUGH)).as(why).contains(Sentence.CARD);
  }

  @Test
  void other_brands_are_not_served_even_where_the_number_is_right() {
    assertThat(RULES.findFault("6200000000000005", ENOUGH)).contains(Sentence.BRAND);
    assertThat(RULES.findFault("6011111111111117", ENOUGH)).contains(Sentence.BRAND);
  }

  @Test
  void a_sample_passes_for_a_card_where_the_operator_says_so_and_no_cheaper() {
    assertThat(RULES.findFault("4137777777777777", ENOUGH)).isEmpty();
    assertThat(RULES.findFault("4137777777777777", Rupiah.of(49_999)))
        .contains(Sentence.AMOUNT_LEAST);
    assertThat(new CardRules(Set.of()).findFault("4137777777777777", ENOUGH))
        .contains(Sentence.CARD);
  }
}
