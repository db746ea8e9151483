package id.sakelar.server.front.mmbc;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.front.PuppetBiller;
import id.sakelar.server.payment.VehicleTax;
import id.sakelar.wire.mmbc.Sentence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which vehicle taxes the dialect lets be paid.
class TaxRulesTest {
  /// The last second of 20 November in Jakarta.
  private static final TaxRules RULES = at("2026-11-20T16:59:59Z");

  private static TaxRules at(String moment) {
    return new TaxRules(new WallClock(() -> Instant.parse(moment)));
  }

  private static VehicleTax until(String paidUntil) {
    var bill = PuppetBiller.vehicleTax();
    return with(bill, paidUntil, bill.fees());
  }

  private static VehicleTax with(VehicleTax bill, String paidUntil, VehicleTax.Fees fees) {
    return new VehicleTax(
        bill.holder(),
        bill.sheets(),
        bill.amount(),
        bill.address(),
        bill.identity(),
        bill.vehicle(),
        paidUntil,
        fees,
        bill.slip());
  }

  @ParameterizedTest
  @CsvSource({
    "2027-11-20, today",
    "2027-11-21, tomorrow",
    "2028-05-19, a day less than six months from now",
    "2027-01-01, overdue",
    "2021-03-31, overdue for years",
    "19-05-2028, the biller writes days first",
    "20280519, the biller writes digits",
    "19/05/2028, the biller writes slashes",
    "' 2028-05-19 ', with blanks"
  })
  void a_tax_that_is_due_in_less_than_six_months_is_paid(String paidUntil, String due) {
    assertThat(RULES.findFault(until(paidUntil))).as(due).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2028-05-20", "20-05-2028", "20280520", "20/05/2028", "2028-05-21", "2031-11-20"})
  void a_tax_that_is_due_later_is_not(String paidUntil) {
    assertThat(RULES.findFault(until(paidUntil))).contains(Sentence.NOT_YET_DUE);
  }

  @Test
  void the_day_is_jakartas() {
    assertThat(at("2026-11-20T17:00:00Z").findFault(until("2028-05-20"))).isEmpty();
  }

  @Test
  void six_months_end_with_the_month_where_it_is_shorter() {
    var rules = at("2026-08-30T05:00:00Z");

    assertThat(rules.findFault(until("2028-02-27"))).isEmpty();
    assertThat(rules.findFault(until("2028-02-28"))).contains(Sentence.NOT_YET_DUE);
    assertThat(rules.findFault(until("2028-02-29"))).contains(Sentence.NOT_YET_DUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", "0000-00-00", "2028-13-01", "30-02-2029", "MEI 2030", "01/05/30"})
  void who_says_no_day_that_we_can_read_is_not_held_to_it(String paidUntil) {
    assertThat(RULES.findFault(until(paidUntil))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, 0, PLATES_DUE",
    "0, 1, 0, 0, PLATES_DUE",
    "0, 0, 1, 0, CLOSED",
    "0, 0, 0, 1, CLOSED",
    "0, 0, 0, 0,"
  })
  void a_bill_with_parts_that_cannot_be_told_is_not_paid(
      long registration, long plates, long parking, long progressive, @Nullable Sentence said) {
    var bill = PuppetBiller.vehicleTax();
    var known = bill.fees();
    var fees =
        new VehicleTax.Fees(
            known.bbn(),
            known.swd(),
            known.pkb(),
            known.fineSwd(),
            known.fineBbn(),
            known.finePkb(),
            Rupiah.of(registration),
            Rupiah.of(plates),
            Rupiah.of(parking),
            Rupiah.of(progressive));

    assertThat(RULES.findFault(with(bill, "", fees)).orElse(null)).isEqualTo(said);
  }

  @Test
  void a_bill_of_another_kind_is_not_paid() {
    assertThat(RULES.findFault(PuppetBiller.electricity())).contains(Sentence.CLOSED);
  }
}
