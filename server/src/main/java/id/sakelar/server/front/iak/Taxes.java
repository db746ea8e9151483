package id.sakelar.server.front.iak;

import static id.sakelar.server.front.iak.Told.told;

import id.sakelar.server.payment.PropertyTax;
import id.sakelar.server.payment.Quote;
import id.sakelar.server.payment.VehicleTax;
import id.sakelar.wire.iak.desc.Esamsat;
import id.sakelar.wire.iak.desc.Pbb;
import java.util.Optional;

/// Tells taxes, on property and on vehicles.
final class Taxes {
  private Taxes() {}

  /// A local tax other than that on property is told in the same form, which has no field for its
  /// province.
  static Pbb of(PropertyTax bill, Quote quote) {
    var assessment = bill.assessment();
    var fine = Optional.ofNullable(assessment.fine());
    return new Pbb(
        Optional.of(assessment.stated()),
        told(assessment.property()),
        Optional.of(bill.year()),
        Optional.of(bill.address()),
        Optional.of(bill.village()),
        Optional.of(bill.district()),
        Optional.of(bill.cityCode()),
        Optional.of(bill.city()),
        Optional.of(bill.landArea()),
        Optional.of(bill.buildingArea()),
        Optional.of(assessment.due()),
        fine.map(bill.amount()::minus),
        fine,
        Optional.of(quote.admin()),
        Optional.of(quote.sellingPrice()));
  }

  static Esamsat of(VehicleTax bill) {
    var vehicle = bill.vehicle();
    var fees = bill.fees();
    return new Esamsat(
        Optional.of(bill.identity()),
        Optional.of(vehicle.chassis()),
        Optional.of(vehicle.engine()),
        Optional.of(bill.address()),
        Optional.of(vehicle.plate()),
        Optional.of(vehicle.ownership()),
        Optional.of(vehicle.make()),
        Optional.of(vehicle.model()),
        Optional.of(vehicle.built()),
        Optional.of(bill.paidUntil()),
        new Esamsat.Taxes(
            Optional.of(fees.bbn()), Optional.of(fees.pkb()), Optional.of(fees.swd())),
        new Esamsat.Taxes(
            Optional.of(fees.fineBbn()), Optional.of(fees.finePkb()), Optional.of(fees.fineSwd())),
        new Esamsat.Fees(Optional.of(fees.registration()), Optional.of(fees.plates())),
        Optional.of(fees.parking()),
        Optional.of(fees.progressive()),
        Optional.of(bill.slip().stateReceipt()));
  }
}
