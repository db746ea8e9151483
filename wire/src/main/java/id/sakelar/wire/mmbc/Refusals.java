package id.sakelar.wire.mmbc;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.mmbc.Refusal.Bare;
import id.sakelar.wire.mmbc.Refusal.OfInvoice;
import id.sakelar.wire.mmbc.Refusal.OfVehicle;

/// Spells refusals.
final class Refusals {
  private static final String FAILURE = "FAILURE";

  private Refusals() {}

  /// Which of the three it is follows from the fields that came.
  static Refusal read(Fields from) throws Garbled {
    String reason = from.text("reason");
    if (from.has("status")) {
      return ofInvoice(from.text("status"), reason);
    }
    return from.has("tanggal") ? ofVehicle(from, reason) : new Bare(reason);
  }

  private static Refusal ofInvoice(String status, String reason) throws Garbled {
    if (!status.equals(FAILURE)) {
      throw Garbled.field("status", "is no status of a refusal");
    }
    return new OfInvoice(reason);
  }

  private static Refusal ofVehicle(Fields from, String reason) throws Garbled {
    var echo =
        new Echo(
            from.findText("product").orElse(""),
            from.findText("invoice").orElse(""),
            from.findText("customer_number").orElse(""),
            from.findText("structure_number").orElse(""));
    var kodeagen = from.findText("kodeagen").orElse("");
    return new OfVehicle(Moment.read(from, "tanggal"), echo, kodeagen, reason);
  }

  static Members spelled(Refusal refusal) {
    var to = new Draft().text("result", "no");
    switch (refusal) {
      case Bare _ -> {}
      case OfInvoice _ -> to.text("status", FAILURE);
      case OfVehicle(var tanggal, var echo, var kodeagen, _) ->
          to.text("tanggal", Moment.spell(tanggal))
              .text("product", echo.product())
              .text("invoice", echo.invoice())
              .text("customer_number", echo.customerNumber())
              .text("structure_number", echo.structureNumber())
              .text("kodeagen", kodeagen);
    }
    return to.text("reason", refusal.reason()).members();
  }
}
