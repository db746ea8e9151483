package id.sakelar.wire.iak;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import java.util.Optional;

/// How it went, in the words that came. The code may be none that the list knows: that is for the
/// caller to judge. Immutable.
public record Verdict(String responseCode, String message) {
  /// What an inquiry says that succeeded.
  public static final Verdict INQUIRED =
      new Verdict(ResponseCode.SUCCESS.code(), "INQUIRY SUCCESS");

  /// The verdict of `code` in its own words; that of a success is about a payment.
  public static Verdict of(ResponseCode code) {
    return new Verdict(code.code(), code.message());
  }

  /// The code, if it is one of the list.
  public Optional<ResponseCode> knownCode() {
    return ResponseCode.of(responseCode);
  }

  static Verdict read(Fields from) throws Garbled {
    return new Verdict(from.text("response_code"), from.text("message"));
  }

  Draft write(Draft to) {
    return to.text("response_code", responseCode).text("message", message);
  }
}
