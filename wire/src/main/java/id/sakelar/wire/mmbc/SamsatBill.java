package id.sakelar.wire.mmbc;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.time.LocalDateTime;

/// What an inquiry for vehicle tax shows; its status is [Status#INQUIRY]. Immutable.
///
/// @param tanggal when it was asked for, on the clock of Jakarta
/// @param invoice what [PayEsamsat] names
/// @param kodeagen the partner's code
public record SamsatBill(
    LocalDateTime tanggal, String product, String invoice, Vehicle vehicle, String kodeagen) {
  static SamsatBill read(Fields from) throws Garbled {
    if (Status.read(from) != Status.INQUIRY) {
      throw Garbled.field("status", "is no status of an inquiry");
    }
    return new SamsatBill(
        Moment.read(from, "tanggal"),
        from.text("product"),
        from.text("invoice"),
        Vehicle.read(from),
        from.findText("kodeagen").orElse(""));
  }

  Members spelled() {
    var to =
        new Draft()
            .text("result", "ok")
            .text("tanggal", Moment.spell(tanggal))
            .text("product", product)
            .text("invoice", invoice);
    return vehicle
        .write(to)
        .text("kodeagen", kodeagen)
        .text("status", Status.INQUIRY.name())
        .members();
  }
}
