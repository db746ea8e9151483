package id.sakelar.server.front.mmbc;

import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Bill.VehicleTax;
import id.sakelar.server.payment.Inquiry;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.Quote;
import id.sakelar.wire.mmbc.Echo;
import id.sakelar.wire.mmbc.Refusal;
import id.sakelar.wire.mmbc.SamsatBill;
import id.sakelar.wire.mmbc.SamsatReceipt;
import id.sakelar.wire.mmbc.Sentence;
import id.sakelar.wire.mmbc.Vehicle;
import id.sakelar.wire.mmbc.Vehicle.Parts;
import java.time.Instant;

/// Tells inquiries and payments of vehicle tax in the words of the dialect. Thread-safe.
record TaxTelling(Products products, WallClock clock) {
  /// The partner's code. We have one for all: nobody here has another to give.
  static final String AGENT = "JKT-00000";

  /// Between the two numbers under which the core knows a vehicle's tax.
  private static final String COMMA = ",";

  /// What the core calls the customer: the vehicle's number and its owner's.
  static String customer(String structureNumber, String customerNumber) {
    return structureNumber + COMMA + customerNumber;
  }

  /// Tells what an inquiry has just found.
  SamsatBill bill(Inquiry inquiry) {
    return new SamsatBill(
        clock.now(),
        product(inquiry),
        inquiry.id().reference(),
        vehicle(inquiry.quote(), tax(inquiry.quote().bill())),
        AGENT);
  }

  /// Tells how a payment stands.
  SamsatReceipt of(Payment payment) {
    var shown = payment.bill() instanceof VehicleTax tax ? tax : tax(payment.quote().bill());
    return receipt(payment.inquiry(), shown, Standing.of(payment, clock.instant()));
  }

  /// Tells that there may be a payment of what was inquired.
  SamsatReceipt inDoubt(Inquiry inquiry) {
    return told(inquiry, Standing.inDoubt(clock.instant()));
  }

  /// Tells that what was inquired is not paid.
  SamsatReceipt unpaid(Inquiry inquiry) {
    return told(inquiry, Standing.unpaid(clock.instant()));
  }

  private SamsatReceipt told(Inquiry inquiry, Standing standing) {
    return receipt(inquiry, tax(inquiry.quote().bill()), standing);
  }

  private SamsatReceipt receipt(Inquiry inquiry, VehicleTax tax, Standing standing) {
    return new SamsatReceipt(
        clock.at(standing.since()),
        product(inquiry),
        inquiry.id().reference(),
        standing.serial(),
        standing.isPaid() ? tax.slip().trace() : "",
        vehicle(inquiry.quote(), tax),
        AGENT,
        standing.status());
  }

  /// Says why what was inquired is not paid.
  Refusal refusal(Inquiry inquiry, Instant at, Sentence sentence) {
    return new Refusal.OfVehicle(clock.at(at), echo(inquiry), AGENT, sentence.text());
  }

  private Echo echo(Inquiry inquiry) {
    var customer = inquiry.quote().customer();
    return new Echo(
        product(inquiry),
        inquiry.id().reference(),
        customerNumber(customer),
        structureNumber(customer));
  }

  private String product(Inquiry inquiry) {
    return products.code(inquiry.quote().product(), inquiry.id().partner());
  }

  private static Vehicle vehicle(Quote quote, VehicleTax tax) {
    var vehicle = tax.vehicle();
    var fees = tax.fees();
    return new Vehicle(
        paymentCode(quote, tax),
        customerNumber(quote.customer()),
        tax.holder(),
        tax.address(),
        structureNumber(quote.customer()),
        vehicle.plate(),
        vehicle.make(),
        vehicle.model(),
        vehicle.color(),
        vehicle.built(),
        Parts.of(fees.pkb(), fees.swd(), fees.bbn()),
        Parts.of(fees.finePkb(), fees.fineSwd(), fees.fineBbn()),
        quote.admin(),
        quote.sellingPrice());
  }

  /// A receipt may leave out what the inquiry said.
  private static String paymentCode(Quote quote, VehicleTax shown) {
    var code = shown.slip().paymentCode();
    return code.isEmpty() ? tax(quote.bill()).slip().paymentCode() : code;
  }

  private static String structureNumber(String customer) {
    return customer.substring(0, customer.indexOf(COMMA));
  }

  private static String customerNumber(String customer) {
    return customer.substring(customer.indexOf(COMMA) + 1);
  }

  /// Only what passes [TaxRules] is told.
  private static VehicleTax tax(Bill bill) {
    if (bill instanceof VehicleTax tax) {
      return tax;
    }
    throw new IllegalArgumentException("a bill of another kind is not told as vehicle tax");
  }
}
