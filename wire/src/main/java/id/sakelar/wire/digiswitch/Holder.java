package id.sakelar.wire.digiswitch;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Masked;
import java.util.Optional;

/// Who holds a PLN number. Prints the number masked and nothing of the holder. Immutable.
///
/// @param segmentPower tariff and power, `R1 /000001300`
public record Holder(
    Verdict verdict,
    String customerNo,
    Optional<String> meterNo,
    Optional<String> subscriberId,
    Optional<String> name,
    Optional<String> segmentPower) {
  static Holder read(Fields from) throws Garbled {
    return new Holder(
        Verdict.read(from),
        from.text("customer_no"),
        from.findText("meter_no"),
        from.findText("subscriber_id"),
        from.findText("name"),
        from.findText("segment_power"));
  }

  Members spelled() {
    return new Draft()
        .text("message", verdict.message())
        .text("status", verdict.status())
        .text("rc", verdict.rc())
        .text("customer_no", customerNo)
        .text("meter_no", meterNo)
        .text("subscriber_id", subscriberId)
        .text("name", name)
        .text("segment_power", segmentPower)
        .members();
  }

  @Override
  public String toString() {
    return "Holder[" + verdict + ", " + Masked.lastFour(customerNo) + "]";
  }
}
