package id.sakelar.wire.mmbc;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.time.LocalDateTime;

/// How a vehicle tax stands that was to be paid. Immutable.
///
/// @param tanggal when it was paid, on the clock of Jakarta
/// @param invoice of the inquiry
/// @param referenceNumber the bank's own, empty while there is none; the documents print it behind
///   a blank, which is not part of it
/// @param traceNumber the bank's other one, likewise
/// @param kodeagen the partner's code
public record SamsatReceipt(
    LocalDateTime tanggal,
    String product,
    String invoice,
    String referenceNumber,
    String traceNumber,
    Vehicle vehicle,
    String kodeagen,
    Status status) {
  static SamsatReceipt read(Fields from) throws Garbled {
    return new SamsatReceipt(
        Moment.read(from, "tanggal"),
        from.text("product"),
        from.text("invoice"),
        from.findText("reference_number").orElse("").strip(),
        from.findText("trace_number").orElse("").strip(),
        Vehicle.read(from),
        from.findText("kodeagen").orElse(""),
        Status.read(from));
  }

  Members spelled() {
    var to =
        new Draft()
            .text("result", "ok")
            .text("tanggal", Moment.spell(tanggal))
            .text("product", product)
            .text("invoice", invoice)
            .text("reference_number", referenceNumber)
            .text("trace_number", traceNumber);
    return vehicle.write(to).text("kodeagen", kodeagen).text("status", status.name()).members();
  }
}
