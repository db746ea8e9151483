package id.sakelar.server.upstream.mmbc;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Biller.Order;
import id.sakelar.server.payment.Biller.Question;
import id.sakelar.server.payment.Quote;
import id.sakelar.server.payment.VehicleTax;
import id.sakelar.server.payment.VehicleTax.Fees;
import id.sakelar.server.payment.VehicleTax.Slip;
import id.sakelar.wire.mmbc.Echo;
import id.sakelar.wire.mmbc.Mmbc;
import id.sakelar.wire.mmbc.Refusal;
import id.sakelar.wire.mmbc.Reply;
import id.sakelar.wire.mmbc.SamsatBill;
import id.sakelar.wire.mmbc.SamsatReceipt;
import id.sakelar.wire.mmbc.Status;
import id.sakelar.wire.mmbc.Vehicle;
import id.sakelar.wire.mmbc.Vehicle.Parts;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// A vehicle that owes Rp78, of which no two parts are the same, to a pretended biller who adds
/// Rp5.000: how its tax is asked for and ordered, and what the biller might say.
final class PretendedTax {
  static final String PATH = "/json/esamsat/{question}";
  static final String PRODUCT = "SAMSAT_JABAR";
  static final String CHASSIS = "MH328D204AK4010000";
  static final String IDENTITY = "320111111111111";
  static final String CUSTOMER = CHASSIS + "," + IDENTITY;
  static final String INVOICE = "11111111111";
  static final String BANKS_REFERENCE = "5A834FE7A6394BA0A387EA9E8EFB1E48";
  static final String TRACE = "245209";
  static final String REFERENCE = "S261120ABCDEFGHIJKLM";
  static final Rupiah FEE = Rupiah.of(5_000);
  static final Rupiah AMOUNT = Rupiah.of(78);
  static final Rupiah COST = AMOUNT.plus(FEE);
  static final Parts TAX = Parts.of(Rupiah.of(11), Rupiah.of(12), Rupiah.of(13));
  static final Parts PENALTY = Parts.of(Rupiah.of(14), Rupiah.of(15), Rupiah.of(13));
  static final Vehicle VEHICLE = vehicle(CHASSIS, IDENTITY, COST);
  static final Echo ECHO = new Echo(PRODUCT, INVOICE, IDENTITY, CHASSIS);

  static final Question QUESTION = question(PRODUCT, CUSTOMER);
  static final Order ORDER = order(INVOICE, false);

  private static final LocalDateTime AT = LocalDateTime.parse("2026-11-20T10:00:00");

  private PretendedTax() {}

  /// The bill, under the trace number of its payment if there is one.
  static Bill bill(String trace) {
    var zero = Rupiah.ZERO;
    return new VehicleTax(
        "JORDAN",
        1,
        AMOUNT,
        "KP CITAMIANG",
        IDENTITY,
        new VehicleTax.Vehicle(
            CHASSIS, "", "F 0001 Z", "", "YAMAHA", "28D (AL115S/MIO)", "2010", "MERAH"),
        "",
        new Fees(
            Rupiah.of(13),
            Rupiah.of(12),
            Rupiah.of(11),
            Rupiah.of(15),
            Rupiah.of(13),
            Rupiah.of(14),
            zero,
            zero,
            zero,
            zero),
        new Slip("322020060719000", trace, ""));
  }

  static Question question(String product, String customer) {
    return new Question(product, Family.VEHICLE_TAX, customer, REFERENCE, null, null, null, false);
  }

  static Order order(@Nullable String invoice, boolean test) {
    return order(CUSTOMER, invoice, test);
  }

  static Order order(String customer, @Nullable String invoice, boolean test) {
    var quote =
        new Quote(
            "samsat-jabar",
            customer,
            bill(""),
            "mmbc",
            PRODUCT,
            REFERENCE,
            Rupiah.of(6_000),
            Rupiah.of(6_078),
            Rupiah.of(6_078),
            null,
            Rupiah.of(1_000),
            COST,
            INVOICE);
    return new Order(quote, Instant.parse("2026-11-20T03:00:00Z"), invoice, test);
  }

  static Vehicle vehicle(String chassis, String identity, Rupiah total) {
    return vehicle(chassis, identity, TAX, PENALTY, FEE, total);
  }

  static Vehicle vehicle(
      String chassis, String identity, Parts tax, Parts penalty, Rupiah fee, Rupiah total) {
    return new Vehicle(
        "322020060719000",
        identity,
        "JORDAN",
        "KP CITAMIANG",
        chassis,
        "F 0001 Z",
        "YAMAHA",
        "28D (AL115S/MIO)",
        "MERAH",
        "2010",
        tax,
        penalty,
        fee,
        total);
  }

  static String bill(String product, String invoice, Vehicle vehicle) {
    var bill = new SamsatBill(AT, product, invoice, vehicle, "JKT-00000");
    return Mmbc.INQUIRY_ESAMSAT.answer().write(Reply.ok(bill)).text();
  }

  static String says(Status status) {
    return says(status, PRODUCT, INVOICE, VEHICLE);
  }

  static String says(Status status, String product, String invoice, Vehicle vehicle) {
    return says(status, product, invoice, BANKS_REFERENCE, TRACE, vehicle);
  }

  static String says(
      Status status,
      String product,
      String invoice,
      String banksReference,
      String trace,
      Vehicle vehicle) {
    var receipt =
        new SamsatReceipt(
            AT, product, invoice, banksReference, trace, vehicle, "JKT-00000", status);
    return Mmbc.PAY_ESAMSAT.answer().write(Reply.ok(receipt)).text();
  }

  static String refusesOrder(Echo echo, String reason) {
    return refuses(new Refusal.OfVehicle(AT, echo, "JKT-00000", reason));
  }

  static String refusesStatus(String reason) {
    return refuses(new Refusal.OfInvoice(reason));
  }

  static String refuses(Refusal refusal) {
    return Mmbc.PAY_ESAMSAT.answer().write(Reply.no(refusal)).text();
  }
}
