package id.sakelar.server.upstream.mmbc;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.VehicleTax;
import id.sakelar.server.payment.VehicleTax.Fees;
import id.sakelar.server.payment.VehicleTax.Slip;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.mmbc.Vehicle;
import id.sakelar.wire.mmbc.Vehicle.Parts;

/// Reads what an inquiry tells about the tax of a vehicle.
final class Billing {
  private Billing() {}

  /// The bill: all that is to be paid without the biller's own fee, because what we add is for our
  /// catalogue to say.
  ///
  /// The parts that are told have to make the whole of it. That proves all others to be nothing,
  /// which the dialect has no fields for: registration, plates, parking and progressive tax.
  ///
  /// @throws Garbled if they do not, or it is a bill over nothing
  static VehicleTax read(Vehicle told) throws Garbled {
    var amount = told.total().minus(told.fee());
    var fees = fees(told.tax(), told.penalty());
    if (!amount.isPositive() || !amount.equals(sum(fees))) {
      throw Garbled.field("total", "is not the sum of its parts");
    }
    return new VehicleTax(
        told.customerName(),
        1,
        amount,
        told.customerAddress(),
        told.customerNumber(),
        vehicle(told),
        "",
        fees,
        new Slip(told.paymentcode(), "", ""));
  }

  /// The bill on the receipt: the quoted one under the trace number of its payment.
  static VehicleTax receipt(VehicleTax quoted, String trace) {
    var slip = quoted.slip();
    return quoted.withSlip(new Slip(slip.paymentCode(), trace, slip.stateReceipt()));
  }

  private static VehicleTax.Vehicle vehicle(Vehicle told) {
    return new VehicleTax.Vehicle(
        told.structureNumber(),
        "",
        told.licensePlate(),
        "",
        told.vehicleBrand(),
        told.vehicleModel(),
        told.yearBuilt(),
        told.vehicleColor());
  }

  private static Fees fees(Parts tax, Parts penalty) {
    return new Fees(
        tax.bnn().orElse(Rupiah.ZERO),
        tax.swd().orElse(Rupiah.ZERO),
        tax.pkb().orElse(Rupiah.ZERO),
        penalty.swd().orElse(Rupiah.ZERO),
        penalty.bnn().orElse(Rupiah.ZERO),
        penalty.pkb().orElse(Rupiah.ZERO),
        Rupiah.ZERO,
        Rupiah.ZERO,
        Rupiah.ZERO,
        Rupiah.ZERO);
  }

  private static Rupiah sum(Fees fees) {
    return fees.bbn()
        .plus(fees.swd())
        .plus(fees.pkb())
        .plus(fees.fineSwd())
        .plus(fees.fineBbn())
        .plus(fees.finePkb());
  }
}
