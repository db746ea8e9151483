package id.sakelar.server.upstream.iak;

import static id.sakelar.server.upstream.iak.Pretence.ACCOUNT;
import static id.sakelar.server.upstream.iak.Pretence.ADMIN;
import static id.sakelar.server.upstream.iak.Pretence.AMOUNT;
import static id.sakelar.server.upstream.iak.Pretence.COST;
import static id.sakelar.server.upstream.iak.Pretence.CUSTOMER;
import static id.sakelar.server.upstream.iak.Pretence.NUMBER;
import static id.sakelar.server.upstream.iak.Pretence.ORDER;
import static id.sakelar.server.upstream.iak.Pretence.QUESTION;
import static id.sakelar.server.upstream.iak.Pretence.REFERENCE;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Biller.Found.Billed;
import id.sakelar.server.payment.Biller.Found.NoBill;
import id.sakelar.server.payment.Biller.Question;
import id.sakelar.server.payment.HealthInsurance;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.upstream.iak.Samples.Sample;
import id.sakelar.wire.Json;
import id.sakelar.wire.Json.Items;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Json.Nothing;
import id.sakelar.wire.Json.Numeral;
import id.sakelar.wire.Json.Text;
import id.sakelar.wire.Json.Truth;
import id.sakelar.wire.iak.Booking;
import id.sakelar.wire.iak.Echo;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.Inquiry;
import id.sakelar.wire.iak.Owed;
import id.sakelar.wire.iak.Payment;
import id.sakelar.wire.iak.StatusQuestion;
import id.sakelar.wire.iak.Verdict;
import id.sakelar.wire.iak.desc.Phone;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the connector asks, and the bills that it reads.
@ParameterizedClass
@EnumSource
class InquiryTest extends Listening {
  InquiryTest(Format format) {
    super(format);
  }

  @ParameterizedTest
  @MethodSource("id.sakelar.server.upstream.iak.Samples#all")
  void a_bill_of_every_family_is_read_whole(Sample sample) {
    var question = question(sample);
    says(question, sample.desc().spelled());

    assertThat(biller.inquire(question))
        .isEqualTo(new Billed(sample.bill(), COST, "9732789", "201808"));
    assertThat(sample.bill().family()).isEqualTo(sample.family());
  }

  @Test
  void the_dialect_has_all_families_but_two() {
    var sampled = EnumSet.noneOf(Family.class);
    Samples.all().forEach(sample -> sampled.add(sample.family()));

    assertThat(EnumSet.complementOf(sampled))
        .containsExactly(Family.MONEY_TRANSFER, Family.CREDIT_CARD, Family.TICKET)
        .allSatisfy(
            family ->
                assertThat(biller.inquire(question(family)))
                    .isEqualTo(new NoBill(Reason.PRODUCT_CLOSED)));
    assertThat(fake.unread()).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"MONEY_TRANSFER", "CREDIT_CARD", "TICKET"})
  void a_bill_that_says_nothing_of_itself_is_read_or_refused_but_never_made_up(Family family) {
    var question = question(family);
    says(question, new Members(Map.of()));

    boolean isReadable =
        switch (family) {
          case ELECTRICITY, WATER, MOBILE, TELEVISION, VEHICLE_TAX -> false;
          case EMPLOYMENT_INSURANCE, COMPANY_INSURANCE -> false;
          case ELECTRICITY_NON_BILL, INTERNET, HEALTH_INSURANCE, INSURANCE, MULTIFINANCE -> true;
          case PROPERTY_TAX, LOCAL_TAX, GAS, EMONEY_TOPUP -> true;
          case MONEY_TRANSFER, CREDIT_CARD, TICKET ->
              throw new IllegalArgumentException("not sold");
        };
    if (isReadable) {
      assertThat(biller.inquire(question)).isInstanceOf(Billed.class);
    } else {
      assertThat(biller.inquire(question)).isEqualTo(unreadable());
    }
  }

  @Test
  void a_bill_is_of_the_family_it_is_said_to_be_whatever_its_code() {
    var question =
        new Question("TVBIG", Family.ELECTRICITY, CUSTOMER, REFERENCE, null, null, null, false);
    says(question, Samples.of(Family.ELECTRICITY).desc().spelled());

    assertThat(biller.inquire(question))
        .isEqualTo(new Billed(Samples.of(Family.ELECTRICITY).bill(), COST, "9732789", "201808"));
  }

  @Test
  void a_bill_on_no_sheet_is_no_bill() {
    var none =
        new Phone(
            Phone.Line.MOBILE, Optional.empty(), Optional.empty(), Optional.empty(), 0, List.of());
    says(QUESTION, none.spelled());

    assertThat(biller.inquire(QUESTION)).isEqualTo(unreadable());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2500, 2500, 11000",
    "10000, 2500, 12501, 11000",
    "10000, 2500, 10000, 11000",
    "10000, 2500, 12500, 0",
    "10000, 2500, 12500, -1000"
  })
  void a_bill_over_nothing_or_that_does_not_add_up_or_costs_nothing_is_no_bill(
      long nominal, long admin, long price, long cost) {
    says(
        QUESTION,
        Pretence.owed(
            Rupiah.of(nominal),
            Rupiah.of(admin),
            Rupiah.of(price),
            Rupiah.of(cost),
            Pretence.DESC.spelled()));

    assertThat(biller.inquire(QUESTION)).isEqualTo(unreadable());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ELECTRICITY,          denda
          ELECTRICITY,          nilai_tagihan
          ELECTRICITY,          daya
          WATER,                penalty
          WATER,                misc_amount
          TELEVISION,           nilai_tagihan
          EMPLOYMENT_INSURANCE, jht
          EMPLOYMENT_INSURANCE, jkk
          EMPLOYMENT_INSURANCE, jkm
          COMPANY_INSURANCE,    jht
          COMPANY_INSURANCE,    jkk
          COMPANY_INSURANCE,    jkm
          COMPANY_INSURANCE,    jpk
          COMPANY_INSURANCE,    jpn
          VEHICLE_TAX,          BBN
          VEHICLE_TAX,          PKB
          VEHICLE_TAX,          SWD
          VEHICLE_TAX,          stnk
          VEHICLE_TAX,          tnkb
          VEHICLE_TAX,          biaya_parkir_pokok
          VEHICLE_TAX,          biaya_pajak_progresif
          """)
  void an_amount_that_our_bill_cannot_leave_open_is_not_taken_for_zero(
      Family family, String field) {
    var sample = Samples.of(family);
    var question = question(sample);
    says(question, (Members) without(field, sample.desc().spelled()));

    assertThat(biller.inquire(question)).isEqualTo(unreadable());
  }

  private static Json without(String field, Json json) {
    return switch (json) {
      case Members(var fields) -> {
        Map<String, Json> left = new LinkedHashMap<>();
        fields.forEach((name, value) -> left.put(name, without(field, value)));
        left.remove(field);
        yield new Members(left);
      }
      case Items(var list) -> new Items(list.stream().map(it -> without(field, it)).toList());
      case Text _, Numeral _, Truth _, Nothing _ -> json;
    };
  }

  @Test
  void costs_that_exceed_the_amount_make_no_instalment() {
    var question = question(Family.MULTIFINANCE);
    says(question, Samples.instalment(9_000, 1_001).spelled());

    assertThat(biller.inquire(question))
        .isEqualTo(
            new Billed(
                new Bill.Multifinance(Pretence.HOLDER, 1, AMOUNT, "", "", "", "", List.of()),
                COST,
                "9732789",
                "201808"));
  }

  @ParameterizedTest
  @CsvSource({
    "'01',     , '01'",
    "'01',    1, '01'",
    "'02',    2, ''",
    "'01,02', 2, '01,02'",
    "'01,02',  , '01,02'",
    "'01,02', 1, ''",
    "'',      1, ''"
  })
  void months_are_told_if_they_are_as_many_as_were_asked_for(
      String period, @Nullable Integer months, String told) {
    var question = question(Family.HEALTH_INSURANCE, CUSTOMER, null, null, months, false);
    var owed =
        new Owed(
            Pretence.HOLDER,
            period,
            AMOUNT,
            ADMIN,
            AMOUNT.plus(ADMIN),
            COST,
            Samples.of(Family.HEALTH_INSURANCE).desc().spelled());
    says(question, owed);

    assertThat(biller.inquire(question))
        .isInstanceOfSatisfying(
            Billed.class,
            billed ->
                assertThat(String.join(",", ((HealthInsurance) billed.bill()).months()))
                    .isEqualTo(told));
  }

  @Test
  void a_question_is_signed_and_says_what_was_asked() throws Exception {
    biller.inquire(QUESTION);

    assertThat(heard()).isEqualTo(Inquiry.by(ACCOUNT, Pretence.PRODUCT, CUSTOMER, REFERENCE));
  }

  @Test
  void an_order_goes_by_the_number_and_its_status_by_the_reference() throws Exception {
    biller.pay(ORDER);
    assertThat(heard()).isEqualTo(Payment.by(ACCOUNT, NUMBER));

    biller.status(ORDER);
    assertThat(heard()).isEqualTo(StatusQuestion.by(ACCOUNT, REFERENCE));
  }

  @Test
  void what_the_customer_chooses_goes_along_where_the_dialect_has_a_field_for_it()
      throws Exception {
    for (Family family : Family.values()) {
      String customer = family == Family.VEHICLE_TAX ? "123,456" : "123456";
      biller.inquire(question(family, customer, Rupiah.of(97_000), "2019", 3, false));
      if (Families.has(family)) {
        assertThat(heard()).isEqualTo(withChoice(family));
      }
    }
  }

  private static Inquiry withChoice(Family family) {
    var plain = Inquiry.by(ACCOUNT, "X", "123456", REFERENCE);
    return switch (family) {
      case EMONEY_TOPUP -> plain.withAmount(Rupiah.of(97_000));
      case PROPERTY_TAX, LOCAL_TAX -> plain.withYear(2019);
      case HEALTH_INSURANCE, EMPLOYMENT_INSURANCE, COMPANY_INSURANCE -> plain.withMonth(3);
      case VEHICLE_TAX -> Inquiry.by(ACCOUNT, "X", "123", REFERENCE).withNomorIdentitas("456");
      case ELECTRICITY, ELECTRICITY_NON_BILL, WATER, MOBILE, INTERNET, INSURANCE -> plain;
      case MULTIFINANCE, GAS, TELEVISION, MONEY_TRANSFER, CREDIT_CARD, TICKET -> plain;
    };
  }

  @Test
  void what_the_customer_does_not_choose_is_not_said() throws Exception {
    for (Family family :
        List.of(Family.EMONEY_TOPUP, Family.PROPERTY_TAX, Family.HEALTH_INSURANCE)) {
      biller.inquire(question(family, "123456", null, null, null, false));
      assertThat(heard()).isEqualTo(Inquiry.by(ACCOUNT, "X", "123456", REFERENCE));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123", "123,", ",456", ","})
  void a_vehicle_without_its_owner_is_not_even_asked_for(String customer) {
    assertNotAsked(
        question(Family.VEHICLE_TAX, customer, null, null, null, false), Reason.NUMBER_WRONG);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -100, 150, 9_700_050})
  void an_amount_that_is_no_number_of_rupiah_is_not_even_asked_for(long sen) {
    assertNotAsked(
        question(Family.EMONEY_TOPUP, CUSTOMER, new Rupiah(sen), null, null, false),
        Reason.AMOUNT_INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "19", "02019", "0019", "dua ribu", "٢٠١٩", "-201"})
  void a_year_that_is_none_is_not_even_asked_for(String year) {
    assertNotAsked(
        question(Family.PROPERTY_TAX, CUSTOMER, null, year, null, false), Reason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 100})
  void months_that_cannot_be_said_are_not_even_asked_for(int months) {
    assertNotAsked(
        question(Family.HEALTH_INSURANCE, CUSTOMER, null, null, months, false), Reason.MALFORMED);
  }

  @Test
  void a_test_is_not_even_asked_for_because_the_biller_would_take_it_for_a_real_one() {
    assertNotAsked(question(Family.MOBILE, CUSTOMER, null, null, null, true), Reason.FORBIDDEN);
  }

  private void assertNotAsked(Question question, Reason why) {
    assertThat(biller.inquire(question)).isEqualTo(new NoBill(why));
    assertThat(fake.unread()).isZero();
  }

  private static Question question(Sample sample) {
    return new Question(
        "X", sample.family(), sample.customer(), REFERENCE, null, null, null, false);
  }

  private static Question question(Family family) {
    String customer = family == Family.VEHICLE_TAX ? "123,456" : CUSTOMER;
    return question(family, customer, null, null, null, false);
  }

  private static Question question(
      Family family,
      String customer,
      @Nullable Rupiah amount,
      @Nullable String year,
      @Nullable Integer months,
      boolean test) {
    return new Question("X", family, customer, REFERENCE, amount, year, months, test);
  }

  private void says(Question question, Members desc) {
    says(question, Pretence.owed(AMOUNT, ADMIN, AMOUNT.plus(ADMIN), COST, desc));
  }

  private void says(Question question, Owed owed) {
    String hp = Customer.of(question.family(), question.customer()).hp();
    var echo = new Echo(NUMBER, question.product(), hp, REFERENCE);
    fake.says(200, pretence.says(echo, owed, Verdict.INQUIRED, Booking.NONE));
  }

  private static NoBill unreadable() {
    return new NoBill(Reason.BILLER_UNREACHABLE);
  }
}
