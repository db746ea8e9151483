package id.sakelar.server.upstream.digiswitch;

import static id.sakelar.server.upstream.digiswitch.Pretence.ACCOUNT;
import static id.sakelar.server.upstream.digiswitch.Pretence.COST;
import static id.sakelar.server.upstream.digiswitch.Pretence.CUSTOMER;
import static id.sakelar.server.upstream.digiswitch.Pretence.REFERENCE;
import static id.sakelar.server.upstream.digiswitch.Pretence.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.http.Budget;
import id.sakelar.http.Caller;
import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Bill.Mobile;
import id.sakelar.server.payment.Biller.Found;
import id.sakelar.server.payment.Biller.Found.Billed;
import id.sakelar.server.payment.Biller.Found.NoBill;
import id.sakelar.server.payment.Biller.Question;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.upstream.FakeBiller;
import id.sakelar.wire.Message;
import id.sakelar.wire.digiswitch.Bill;
import id.sakelar.wire.digiswitch.Command;
import id.sakelar.wire.digiswitch.Digiswitch;
import id.sakelar.wire.digiswitch.Echo;
import id.sakelar.wire.digiswitch.ResponseCode;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.Transaction;
import id.sakelar.wire.digiswitch.desc.Desc;
import id.sakelar.wire.digiswitch.desc.Family;
import id.sakelar.wire.digiswitch.desc.Hp;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the connector asks, and the bills that it reads.
@ParameterizedClass
@EnumSource
class InquiryTest {
  private static final Rupiah TEN_THOUSAND = Rupiah.of(10_000);

  private final Spelling spelling;
  private FakeBiller fake;
  private Caller caller;
  private DigiswitchBiller biller;

  InquiryTest(Spelling spelling) {
    this.spelling = spelling;
  }

  @BeforeEach
  void open() {
    fake = FakeBiller.at(Digiswitch.in(spelling).transaction().path());
    var budget = Budget.of(Duration.ofSeconds(20), Duration.ofSeconds(60));
    caller = new Caller(fake.address(), budget);
    biller = new DigiswitchBiller(caller, ACCOUNT, spelling);
  }

  @AfterEach
  void close() {
    caller.close();
    fake.close();
  }

  @ParameterizedTest
  @EnumSource
  void a_bill_of_every_family_is_read_whole(Family family) {
    var sample = Samples.of(family, spelling);
    String product = family.code(spelling);
    says(product, sample.desc());

    var found = biller.inquire(question(product, Samples.family(family)));

    assertThat(found).isEqualTo(new Billed(sample.bill(), COST));
  }

  @Test
  void a_tenants_own_product_is_of_the_family_it_is_said_to_be() {
    var pln = Samples.of(Family.PLN, spelling);
    says("pln-bdg", pln.desc());
    var electricity = question("pln-bdg", id.sakelar.server.catalog.Family.ELECTRICITY);
    assertThat(biller.inquire(electricity)).isEqualTo(new Billed(pln.bill(), COST));

    says("tv", new Hp(2));
    var mobile = question("tv", id.sakelar.server.catalog.Family.MOBILE);
    assertThat(biller.inquire(mobile))
        .isEqualTo(new Billed(new Mobile(Samples.HOLDER, 2, TEN_THOUSAND), COST));
  }

  @Test
  void a_product_of_a_family_of_other_dialects_is_not_even_asked_for() {
    var card = question("8", id.sakelar.server.catalog.Family.CREDIT_CARD);
    assertThat(biller.inquire(card)).isEqualTo(new NoBill(Reason.PRODUCT_CLOSED));
    assertThat(fake.unread()).isZero();
  }

  @Test
  void a_bill_of_another_family_is_no_bill() {
    says("pdam", new Hp(1));

    assertThat(ask("pdam")).isEqualTo(new NoBill(Reason.BILLER_UNREACHABLE));
  }

  @Test
  void a_bill_on_no_sheet_is_no_bill() {
    says("hp", new Hp(0));

    assertThat(ask("hp")).isEqualTo(new NoBill(Reason.BILLER_UNREACHABLE));
  }

  @ParameterizedTest
  @CsvSource({"2500, 2500", "2500, 2499", "0, 0"})
  void a_bill_over_nothing_is_no_bill(long admin, long selling) {
    says(
        "hp",
        Bill.of(
            "Nama",
            Rupiah.of(admin),
            Rupiah.ZERO,
            COST,
            Rupiah.of(selling),
            new Hp(1).spelled(spelling)));

    assertThat(ask("hp")).isEqualTo(new NoBill(Reason.BILLER_UNREACHABLE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "admin", "price", "selling_price", "desc"})
  void a_bill_without_one_of_its_parts_is_no_bill(String part) {
    var whole = Samples.bill(new Hp(1).spelled(spelling));
    says(
        "hp",
        new Bill(
            unless("name", part, whole.name()),
            unless("admin", part, whole.admin()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            unless("price", part, whole.price()),
            unless("selling_price", part, whole.sellingPrice()),
            unless("desc", part, whole.desc())));

    assertThat(ask("hp")).isEqualTo(new NoBill(Reason.BILLER_UNREACHABLE));
  }

  @Test
  void a_question_is_signed_and_says_what_was_asked() throws Exception {
    ask("hp");

    assertThat(heard())
        .isEqualTo(Transaction.by(ACCOUNT, Command.INQUIRY, "hp", CUSTOMER, REFERENCE));
  }

  @Test
  void an_order_and_its_status_go_under_the_reference_of_the_inquiry() throws Exception {
    biller.pay(Pretence.ORDER);
    assertThat(heard())
        .isEqualTo(Transaction.by(ACCOUNT, Command.PAYMENT, "hp", CUSTOMER, REFERENCE));

    biller.status(Pretence.ORDER);
    assertThat(heard())
        .isEqualTo(Transaction.by(ACCOUNT, Command.STATUS, "hp", CUSTOMER, REFERENCE));
  }

  @Test
  void a_test_call_is_passed_on_as_one() throws Exception {
    biller.inquire(
        new Question("hp", Samples.family(Family.HP), CUSTOMER, REFERENCE, null, null, null, true));
    assertThat(heard().testing()).isTrue();

    biller.pay(Pretence.order(true));
    assertThat(heard().testing()).isTrue();

    biller.status(Pretence.order(true));
    assertThat(heard().testing()).isTrue();
  }

  @Test
  void an_amount_goes_along_where_the_customer_chooses_it() throws Exception {
    for (String product : new String[] {"emoney", "kirimuang"}) {
      biller.inquire(question(product, Rupiah.of(97_000), null));
      assertThat(heard().amount()).contains(Rupiah.of(97_000));
    }

    biller.inquire(question("hp", Rupiah.of(97_000), null));
    assertThat(heard().amount()).isEmpty();
  }

  @Test
  void a_year_goes_along_with_property_tax() throws Exception {
    biller.inquire(question(Family.PBB.code(spelling), null, "2019"));
    assertThat(heard().year()).contains(2019);

    biller.inquire(question("hp", null, "2019"));
    assertThat(heard().year()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -100, 150, 9_700_050})
  void an_amount_that_is_no_number_of_rupiah_is_not_even_asked_for(long sen) {
    assertThat(biller.inquire(question("emoney", new Rupiah(sen), null)))
        .isEqualTo(new NoBill(Reason.AMOUNT_INVALID));
    assertThat(fake.unread()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "19", "02019", "0019", "dua ribu", "٢٠١٩", "-201"})
  void a_year_that_is_none_is_not_even_asked_for(String year) {
    assertThat(biller.inquire(question("pbb", null, year))).isEqualTo(new NoBill(Reason.MALFORMED));
    assertThat(fake.unread()).isZero();
  }

  private Found ask(String product) {
    return biller.inquire(question(product));
  }

  private static Question question(String product) {
    return question(product, null, null);
  }

  private static Question question(String product, @Nullable Rupiah amount, @Nullable String year) {
    var family = Samples.family(Family.of(product).orElse(Family.PLN));
    return new Question(product, family, CUSTOMER, REFERENCE, amount, year, null, false);
  }

  private static Question question(String product, id.sakelar.server.catalog.Family family) {
    return new Question(product, family, CUSTOMER, REFERENCE, null, null, null, false);
  }

  private Transaction heard() throws Exception {
    var body = fake.read().body();
    return Digiswitch.in(spelling)
        .transaction()
        .question()
        .read(new Message(body.mediaType(), body.bytes()));
  }

  private void says(String product, Desc desc) {
    says(product, Samples.bill(desc.spelled(spelling)));
  }

  private void says(String product, Bill bill) {
    var echo = new Echo(REFERENCE, CUSTOMER, product);
    fake.says(200, new Pretence(spelling).says(echo, verdict(ResponseCode.SUCCESS), bill));
  }

  private static <T> Optional<T> unless(String name, String missing, Optional<T> field) {
    return name.equals(missing) ? Optional.empty() : field;
  }
}
