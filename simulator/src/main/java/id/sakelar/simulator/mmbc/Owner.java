package id.sakelar.simulator.mmbc;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.mmbc.Vehicle;
import id.sakelar.wire.mmbc.Vehicle.Parts;
import java.util.Optional;

/// Whose a vehicle is, and what becomes of those who ask for it. Prints no number. Immutable.
///
/// @param customerNumber the owner's identity number
/// @param vehicle with its tax; a vehicle whose tax is never shown has none
/// @param printed the bank's references of every payment, if they are the printed ones
record Owner(
    String customerNumber, Fate fate, Optional<Vehicle> vehicle, Optional<References> printed) {
  /// What the bank calls a payment.
  record References(String referenceNumber, String traceNumber) {
    static References read(Fields from) throws Garbled {
      return new References(from.text("reference_number"), from.text("trace_number"));
    }
  }

  static Owner read(Fields from, String structureNumber) throws Garbled {
    var customerNumber = from.text("customer_number");
    return new Owner(
        customerNumber,
        Fate.of(from.text("fate")),
        from.has("bill")
            ? Optional.of(vehicle(from.group("bill"), customerNumber, structureNumber))
            : Optional.empty(),
        from.has("receipt")
            ? Optional.of(References.read(from.group("receipt")))
            : Optional.empty());
  }

  private static Vehicle vehicle(Fields bill, String customerNumber, String structureNumber)
      throws Garbled {
    return new Vehicle(
        bill.text("paymentcode"),
        customerNumber,
        bill.text("customer_name"),
        bill.text("customer_address"),
        structureNumber,
        bill.text("license_plate"),
        bill.text("vehicle_brand"),
        bill.text("vehicle_model"),
        bill.text("vehicle_color"),
        bill.text("year_built"),
        parts(bill.group("tax")),
        parts(bill.group("penalty")),
        Vehicles.FEE,
        sum(bill.group("tax")).plus(sum(bill.group("penalty"))).plus(Vehicles.FEE));
  }

  private static Parts parts(Fields from) throws Garbled {
    return Parts.of(from.amount("pkb"), from.amount("swd"), from.amount("bnn"));
  }

  private static Rupiah sum(Fields from) throws Garbled {
    return from.amount("pkb").plus(from.amount("swd")).plus(from.amount("bnn"));
  }

  /// One for a vehicle that is in no list, with a tax that follows from its chassis number.
  static Owner madeUp(String customerNumber, String structureNumber) {
    var tax = Rupiah.of(100_000 + 500 * Digest.below("tax " + structureNumber, 3_801));
    var fund = Rupiah.of(35_000);
    String last = structureNumber.substring(structureNumber.length() - 4);
    var vehicle =
        new Vehicle(
            Digest.digits("code " + structureNumber, 15),
            customerNumber,
            "PEMILIK " + last,
            "JALAN CONTOH " + last,
            structureNumber,
            "D " + Digest.digits("plate " + structureNumber, 4) + " SK",
            "HONDA",
            "BEAT STREET",
            "HITAM",
            "2019",
            Parts.of(tax, fund, Rupiah.ZERO),
            Parts.of(Rupiah.ZERO, Rupiah.ZERO, Rupiah.ZERO),
            Vehicles.FEE,
            tax.plus(fund).plus(Vehicles.FEE));
    return new Owner(customerNumber, Fate.PAID, Optional.of(vehicle), Optional.empty());
  }

  @Override
  public String toString() {
    return "Owner[" + fate + "]";
  }
}
