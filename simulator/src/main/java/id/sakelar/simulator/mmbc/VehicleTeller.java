package id.sakelar.simulator.mmbc;

import id.sakelar.money.Rupiah;
import id.sakelar.simulator.Row;
import id.sakelar.simulator.Row.Ending;
import id.sakelar.simulator.mmbc.Owner.References;
import id.sakelar.simulator.mmbc.Subject.OfVehicle;
import id.sakelar.wire.Masked;
import id.sakelar.wire.mmbc.Echo;
import id.sakelar.wire.mmbc.InquiryEsamsat;
import id.sakelar.wire.mmbc.PayEsamsat;
import id.sakelar.wire.mmbc.Refusal;
import id.sakelar.wire.mmbc.Reply;
import id.sakelar.wire.mmbc.SamsatBill;
import id.sakelar.wire.mmbc.SamsatProduct;
import id.sakelar.wire.mmbc.SamsatReceipt;
import id.sakelar.wire.mmbc.Sentence;
import id.sakelar.wire.mmbc.Status;
import id.sakelar.wire.mmbc.StatusInvoice;
import id.sakelar.wire.mmbc.Vehicle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Decides on vehicle tax. Safe for many threads.
///
/// Every inquiry uses an invoice up, and every invoice is paid once: a repetition is told what
/// became of it, a refusal as well.
final class VehicleTeller {
  private static final int TRACE_DIGITS = 6;

  private final Shop shop;
  private final Vehicles vehicles;
  private final Invoices<OfVehicle> invoices;
  private final Register register;

  VehicleTeller(Shop shop, Vehicles vehicles, Invoices<OfVehicle> invoices, Register register) {
    this.shop = shop;
    this.vehicles = vehicles;
    this.invoices = invoices;
    this.register = register;
  }

  Reply<List<SamsatProduct>> list() {
    return Reply.ok(vehicles.products());
  }

  Reply<SamsatBill> inquire(InquiryEsamsat asked, Will will) {
    var wanted = new OfVehicle(asked.product(), asked.customerNumber(), asked.structureNumber());
    var invoice = invoices.next(shop.now(), wanted);
    try {
      vehicles.checkOpen(asked.product());
      will.check();
      return Reply.ok(
          new SamsatBill(
              Shop.date(invoice.at()),
              asked.product(),
              invoice.number(),
              bill(invoice),
              Shop.KODEAGEN));
    } catch (Rejection e) {
      return Reply.no(refusal(echo(invoice), e.sentence()));
    }
  }

  Reply<SamsatReceipt> pay(PayEsamsat asked, Will will) {
    var invoice = find(asked.invoice());
    if (invoice.isEmpty()) {
      var echo = Echo.NONE.withInvoice(asked.invoice());
      return Reply.no(refusal(echo, Sentence.NOT_FOUND));
    }
    try {
      var wanted = asked.refId().orElse(asked.invoice());
      var stored = register.find(asked.invoice());
      return Reply.ok(
          receipt(
              invoice.get(),
              stored.isPresent() ? stored.get() : take(invoice.get(), wanted, will)));
    } catch (Rejection e) {
      return Reply.no(refusal(echo(invoice.get()), e.sentence()));
    }
  }

  Reply<SamsatReceipt> status(StatusInvoice asked) {
    try {
      var invoice = find(asked.invoice()).orElseThrow(() -> new Rejection(Sentence.NOT_FOUND));
      var row = register.find(asked.invoice());
      return Reply.ok(row.isPresent() ? receipt(invoice, row.get()) : unpaid(invoice));
    } catch (Rejection _) {
      var reason = Sentence.FAILURE_INVOICE.about(asked.invoice());
      return Reply.no(new Refusal.OfInvoice(reason));
    }
  }

  Refusal refusal(Echo echo, Sentence sentence) {
    return new Refusal.OfVehicle(shop.date(), echo, Shop.KODEAGEN, sentence.text());
  }

  private Optional<Invoice<OfVehicle>> find(String number) {
    return Optional.ofNullable(vehicles.former().get(number)).or(() -> invoices.find(number));
  }

  private Vehicle bill(Invoice<OfVehicle> invoice) throws Rejection {
    var owner = vehicles.owner(invoice.subject());
    owner.fate().checkInquiry();
    return owner.vehicle().orElseThrow(() -> new Rejection(Sentence.DATA_NOT_FOUND));
  }

  private Row take(Invoice<OfVehicle> invoice, String wantedReference, Will will) throws Rejection {
    if (!vehicles.former().containsKey(invoice.number()) && !shop.isToday(invoice.at())) {
      throw new Rejection(Sentence.INQUIRY_OVER);
    }
    var reference = register.reference(invoice.number(), wantedReference);
    try {
      vehicles.checkOpen(invoice.subject().product());
      will.check();
      var owner = vehicles.owner(invoice.subject());
      owner.fate().checkPayment();
      return register.take(row(invoice, reference, owner));
    } catch (Rejection e) {
      return register.take(refused(invoice, reference, e.sentence()));
    }
  }

  private Row row(Invoice<OfVehicle> invoice, String reference, Owner owner) throws Rejection {
    var now = shop.now();
    return new Row(
        reference,
        invoice.number(),
        references(invoice, owner).referenceNumber(),
        invoice.subject().product(),
        masked(invoice.subject()),
        bill(invoice).total(),
        now,
        now.plus(owner.fate().undecidedFor(shop.pendingFor())),
        owner.fate().ending(),
        owner.fate().ending() == Ending.PAID ? Status.CONFIRM.name() : Status.REFUND.name());
  }

  /// The row of a payment that was refused, with the reason for its word.
  private Row refused(Invoice<OfVehicle> invoice, String reference, Sentence why) {
    Instant now = shop.now();
    return new Row(
        reference,
        invoice.number(),
        "",
        invoice.subject().product(),
        masked(invoice.subject()),
        Rupiah.ZERO,
        now,
        now,
        Ending.FAILED,
        why.name());
  }

  /// How the payment in `row` stands, unless it was refused.
  private SamsatReceipt receipt(Invoice<OfVehicle> invoice, Row row) throws Rejection {
    for (Sentence reason : Sentence.values()) {
      if (reason.name().equals(row.word())) {
        throw new Rejection(reason);
      }
    }
    var status =
        switch (row.state(shop.now())) {
          case PENDING -> Status.PENDING;
          case PAID -> Status.CONFIRM;
          case FAILED -> Status.REFUND;
        };
    return receipt(invoice, row.at(), status);
  }

  private SamsatReceipt unpaid(Invoice<OfVehicle> invoice) throws Rejection {
    return receipt(invoice, invoice.at(), Status.INQUIRY);
  }

  private SamsatReceipt receipt(Invoice<OfVehicle> invoice, Instant at, Status status)
      throws Rejection {
    var vehicle = bill(invoice);
    var bank = references(invoice, vehicles.owner(invoice.subject()));
    boolean paid = status == Status.CONFIRM;
    return new SamsatReceipt(
        Shop.date(at),
        invoice.subject().product(),
        invoice.number(),
        paid ? bank.referenceNumber() : "",
        paid ? bank.traceNumber() : "",
        vehicle,
        Shop.KODEAGEN,
        status);
  }

  private static References references(Invoice<OfVehicle> invoice, Owner owner) {
    return owner
        .printed()
        .orElseGet(
            () ->
                new References(
                    Digest.hex("vehicle " + invoice.number()),
                    Digest.digits("trace " + invoice.number(), TRACE_DIGITS)));
  }

  private static String masked(OfVehicle vehicle) {
    return Masked.lastFour(vehicle.structureNumber());
  }

  private static Echo echo(Invoice<OfVehicle> invoice) {
    var subject = invoice.subject();
    return new Echo(
        subject.product(), invoice.number(), subject.customerNumber(), subject.structureNumber());
  }
}
