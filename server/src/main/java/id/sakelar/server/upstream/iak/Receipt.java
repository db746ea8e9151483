package id.sakelar.server.upstream.iak;

import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Electricity;
import id.sakelar.server.payment.Electricity.ElectricityMonth;
import id.sakelar.server.payment.VehicleTax;
import id.sakelar.server.payment.VehicleTax.Slip;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.iak.desc.Desc;
import id.sakelar.wire.iak.desc.Esamsat;
import id.sakelar.wire.iak.desc.Pln;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What only a payment tells: the readings of the meter, how many sheets are left, the number of
/// the tax office. All else on a receipt is as it was quoted.
final class Receipt {
  private Receipt() {}

  /// The quoted bill with what the payment tells besides; nothing if that is nothing, or nothing
  /// that can be read: no payment stays undecided for a detail.
  static Optional<Bill> find(Bill quoted, Members told) {
    try {
      var receipt = receipt(quoted, Families.read(quoted.family(), told));
      return receipt.equals(quoted) ? Optional.empty() : Optional.of(receipt);
    } catch (Garbled _) {
      return Optional.empty();
    }
  }

  private static Bill receipt(Bill quoted, Desc told) {
    if (quoted instanceof Electricity bill && told instanceof Pln pln) {
      return electricity(bill, pln);
    }
    return quoted instanceof VehicleTax bill && told instanceof Esamsat esamsat
        ? vehicleTax(bill, esamsat.ntpd().orElse(""))
        : quoted;
  }

  private static Bill electricity(Electricity quoted, Pln told) {
    @Nullable Integer left = quoted.sheetsLeft();
    return new Electricity(
        quoted.holder(),
        quoted.sheets(),
        quoted.amount(),
        quoted.tariff(),
        quoted.power(),
        months(quoted.months(), told.detail()),
        told.lembarTagihanSisa().orElse(left));
  }

  /// With their readings, if they are the same months in the same order.
  private static List<ElectricityMonth> months(
      List<ElectricityMonth> quoted, List<Pln.Sheet> told) {
    boolean same =
        quoted.stream()
            .map(ElectricityMonth::period)
            .toList()
            .equals(told.stream().map(Pln.Sheet::periode).toList());
    if (!same) {
      return quoted;
    }
    List<ElectricityMonth> read = new ArrayList<>();
    for (int i = 0; i < quoted.size(); i++) {
      read.add(read(quoted.get(i), told.get(i)));
    }
    return read;
  }

  private static ElectricityMonth read(ElectricityMonth quoted, Pln.Sheet told) {
    return new ElectricityMonth(
        quoted.period(),
        quoted.amount(),
        quoted.fine(),
        told.meterAwal().orElse(quoted.meterStart()),
        told.meterAkhir().orElse(quoted.meterEnd()));
  }

  private static Bill vehicleTax(VehicleTax quoted, String ntpd) {
    var slip = quoted.slip();
    return quoted.withSlip(
        new Slip(slip.paymentCode(), slip.trace(), ntpd.isEmpty() ? slip.stateReceipt() : ntpd));
  }
}
