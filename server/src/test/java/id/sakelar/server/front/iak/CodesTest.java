package id.sakelar.server.front.iak;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.server.payment.Reason;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Every reason has its response code, and none that a payment in process has.
class CodesTest {
  @Test
  void every_reason_has_its_code_status_and_standing() {
    assertThat(Arrays.stream(Reason.values()).map(CodesTest::line))
        .containsExactly(
            "MALFORMED 107 400 FAILURE",
            "PRODUCT_UNKNOWN 20 200 FAILURE",
            "PRODUCT_CLOSED 106 200 FAILURE",
            "NUMBER_WRONG 14 200 FAILURE",
            "NUMBER_LENGTH 14 200 FAILURE",
            "NUMBER_BLOCKED 13 200 FAILURE",
            "NO_BILL 10 200 FAILURE",
            "ALREADY_PAID 01 200 FAILURE",
            "AT_COUNTER_ONLY 30 200 FAILURE",
            "AMOUNT_INVALID 93 200 FAILURE",
            "AMOUNT_NOT_ROUND 93 200 FAILURE",
            "FUNDS 17 200 FAILURE",
            "LIMIT 31 200 FAILURE",
            "REFERENCE_USED 11 200 FAILURE",
            "NOT_FOUND 06 200 FAILURE",
            "EXPIRED 04 200 FAILURE",
            "FORBIDDEN 108 200 FAILURE",
            "CUT_OFF 109 200 FAILURE",
            "BILLER_REFUSED 09 200 FAILURE",
            "BILLER_UNREACHABLE 92 200 FAILURE",
            "BUSY 92 200 FAILURE");
  }

  private static String line(Reason reason) {
    var code = Codes.of(reason);
    return String.join(
        " ",
        reason.name(),
        code.code(),
        Integer.toString(code.httpStatus()),
        code.standing().name());
  }
}
