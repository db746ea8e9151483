package id.sakelar.sandbox;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Offer;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Bill.Multifinance.Contract;
import id.sakelar.server.payment.Bill.Multifinance.Instalment;
import id.sakelar.server.payment.Inquiry;
import id.sakelar.server.payment.NumberStore;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.Quote;
import id.sakelar.server.payment.References;
import id.sakelar.server.payment.Store;
import id.sakelar.server.payment.TicketStore;
import id.sakelar.server.payment.TicketStore.Wanted;
import id.sakelar.server.payment.VehicleTax;
import id.sakelar.server.payment.VehicleTax.Fees;
import id.sakelar.server.payment.VehicleTax.Slip;
import id.sakelar.server.payment.VehicleTax.Vehicle;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The inquiries that printed payments name without making them. The simulated billers have them
/// open as well.
///
/// @param offers what the products cost
record DemoInquiries(
    Store store, TicketStore tickets, NumberStore numbers, List<Offer> offers, Instant now) {
  /// What the finished card payment takes from its partner's deposit.
  static final Rupiah PAID = Rupiah.of(103_000);

  /// The finished card payment of the documents.
  static final PaymentId CARD_PAYMENT = new PaymentId("dummy", "mmbc-card", "999999999999");

  private static final String CARD = "4137777777777777";
  private static final Rupiah AMOUNT = Rupiah.of(100_000);
  private static final long TR_ID = 9_732_789;

  /// Opens them, as of today.
  ///
  /// @return whether the card payment is still to be made
  boolean keep() {
    var instalment = new PaymentId("123123123", "iak", "09128374652");
    keep(instalment, "fnmega", "6391601201", multifinance(), instalment.reference(), "" + TR_ID);
    numbers.give(instalment, TR_ID);
    keepTax("11111111111", "MH328D204AK4010000,320111111111111", jordan());
    keepTax("1111111111", "MHIJBK11EK04000,647104120000000", unknown());
    return keepCard();
  }

  private boolean keepCard() {
    if (store.findPayment(CARD_PAYMENT).isPresent()) {
      return false;
    }
    var card = new Bill.CreditCard("PUNYA ABANG", 1, AMOUNT, "Bank Mandiri");
    keep(CARD_PAYMENT, "credit-card-8", CARD, card, "SDEMO" + CARD_PAYMENT.reference(), null);
    tickets.leave(CARD_PAYMENT, new Wanted("8", CARD, AMOUNT), now);
    return true;
  }

  private void keepTax(String invoice, String customer, Bill bill) {
    var id = new PaymentId("dummy", "mmbc-esamsat", invoice);
    keep(id, "samsat-jabar", customer, bill, "SDEMO" + invoice, invoice);
  }

  private void keep(
      PaymentId id,
      String product,
      String customer,
      Bill bill,
      String reference,
      @Nullable String number) {
    var offer =
        offers.stream().filter(it -> it.product().equals(product)).findFirst().orElseThrow();
    var price = offer.price(bill.amount(), bill.sheets());
    // the billers of the sandbox take what our partners pay
    var quote =
        new Quote(
            product,
            customer,
            bill,
            offer.route().upstream(),
            offer.route().product(),
            reference,
            price.admin(),
            price.sellingPrice(),
            price.price(),
            price.baseCommission(),
            price.cashback(),
            price.price(),
            number);
    store.keep(new Inquiry(id, quote, References.dayOf(now), false));
  }

  private static Bill multifinance() {
    return new Bill.Multifinance(
        "ABDUL SAMID HARAHAP",
        1,
        Rupiah.of(661_000),
        "HONDA VARIO TECHNO 125 PGM FI NON CBS",
        "MH1JFB111CK196426",
        "B6213UWX",
        "030",
        List.of(new Instalment("005", Rupiah.of(657_695), Rupiah.of(3_305), Rupiah.ZERO)),
        new Contract(Rupiah.ZERO, "14 Dec 12", "514367"));
  }

  private static Bill jordan() {
    return new VehicleTax(
        "JORDAN",
        1,
        Rupiah.of(178_500),
        "KP CITAMIANG DUA RT1 RW4 PAMIJAHAN KAB BOGOR",
        "320111111111111",
        new Vehicle(
            "MH328D204AK4010000",
            "",
            "F 0001 Z",
            "",
            "YAMAHA",
            "28D (AL115S/MIO)",
            "2010",
            "MERAH MARUN"),
        "",
        fees(Rupiah.of(35_000), Rupiah.of(143_500)),
        new Slip("322020060719000", "", ""));
  }

  /// The vehicle of the document's refused payment, of which nothing else is printed.
  private static Bill unknown() {
    return new VehicleTax(
        "",
        1,
        Rupiah.of(100_000),
        "",
        "647104120000000",
        new Vehicle("MHIJBK11EK04000", "", "", "", "", "", "", ""),
        "",
        fees(Rupiah.ZERO, Rupiah.of(100_000)),
        new Slip("", "", ""));
  }

  private static Fees fees(Rupiah swd, Rupiah pkb) {
    var none = Rupiah.ZERO;
    return new Fees(none, swd, pkb, none, none, none, none, none, none, none);
  }
}
