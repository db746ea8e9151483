package id.sakelar.server.front.mmbc;

import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Inquiry;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.Quote;
import id.sakelar.server.payment.VehicleTax;
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

  /// What an answer is about.
  ///
  /// @param product what the dialect calls the region: known before anything is paid, so that a
  ///   payment can be told when nothing can be looked up any more
  record Subject(Inquiry inquiry, String product) {
    private Quote quote() {
      return inquiry.quote();
    }

    private String invoice() {
      return inquiry.id().reference();
    }
  }

  Subject subject(Inquiry inquiry) {
    return new Subject(inquiry, products.code(inquiry.quote().product(), inquiry.id().partner()));
  }

  /// Tells what an inquiry has just found.
  SamsatBill bill(Subject subject) {
    var quote = subject.quote();
    return new SamsatBill(
        clock.now(),
        subject.product(),
        subject.invoice(),
        vehicle(quote, tax(quote.bill())),
        AGENT);
  }

  /// Tells how the payment of it stands.
  SamsatReceipt paid(Subject subject, Payment payment) {
    var shown = payment.bill() instanceof VehicleTax tax ? tax : tax(payment.quote().bill());
    return receipt(subject, payment.quote(), shown, Standing.of(payment, clock.instant()));
  }

  /// Tells that there may be a payment of it.
  SamsatReceipt inDoubt(Subject subject) {
    return told(subject, Standing.inDoubt(clock.instant()));
  }

  /// Tells that it is not paid.
  SamsatReceipt unpaid(Subject subject) {
    return told(subject, Standing.unpaid(clock.instant()));
  }

  private SamsatReceipt told(Subject subject, Standing standing) {
    return receipt(subject, subject.quote(), tax(subject.quote().bill()), standing);
  }

  private SamsatReceipt receipt(Subject subject, Quote quote, VehicleTax tax, Standing standing) {
    return new SamsatReceipt(
        clock.at(standing.since()),
        subject.product(),
        subject.invoice(),
        standing.serial(),
        standing.isPaid() ? tax.slip().trace() : "",
        vehicle(quote, tax),
        AGENT,
        standing.status());
  }

  /// Says why it is not paid.
  Refusal refusal(Subject subject, Instant at, Sentence sentence) {
    var customer = subject.quote().customer();
    var echo =
        new Echo(
            subject.product(),
            subject.invoice(),
            customerNumber(customer),
            structureNumber(customer));
    return new Refusal.OfVehicle(clock.at(at), echo, AGENT, sentence.text());
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
