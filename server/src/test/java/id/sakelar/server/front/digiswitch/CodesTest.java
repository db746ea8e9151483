package id.sakelar.server.front.digiswitch;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.server.payment.Reason;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Every reason has its response code, and one that says "formed" once a payment has failed by it.
class CodesTest {
  @Test
  void every_reason_has_its_code_its_status_and_its_code_as_a_failure() {
    assertThat(Arrays.stream(Reason.values()).map(CodesTest::line))
        .containsExactly(
            "MALFORMED 40 400, failed 02",
            "PRODUCT_UNKNOWN 43 400, failed 02",
            "PRODUCT_CLOSED 43 400, failed 02",
            "NUMBER_WRONG 54 200, failed 54",
            "NUMBER_LENGTH 57 200, failed 57",
            "NUMBER_BLOCKED 51 200, failed 51",
            "NO_BILL 60 200, failed 60",
            "ALREADY_PAID 60 200, failed 60",
            "AT_COUNTER_ONLY 02 200, failed 02",
            "AMOUNT_INVALID 84 200, failed 84",
            "AMOUNT_NOT_ROUND 87 400, failed 02",
            "FUNDS 44 400, failed 02",
            "LIMIT 88 400, failed 02",
            "REFERENCE_USED 49 400, failed 02",
            "NOT_FOUND 50 200, failed 50",
            "EXPIRED 50 200, failed 50",
            "FORBIDDEN 88 400, failed 02",
            "CUT_OFF 58 200, failed 58",
            "BILLER_REFUSED 02 200, failed 02",
            "BILLER_UNREACHABLE 62 400, failed 02",
            "BUSY 62 400, failed 02");
  }

  private static String line(Reason reason) {
    var code = Codes.of(reason);
    return "%s %s %d, failed %s"
        .formatted(reason, code.rc(), code.httpStatus(), Codes.ofFailed(reason).rc());
  }
}
