package id.sakelar.server.front.iak;

import id.sakelar.http.Door;
import id.sakelar.server.catalog.Catalog;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.partner.PartnerStore;
import id.sakelar.server.partner.Partners;
import id.sakelar.server.payment.NumberStore;
import id.sakelar.server.payment.Payments;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.Iak;
import java.time.InstantSource;

/// Serves all that an IAK partner can ask about bills. JSON and XML are one dialect: a reference
/// used in one is used in the other. Thread-safe.
public final class IakFront {
  /// The dialect's one word: credentials, product codes and payments are kept under it.
  public static final String DIALECT = "iak";

  private final Partners partners;
  private final Payments payments;
  private final Catalog catalog;
  private final DepositStore deposits;
  private final NumberStore numbers;
  private final PartnerStore owners;
  private final InstantSource clock;

  /// A front to be opened on a door.
  ///
  /// @param payments made to answer within 25 seconds, since clients hang up after thirty
  /// @param owners tells from where a partner's receipts may be fetched
  public IakFront(
      Partners partners,
      Payments payments,
      Catalog catalog,
      DepositStore deposits,
      NumberStore numbers,
      PartnerStore owners,
      InstantSource clock) {
    this.partners = partners;
    this.payments = payments;
    this.catalog = catalog;
    this.deposits = deposits;
    this.numbers = numbers;
    this.owners = owners;
    this.clock = clock;
  }

  /// Whether the dialect has fields for such bills.
  public static boolean sells(Family family) {
    return Products.type(family).isPresent();
  }

  /// Serves bills, price lists, the balance and receipts.
  ///
  /// @return the door, for others to be opened on it
  public Door.Builder openOn(Door.Builder door) {
    var porter = new Porter(partners);
    var products = new Products(catalog);
    var bills = billCounter(porter, products);
    for (var path : new String[] {Iak.in(Format.JSON).bill().path(), Iak.TYPED_PRICE_LIST}) {
      door.serve("POST", path, bills, bills);
    }
    var balance = new BalanceCounter(porter, deposits);
    door.serve("POST", Iak.BALANCE.path(), balance, balance);

    var receipts = new Receipts(numbers, owners, payments, products);
    var paper = new ReceiptCounter(receipts, ReceiptCounter.Form.PAPER);
    var lines = new ReceiptCounter(receipts, ReceiptCounter.Form.LINES);
    return door.serve("GET", Iak.RECEIPT_FILE, paper, paper)
        .serve("GET", Iak.RECEIPT, lines, lines);
  }

  private BillCounter billCounter(Porter porter, Products products) {
    var telling = new Telling(numbers, products, deposits);
    return new BillCounter(
        porter,
        new InquiryClerk(payments, products, telling, clock),
        new PaymentClerk(payments, numbers, telling),
        new StatusClerk(payments, telling),
        new PriceListClerk(catalog, clock));
  }
}
