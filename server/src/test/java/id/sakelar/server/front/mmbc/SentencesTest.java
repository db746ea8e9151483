package id.sakelar.server.front.mmbc;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.server.payment.Reason;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Which sentence says which reason: of a card, of a tax.
class SentencesTest {
  @Test
  void every_reason_has_a_sentence() {
    assertThat(Arrays.stream(Reason.values()).map(SentencesTest::said))
        .containsExactly(
            "MALFORMED: FORMAT, FORMAT",
            "PRODUCT_UNKNOWN: CC_CODE, PRODUCT",
            "PRODUCT_CLOSED: CLOSED, CLOSED",
            "NUMBER_WRONG: CARD_UNKNOWN, DATA_NOT_FOUND",
            "NUMBER_LENGTH: CARD_UNKNOWN, DATA_NOT_FOUND",
            "NUMBER_BLOCKED: CARD_UNKNOWN, DATA_NOT_FOUND",
            "NO_BILL: CARD_UNKNOWN, DATA_NOT_FOUND",
            "ALREADY_PAID: FAILED, ALREADY_PAID",
            "AT_COUNTER_ONLY: FAILED, PLATES_DUE",
            "AMOUNT_INVALID: AMOUNT, FAILED",
            "AMOUNT_NOT_ROUND: AMOUNT, FAILED",
            "FUNDS: FUNDS, FUNDS",
            "LIMIT: AMOUNT_MOST, AMOUNT_MOST",
            "REFERENCE_USED: REFERENCE_USED, REFERENCE_USED",
            "NOT_FOUND: NOT_FOUND, NOT_FOUND",
            "EXPIRED: INQUIRY_NEEDED, INQUIRY_OVER",
            "FORBIDDEN: CLOSED, CLOSED",
            "CUT_OFF: CLOSED, CLOSED",
            "BILLER_REFUSED: FAILED, FAILED",
            "BILLER_UNREACHABLE: DISTURBED, DISTURBED",
            "BUSY: DISTURBED, DISTURBED");
  }

  private static String said(Reason reason) {
    return reason + ": " + Sentences.ofCard(reason) + ", " + Sentences.ofTax(reason);
  }
}
