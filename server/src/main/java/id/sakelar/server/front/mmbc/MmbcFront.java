package id.sakelar.server.front.mmbc;

import id.sakelar.http.Door;
import id.sakelar.server.catalog.Catalog;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.partner.Partners;
import id.sakelar.server.payment.NumberStore;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.TicketStore;
import id.sakelar.wire.mmbc.Mmbc;
import id.sakelar.wire.mmbc.Question;
import id.sakelar.wire.mmbc.Service;
import java.time.InstantSource;

/// Serves all that an MMBC partner can ask, about credit cards and about vehicle tax. Thread-safe.
public final class MmbcFront {
  /// The dialect's one word: credentials and the codes of products are kept under it.
  public static final String DIALECT = "mmbc";

  /// Payments are kept under a word for each of the two documents, since each has invoices of its
  /// own.
  static final String DIALECT_OF_CARDS = "mmbc-card";

  static final String DIALECT_OF_TAXES = "mmbc-esamsat";

  private final Partners partners;
  private final Payments payments;
  private final NumberStore numbers;
  private final TicketStore tickets;
  private final Products products;
  private final WallClock clock;
  private final MmbcSettings settings;

  /// A front to be opened on a door.
  ///
  /// @param payments made to answer within 45 seconds, since the documents give clients 60
  public MmbcFront(
      Partners partners,
      Payments payments,
      Catalog catalog,
      NumberStore numbers,
      TicketStore tickets,
      InstantSource clock,
      MmbcSettings settings) {
    this.partners = partners;
    this.payments = payments;
    this.numbers = numbers;
    this.tickets = tickets;
    this.clock = new WallClock(clock);
    this.products = new Products(catalog, this.clock);
    this.settings = settings;
  }

  /// Whether one of the documents is about such bills.
  public static boolean sells(Family family) {
    return Products.isSold(family);
  }

  /// Serves the paths of both documents.
  ///
  /// @return the door, for others to be opened on it
  public Door.Builder openOn(Door.Builder door) {
    openCards(door);
    openTaxes(door);
    return door;
  }

  private void openCards(Door.Builder door) {
    var rules = new CardRules(settings.sampleCards());
    var telling = new CardTelling(clock);
    var invoices = new CardInvoices(payments, products, telling);
    var meter = new CardMeter(settings.cardInquiriesPerMinute());
    var list = new CardListCounter(products);
    door.serve("GET", Mmbc.LISTCC.path(), list, list.voice());
    serve(
        door,
        Mmbc.INQUIRY_ACC,
        new CardInquiryClerk(payments, numbers, tickets, products, rules, meter, telling, clock));
    serve(
        door,
        Mmbc.TRANSFER_ACC,
        new TransferClerk(payments, invoices, tickets, products, rules, telling, clock));
    serve(door, Mmbc.STATUS_TRANSFER, new CardStatusClerk(invoices));
  }

  private void openTaxes(Door.Builder door) {
    var telling = new TaxTelling(products, clock);
    var rules = new TaxRules(clock);
    var invoices = new TaxInvoices(payments, rules);
    serve(door, Mmbc.LIST_ESAMSAT, new RegionListClerk(products));
    serve(
        door,
        Mmbc.INQUIRY_ESAMSAT,
        new TaxInquiryClerk(payments, numbers, products, rules, telling, clock));
    serve(door, Mmbc.PAY_ESAMSAT, new TaxPaymentClerk(payments, invoices, telling, clock));
    serve(door, Mmbc.STATUS_INVOICE, new TaxStatusClerk(payments, invoices, telling));
  }

  private <Q extends Question, A> void serve(
      Door.Builder door, Service<Q, A> service, Clerk<Q, A> clerk) {
    var voice = new Voice<>(service, clerk.isAboutPayments());
    door.serve(
        service.method(), service.path(), new Counter<>(service, voice, partners, clerk), voice);
  }
}
