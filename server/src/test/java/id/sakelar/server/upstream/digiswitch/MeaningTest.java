package id.sakelar.server.upstream.digiswitch;

import static id.sakelar.server.upstream.digiswitch.Pretence.ACCOUNT;
import static id.sakelar.server.upstream.digiswitch.Pretence.COST;
import static id.sakelar.server.upstream.digiswitch.Pretence.ORDER;
import static id.sakelar.server.upstream.digiswitch.Pretence.QUESTION;
import static id.sakelar.server.upstream.digiswitch.Pretence.echo;
import static id.sakelar.server.upstream.digiswitch.Pretence.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.http.Budget;
import id.sakelar.http.Caller;
import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Biller.Found.Billed;
import id.sakelar.server.payment.Biller.Found.NoBill;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Evidence.Ambiguous;
import id.sakelar.server.payment.Evidence.InProcess;
import id.sakelar.server.payment.Evidence.NotFound;
import id.sakelar.server.payment.Evidence.Refused;
import id.sakelar.server.payment.Evidence.Reversed;
import id.sakelar.server.payment.Evidence.Success;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.upstream.FakeBiller;
import id.sakelar.wire.digiswitch.Bill;
import id.sakelar.wire.digiswitch.Digiswitch;
import id.sakelar.wire.digiswitch.Echo;
import id.sakelar.wire.digiswitch.ResponseCode;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.Status;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What each response code proves, as the answer to an order and as the answer to a status
/// question, and why there is no bill when it is the answer to an inquiry.
class MeaningTest {
  /// rc, status, what it proves of an order, what it proves as a status, why there is no bill.
  private static final String TABLE =
      """
      00, Sukses,  E2, E2, BILLED
      01, Gagal,   E5, E3, BILLER_REFUSED
      02, Gagal,   E3, E3, BILLER_REFUSED
      03, Pending, E4, E4, BILLER_UNREACHABLE
      40, Gagal,   E3, E5, BILLER_UNREACHABLE
      41, Gagal,   E3, E5, BILLER_UNREACHABLE
      42, Gagal,   E3, E5, BILLER_UNREACHABLE
      43, Gagal,   E3, E5, PRODUCT_CLOSED
      44, Gagal,   E3, E5, BILLER_UNREACHABLE
      45, Gagal,   E3, E5, BILLER_UNREACHABLE
      46, Gagal,   E5, E5, BILLER_UNREACHABLE
      47, Gagal,   E3, E5, BILLER_REFUSED
      49, Gagal,   E5, E5, BILLER_UNREACHABLE
      50, Gagal,   E5, E6, BILLER_REFUSED
      51, Gagal,   E3, E3, NUMBER_BLOCKED
      52, Gagal,   E3, E3, NUMBER_WRONG
      53, Gagal,   E3, E3, PRODUCT_CLOSED
      54, Gagal,   E3, E3, NUMBER_WRONG
      55, Gagal,   E3, E3, PRODUCT_CLOSED
      56, Gagal,   E5, E5, BILLER_REFUSED
      57, Gagal,   E3, E3, NUMBER_LENGTH
      58, Gagal,   E3, E3, CUT_OFF
      59, Gagal,   E3, E3, BILLER_REFUSED
      60, Gagal,   E3, E3, NO_BILL
      61, Gagal,   E3, E5, BILLER_UNREACHABLE
      62, Gagal,   E3, E5, BILLER_REFUSED
      63, Gagal,   E3, E5, BILLER_REFUSED
      64, Gagal,   E5, E5, BILLER_UNREACHABLE
      65, Gagal,   E3, E5, BILLER_REFUSED
      66, Gagal,   E3, E5, CUT_OFF
      67, Gagal,   E3, E5, BILLER_REFUSED
      68, Gagal,   E3, E5, PRODUCT_CLOSED
      69, Gagal,   E3, E5, BILLER_REFUSED
      70, Gagal,   E5, E3, BILLER_REFUSED
      71, Gagal,   E3, E3, PRODUCT_CLOSED
      72, Gagal,   E3, E3, BILLER_REFUSED
      73, Gagal,   E3, E3, BILLER_REFUSED
      74, Gagal,   E7, E7, BILLER_REFUSED
      80, Gagal,   E3, E5, BILLER_UNREACHABLE
      81, Gagal,   E3, E5, BILLER_UNREACHABLE
      82, Gagal,   E3, E5, BILLER_UNREACHABLE
      83, Gagal,   E5, E5, BILLER_UNREACHABLE
      84, Gagal,   E3, E3, AMOUNT_INVALID
      85, Gagal,   E5, E5, BILLER_UNREACHABLE
      86, Gagal,   E5, E5, BILLER_UNREACHABLE
      87, Gagal,   E3, E5, AMOUNT_NOT_ROUND
      88, Gagal,   E3, E5, BILLER_UNREACHABLE
      99, Pending, E4, E4, BILLER_UNREACHABLE
      """;

  private static final Spelling SPELLING = Spelling.DIGISWITCH;
  private static final Pretence PRETENCE = new Pretence(SPELLING);

  private static FakeBiller fake;
  private static Caller caller;
  private static DigiswitchBiller biller;

  @BeforeAll
  static void open() {
    fake = FakeBiller.at(Digiswitch.in(SPELLING).transaction().path());
    var budget = Budget.of(Duration.ofSeconds(20), Duration.ofSeconds(60));
    caller = new Caller(fake.address(), budget);
    biller = new DigiswitchBiller(caller, ACCOUNT, SPELLING);
  }

  @AfterAll
  static void close() {
    caller.close();
    fake.close();
  }

  @ParameterizedTest
  @CsvSource(textBlock = TABLE)
  void a_code_proves_what_the_table_says(
      String rc, String status, String ofOrder, String ofStatus, String whyNoBill) {
    for (int httpStatus : status.equals("Gagal") ? new int[] {200, 400} : new int[] {200}) {
      fake.says(httpStatus, PRETENCE.says(echo(), verdict(rc, status)));

      assertThat(biller.pay(ORDER)).isEqualTo(evidence(ofOrder, rc, whyNoBill));
      assertThat(biller.status(ORDER)).isEqualTo(evidence(ofStatus, rc, whyNoBill));
      assertFound(whyNoBill);
    }
  }

  @Test
  void every_code_of_the_list_stands_in_the_table() {
    var listed = Arrays.stream(ResponseCode.values()).map(ResponseCode::rc);

    assertThat(TABLE.lines().map(line -> line.substring(0, 2)))
        .containsExactlyElementsOf(listed.toList());
  }

  @ParameterizedTest
  @EnumSource
  void a_code_with_the_status_of_another_proves_nothing(ResponseCode code) {
    var others = List.of("Sukses", "Gagal", "Pending", "sukses", "SUKSES", "", "Diproses Ulang");
    for (String other : others) {
      if (!other.equals(code.status().word())) {
        fake.says(200, PRETENCE.says(echo(), verdict(code.rc(), other)));

        assertProvesNothing("rc " + code.rc() + ", another status");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"'' ", "0", "04", "000", "48", "75", "100", "2002", "-1", "Sukses"})
  void a_code_that_is_not_on_the_list_proves_nothing(String rc) {
    for (Status status : Status.values()) {
      fake.says(200, PRETENCE.says(echo(), verdict(rc, status.word())));

      assertProvesNothing("unknown rc");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_refusal_that_names_no_order_proves_nothing_of_ours(ResponseCode code) {
    for (int httpStatus : new int[] {200, 400}) {
      fake.says(httpStatus, PRETENCE.saysBare(code));

      var doubt = new Ambiguous("bare rc " + code.rc());
      assertThat(biller.pay(ORDER)).isEqualTo(doubt);
      assertThat(biller.status(ORDER)).isEqualTo(doubt);
      assertThat(biller.inquire(QUESTION)).isEqualTo(new NoBill(Meaning.reason(code)));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SUCCESS", "FAILURE", "PENDING", "REFUND"})
  void an_answer_about_another_order_proves_nothing_of_ours(ResponseCode code) {
    var ours = echo();
    var others =
        List.of(
            new Echo("S261120ABCDEFGHIJKLN", ours.customerNo(), ours.code()),
            new Echo(ours.refId(), "081234554321", ours.code()),
            new Echo(ours.refId(), ours.customerNo() + " ", ours.code()),
            new Echo(ours.refId(), ours.customerNo(), "pln"),
            new Echo("", "", ""));
    for (Echo other : others) {
      fake.says(200, PRETENCE.says(other, verdict(code)));

      assertProvesNothing("not our order");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SUCCESS", "PENDING", "ROUTER"})
  void only_a_refusal_may_come_as_a_bad_request(ResponseCode code) {
    fake.says(400, PRETENCE.says(echo(), verdict(code)));

    assertProvesNothing("http 400");
  }

  @Test
  void a_yes_without_a_price_or_at_another_is_no_yes() {
    fake.says(200, PRETENCE.says(echo(), verdict(ResponseCode.SUCCESS), Bill.NONE));
    assertThat(biller.pay(ORDER)).isEqualTo(new Ambiguous("rc 00, another price"));

    var cheaper = PRETENCE.bill(COST.minus(Rupiah.of(1)));
    fake.says(200, PRETENCE.says(echo(), verdict(ResponseCode.SUCCESS), cheaper));
    assertThat(biller.status(ORDER)).isEqualTo(new Ambiguous("rc 00, another price"));
  }

  @Test
  void the_detail_of_a_payment_may_be_anything() {
    var whole = PRETENCE.bill(COST);
    var priceOnly =
        new Bill(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            whole.price(),
            Optional.empty(),
            Optional.empty());
    fake.says(200, PRETENCE.says(echo(), verdict(ResponseCode.SUCCESS), priceOnly));

    assertThat(biller.pay(ORDER)).isEqualTo(new Success("rc 00", "SN1", COST, null));
  }

  private static void assertProvesNothing(String code) {
    assertThat(biller.pay(ORDER)).isEqualTo(new Ambiguous(code));
    assertThat(biller.status(ORDER)).isEqualTo(new Ambiguous(code));
    assertThat(biller.inquire(QUESTION)).isEqualTo(new NoBill(Reason.BILLER_UNREACHABLE));
  }

  private static void assertFound(String whyNoBill) {
    var found = biller.inquire(QUESTION);
    if (whyNoBill.equals("BILLED")) {
      assertThat(found).isInstanceOf(Billed.class);
    } else {
      assertThat(found).isEqualTo(new NoBill(Reason.valueOf(whyNoBill)));
    }
  }

  private static Evidence evidence(String evidenceClass, String rc, String reason) {
    return switch (evidenceClass) {
      case "E2" -> new Success("rc " + rc, "SN1", COST, null);
      case "E3" -> new Refused("rc " + rc, Reason.valueOf(reason));
      case "E4" -> new InProcess("rc " + rc);
      case "E5" -> new Ambiguous("rc " + rc);
      case "E6" -> new NotFound("rc " + rc, false);
      case "E7" -> new Reversed("rc " + rc);
      default -> throw new IllegalArgumentException(evidenceClass);
    };
  }
}
