package id.sakelar.wire.digiswitch;

import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import java.util.Optional;

/// How a transaction stands, in the words that came.
///
/// The words may contradict each other, or be none that the dialect knows: that is for the caller
/// to judge, and a verdict that is not beyond doubt is no verdict. Immutable.
public record Verdict(String message, String status, String rc) {
  /// The verdict of `code` in its own words.
  public static Verdict of(ResponseCode code) {
    return new Verdict(code.message(), code.status().word(), code.rc());
  }

  /// The status, if it is one of the three.
  public Optional<Status> knownStatus() {
    return Status.of(status);
  }

  /// The response code, if it is one of the list.
  public Optional<ResponseCode> knownCode() {
    return ResponseCode.of(rc);
  }

  static Verdict read(Fields from) throws Garbled {
    return new Verdict(from.text("message"), from.text("status"), from.text("rc"));
  }
}
