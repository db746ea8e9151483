package id.sakelar.wire.iak;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Numeral;
import java.util.regex.Pattern;

/// The number the biller gives an inquiry, `tr_id`: from 1 to 2^53-1, which every reader of JSON
/// can hold. A number in answers; a number or its digits in questions.
final class TransactionNumber {
  static final String NAME = "tr_id";

  private static final long LARGEST = (1L << 53) - 1;
  private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{0,15}");

  private TransactionNumber() {}

  static long checked(long number) {
    if (number < 1 || number > LARGEST) {
      throw new IllegalArgumentException("a transaction number is from 1 to " + LARGEST);
    }
    return number;
  }

  static long read(Fields from) throws Garbled {
    String written = Form.required(from, NAME);
    if (!DIGITS.matcher(written).matches() || Long.parseLong(written) > LARGEST) {
      throw Garbled.field(NAME, "is not a number from 1 to " + LARGEST);
    }
    return Long.parseLong(written);
  }

  static Draft write(Draft to, long number) {
    return to.json(NAME, new Numeral(Long.toString(number)));
  }
}
