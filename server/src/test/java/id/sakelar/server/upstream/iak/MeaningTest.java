package id.sakelar.server.upstream.iak;

import static id.sakelar.server.upstream.iak.Pretence.COST;
import static id.sakelar.server.upstream.iak.Pretence.ORDER;
import static id.sakelar.server.upstream.iak.Pretence.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Biller.Found.Billed;
import id.sakelar.server.payment.Biller.Found.NoBill;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Evidence.Ambiguous;
import id.sakelar.server.payment.Evidence.InProcess;
import id.sakelar.server.payment.Evidence.NotFound;
import id.sakelar.server.payment.Evidence.NotSent;
import id.sakelar.server.payment.Evidence.Refused;
import id.sakelar.server.payment.Evidence.Success;
import id.sakelar.server.payment.Reason;
import id.sakelar.wire.iak.Echo;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.Owed;
import id.sakelar.wire.iak.ResponseCode;
import id.sakelar.wire.iak.ResponseCode.Standing;
import id.sakelar.wire.iak.Status;
import id.sakelar.wire.iak.Verdict;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What each response code proves, as the answer to an order and as the answer to a status
/// question, told of our order or bare, and why there is no bill when it is the answer to an
/// inquiry.
@ParameterizedClass
@EnumSource
class MeaningTest extends Listening {
  /// Code, the status that belongs to it, what it proves of an order when it tells the order and
  /// when it is bare, what it proves as a status told and bare, why there is no bill.
  private static final String TABLE =
      """
      00,  SUCCESS,      E2, E5, E2, E5, BILLED
      01,  FAILED,       E5, E5, E3, E5, ALREADY_PAID
      02,  NOT_RECEIVED, E5, E5, E6, E5, BILLER_REFUSED
      03,  FAILED,       E5, E5, E5, E5, BILLER_UNREACHABLE
      04,  FAILED,       E3, E3, E3, E5, BILLER_REFUSED
      05,  PROCESSING,   E4, E5, E4, E5, BILLER_UNREACHABLE
      06,  FAILED,       E3, E3, E5, E6, BILLER_REFUSED
      07,  FAILED,       E3, E5, E3, E5, BILLER_REFUSED
      08,  FAILED,       E3, E5, E3, E5, NUMBER_BLOCKED
      09,  FAILED,       E5, E5, E5, E5, BILLER_REFUSED
      10,  FAILED,       E5, E5, E3, E5, NO_BILL
      11,  FAILED,       E5, E5, E5, E5, BILLER_UNREACHABLE
      13,  FAILED,       E3, E5, E3, E5, NUMBER_BLOCKED
      14,  FAILED,       E3, E5, E3, E5, NUMBER_WRONG
      15,  FAILED,       E3, E5, E3, E5, NUMBER_WRONG
      16,  FAILED,       E3, E5, E3, E5, NUMBER_WRONG
      17,  FAILED,       E3, E3, E3, E5, BILLER_UNREACHABLE
      20,  FAILED,       E3, E3, E3, E5, PRODUCT_CLOSED
      30,  FAILED,       E3, E5, E3, E5, AT_COUNTER_ONLY
      31,  FAILED,       E3, E5, E3, E5, AMOUNT_INVALID
      32,  FAILED,       E3, E5, E3, E5, BILLER_REFUSED
      33,  FAILED,       E5, E5, E3, E5, BILLER_REFUSED
      34,  FAILED,       E5, E5, E3, E5, ALREADY_PAID
      35,  FAILED,       E3, E5, E3, E5, BILLER_REFUSED
      36,  FAILED,       E3, E5, E3, E5, AT_COUNTER_ONLY
      37,  FAILED,       E3, E5, E3, E5, BILLER_REFUSED
      38,  FAILED,       E3, E5, E3, E5, BILLER_REFUSED
      39,  PROCESSING,   E4, E5, E4, E5, BILLER_UNREACHABLE
      40,  FAILED,       E5, E5, E3, E5, ALREADY_PAID
      41,  FAILED,       E3, E5, E3, E5, AT_COUNTER_ONLY
      42,  NOT_RECEIVED, E5, E5, E6, E5, BILLER_REFUSED
      43,  FAILED,       E5, E5, E5, E5, BILLER_UNREACHABLE
      91,  FAILED,       E5, E5, E5, E5, BILLER_REFUSED
      92,  FAILED,       E5, E5, E5, E5, BILLER_REFUSED
      93,  FAILED,       E3, E5, E3, E5, AMOUNT_INVALID
      94,  FAILED,       E3, E5, E3, E5, PRODUCT_CLOSED
      100, FAILED,       E3, E3, E5, E5, BILLER_UNREACHABLE
      101, FAILED,       E3, E3, E5, E5, BILLER_UNREACHABLE
      102, FAILED,       E3, E3, E5, E5, BILLER_UNREACHABLE
      103, FAILED,       E5, E5, E3, E5, BILLER_REFUSED
      105, FAILED,       E5, E5, E3, E5, BILLER_REFUSED
      106, FAILED,       E3, E3, E3, E5, PRODUCT_CLOSED
      107, FAILED,       E3, E3, E5, E5, BILLER_UNREACHABLE
      108, FAILED,       E3, E3, E3, E5, PRODUCT_CLOSED
      109, FAILED,       E3, E3, E3, E5, CUT_OFF
      110, FAILED,       E3, E3, E5, E5, PRODUCT_CLOSED
      117, FAILED,       E3, E3, E5, E5, BILLER_UNREACHABLE
      118, FAILED,       E3, E3, E5, E5, BILLER_UNREACHABLE
      201, PROCESSING,   E4, E5, E4, E5, BILLER_UNREACHABLE
      """;

  MeaningTest(Format format) {
    super(format);
  }

  @ParameterizedTest
  @CsvSource(textBlock = TABLE)
  void a_code_proves_what_the_table_says(
      String rc,
      Status status,
      String ofOrder,
      String ofBareOrder,
      String ofStatus,
      String ofBareStatus,
      String whyNoBill) {
    var code = ResponseCode.of(rc).orElseThrow();
    for (int http : code.standing() == Standing.FAILURE ? new int[] {200, 400} : new int[] {200}) {
      fake.says(http, pretence.says(code, null));
      assertThat(biller.pay(ORDER)).isEqualTo(evidence(ofOrder, rc, whyNoBill));
      assertFound(whyNoBill);

      fake.says(http, pretence.says(code, status));
      assertThat(biller.pay(ORDER)).isEqualTo(evidence(ofOrder, rc, whyNoBill));
      assertThat(biller.status(ORDER)).isEqualTo(evidence(ofStatus, rc, whyNoBill));

      fake.says(http, pretence.saysBare(code));
      assertThat(biller.pay(ORDER)).isEqualTo(bare(ofBareOrder, rc, whyNoBill));
      assertThat(biller.status(ORDER)).isEqualTo(bare(ofBareStatus, rc, whyNoBill));
      assertThat(biller.inquire(QUESTION)).isEqualTo(new NoBill(Meaning.reason(code)));
    }
  }

  @Test
  void every_code_of_the_list_stands_in_the_table() {
    var listed = Arrays.stream(ResponseCode.values()).map(ResponseCode::code);

    assertThat(TABLE.lines().map(line -> line.substring(0, line.indexOf(','))))
        .containsExactlyElementsOf(listed.toList());
  }

  @ParameterizedTest
  @CsvSource(textBlock = TABLE)
  void a_code_with_the_status_of_another_proves_nothing(String rc, Status own) {
    var code = ResponseCode.of(rc).orElseThrow();
    var doubt = new Ambiguous("rc " + rc + ", another status");
    for (Status other : Status.values()) {
      if (other != own) {
        fake.says(200, pretence.says(code, other));

        assertThat(biller.pay(ORDER)).isEqualTo(doubt);
        assertThat(biller.status(ORDER)).isEqualTo(doubt);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_status_answer_without_its_status_proves_nothing(ResponseCode code) {
    fake.says(200, pretence.says(code, null));

    assertThat(biller.status(ORDER))
        .isEqualTo(new Ambiguous("rc " + code.code() + ", another status"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "000", "12", "99", "200", "-1", "00 ", "Sukses"})
  void a_code_that_is_not_on_the_list_proves_nothing(String rc) {
    for (Status status : Status.values()) {
      fake.says(
          200,
          pretence.says(
              Pretence.echo(),
              Pretence.owed(),
              new Verdict(rc, "pesan"),
              Pretence.booking(status)));

      assertProvesNothing("unknown rc");
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_answer_about_another_order_proves_nothing_of_ours(ResponseCode code) {
    var ours = Pretence.echo();
    var others =
        List.of(
            new Echo(ours.trId(), ours.code(), ours.hp(), "S261120ABCDEFGHIJKLN"),
            new Echo(ours.trId(), ours.code(), "08991234502", ours.refId()),
            new Echo(ours.trId(), ours.code(), ours.hp() + "x", ours.refId()),
            new Echo(ours.trId(), "hpthree", ours.hp(), ours.refId()),
            new Echo(ours.trId(), "", "", ""));
    for (Echo other : others) {
      says(other, Pretence.owed(), code);

      assertProvesNothing("not our order");
    }
    says(new Echo(ours.trId() + 1, ours.code(), ours.hp(), ours.refId()), Pretence.owed(), code);
    assertThat(biller.pay(ORDER)).isEqualTo(new Ambiguous("not our order"));
    assertThat(biller.status(ORDER)).isEqualTo(new Ambiguous("not our order"));
  }

  @ParameterizedTest
  @EnumSource(names = {"SUCCESS", "UNDEFINED", "PENDING", "UNKNOWN"})
  void only_a_refusal_may_come_as_a_bad_request(ResponseCode code) {
    for (String body : new String[] {pretence.says(code, null), pretence.saysBare(code)}) {
      fake.says(400, body);

      assertProvesNothing("http 400");
    }
  }

  @Test
  void a_yes_over_another_bill_or_at_another_price_is_no_yes() {
    var price = Pretence.AMOUNT.plus(Pretence.ADMIN);
    var desc = Pretence.DESC.spelled();
    for (Owed other :
        List.of(
            Pretence.owed(Pretence.AMOUNT, Pretence.ADMIN, price, Rupiah.of(10_999), desc),
            Pretence.owed(Pretence.AMOUNT, Pretence.ADMIN, price, Rupiah.of(-11_000), desc),
            Pretence.owed(Rupiah.of(9_999), Pretence.ADMIN, price, COST, desc))) {
      says(Pretence.echo(), other, ResponseCode.SUCCESS);

      var doubt = new Ambiguous("rc 00, another price");
      assertThat(biller.pay(ORDER)).isEqualTo(doubt);
      assertThat(biller.status(ORDER)).isEqualTo(doubt);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "INV-1", "0", "-1", "9007199254740992", "99999999999999999999"})
  void an_order_without_a_number_of_this_biller_is_not_sent(String number) {
    var order = Pretence.order(Pretence.BILL, Pretence.CUSTOMER, number, false);

    assertThat(biller.pay(order)).isEqualTo(new NotSent("nothing to send"));
    assertThat(biller.status(order)).isEqualTo(new Ambiguous("nothing to ask about"));
    assertThat(fake.unread()).isZero();
  }

  @Test
  void an_order_without_any_number_or_for_a_test_is_not_sent() {
    var unnumbered = Pretence.order(Pretence.BILL, Pretence.CUSTOMER, null, false);
    var test = Pretence.order(Pretence.BILL, Pretence.CUSTOMER, "9732789", true);

    assertThat(biller.pay(unnumbered)).isEqualTo(new NotSent("nothing to send"));
    assertThat(biller.pay(test)).isEqualTo(new NotSent("nothing to send"));
    assertThat(fake.unread()).isZero();
  }

  private void says(Echo echo, Owed owed, ResponseCode code) {
    var booking = Pretence.booking(Meaning.status(code));
    fake.says(200, pretence.says(echo, owed, Verdict.of(code), booking));
  }

  private void assertProvesNothing(String code) {
    assertThat(biller.pay(ORDER)).isEqualTo(new Ambiguous(code));
    assertThat(biller.status(ORDER)).isEqualTo(new Ambiguous(code));
    assertThat(biller.inquire(QUESTION)).isEqualTo(new NoBill(Reason.BILLER_UNREACHABLE));
  }

  private void assertFound(String whyNoBill) {
    var found = biller.inquire(QUESTION);
    if (whyNoBill.equals("BILLED")) {
      assertThat(found).isEqualTo(new Billed(Pretence.BILL, COST, "9732789", "201808"));
    } else {
      assertThat(found).isEqualTo(new NoBill(Reason.valueOf(whyNoBill)));
    }
  }

  private static Evidence bare(String evidenceClass, String rc, String reason) {
    return evidenceClass.equals("E5")
        ? new Ambiguous("bare rc " + rc)
        : evidence(evidenceClass, rc, reason);
  }

  private static Evidence evidence(String evidenceClass, String rc, String reason) {
    return switch (evidenceClass) {
      case "E2" -> new Success("rc " + rc, "NOREF1", COST, null);
      case "E3" -> new Refused("rc " + rc, Reason.valueOf(reason));
      case "E4" -> new InProcess("rc " + rc);
      case "E5" -> new Ambiguous("rc " + rc);
      case "E6" -> new NotFound("rc " + rc, false);
      default -> throw new IllegalArgumentException(evidenceClass);
    };
  }
}
