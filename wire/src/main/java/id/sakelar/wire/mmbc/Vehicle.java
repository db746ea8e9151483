package id.sakelar.wire.mmbc;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import java.util.Optional;

/// A vehicle, its owner and the tax they owe. A text that the biller does not say is empty. Prints
/// only what is to be paid. Immutable.
///
/// @param paymentcode the bank's code for this payment
/// @param customerNumber the owner's identity number
/// @param structureNumber the chassis number
/// @param yearBuilt four digits
/// @param tax without fines
/// @param penalty fines
/// @param fee on top of them
/// @param total what the owner has to pay: tax, penalty and fee
public record Vehicle(
    String paymentcode,
    String customerNumber,
    String customerName,
    String customerAddress,
    String structureNumber,
    String licensePlate,
    String vehicleBrand,
    String vehicleModel,
    String vehicleColor,
    String yearBuilt,
    Parts tax,
    Parts penalty,
    Rupiah fee,
    Rupiah total) {
  /// The three parts of a tax, or of its fines; one that the biller does not say is absent.
  ///
  /// @param pkb vehicle tax
  /// @param swd obligatory contribution to the accident fund, SWDKLLJ
  /// @param bnn for a change of owner
  public record Parts(Optional<Rupiah> pkb, Optional<Rupiah> swd, Optional<Rupiah> bnn) {
    /// All three.
    public static Parts of(Rupiah pkb, Rupiah swd, Rupiah bnn) {
      return new Parts(Optional.of(pkb), Optional.of(swd), Optional.of(bnn));
    }

    private static Parts read(Fields from, String prefix) throws Garbled {
      return new Parts(
          from.findAmount(prefix + "_pkb"),
          from.findAmount(prefix + "_swd"),
          from.findAmount(prefix + "_bnn"));
    }

    private void write(Draft to, String prefix) {
      pkb.ifPresent(it -> to.amountText(prefix + "_pkb", it));
      swd.ifPresent(it -> to.amountText(prefix + "_swd", it));
      bnn.ifPresent(it -> to.amountText(prefix + "_bnn", it));
    }
  }

  static Vehicle read(Fields from) throws Garbled {
    return new Vehicle(
        from.findText("paymentcode").orElse(""),
        from.text("customer_number"),
        from.findText("customer_name").orElse(""),
        from.findText("customer_address").orElse(""),
        from.text("structure_number"),
        from.findText("license_plate").orElse(""),
        from.findText("vehicle_brand").orElse(""),
        from.findText("vehicle_model").orElse(""),
        from.findText("vehicle_color").orElse(""),
        from.findText("year_built").orElse(""),
        Parts.read(from, "tax"),
        Parts.read(from, "penalty"),
        from.amount("fee"),
        from.amount("total"));
  }

  Draft write(Draft to) {
    to.text("paymentcode", paymentcode)
        .text("customer_number", customerNumber)
        .text("customer_name", customerName)
        .text("customer_address", customerAddress)
        .text("structure_number", structureNumber)
        .text("license_plate", licensePlate)
        .text("vehicle_brand", vehicleBrand)
        .text("vehicle_model", vehicleModel)
        .text("vehicle_color", vehicleColor)
        .text("year_built", yearBuilt);
    tax.write(to, "tax");
    penalty.write(to, "penalty");
    return to.amountText("fee", fee).amountText("total", total);
  }

  @Override
  public String toString() {
    return "Vehicle[" + total + "]";
  }
}
