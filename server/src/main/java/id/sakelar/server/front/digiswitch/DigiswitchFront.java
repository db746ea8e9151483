package id.sakelar.server.front.digiswitch;

import id.sakelar.http.Door;
import id.sakelar.server.catalog.Catalog;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.partner.Partners;
import id.sakelar.server.partner.Pseudonyms;
import id.sakelar.server.payment.Payments;
import id.sakelar.wire.Operation;
import id.sakelar.wire.digiswitch.Digiswitch;
import id.sakelar.wire.digiswitch.Question;
import id.sakelar.wire.digiswitch.Reply;
import id.sakelar.wire.digiswitch.Spelling;

/// Serves all that a Digiswitch or a Digiflazz partner can ask, each on the paths and in the words
/// of its own spelling. Both spellings are one dialect: a reference used in one is used in the
/// other. Thread-safe.
public final class DigiswitchFront {
  /// The dialect's one word: credentials and payments are kept under it.
  public static final String DIALECT = "digiswitch";

  /// Test calls are kept under a word of their own, so that they never meet a real reference.
  static final String DIALECT_IN_TEST = "digiswitch-test";

  /// So are the questions who holds a PLN number.
  static final String DIALECT_OF_HOLDERS = "digiswitch-holder";

  private final Partners partners;
  private final Payments payments;
  private final Catalog catalog;
  private final DepositStore deposits;
  private final Pseudonyms pseudonyms;
  private final int priceListsPer5Minutes;

  /// A front to be opened on a door.
  ///
  /// @param payments made to answer within nine seconds, since clients hang up after ten
  /// @param priceListsPer5Minutes how often a partner gets the whole list of bills at each server
  ///   process, at least 1; the published limit is 1
  public DigiswitchFront(
      Partners partners,
      Payments payments,
      Catalog catalog,
      DepositStore deposits,
      Pseudonyms pseudonyms,
      int priceListsPer5Minutes) {
    this.partners = partners;
    this.payments = payments;
    this.catalog = catalog;
    this.deposits = deposits;
    this.pseudonyms = pseudonyms;
    this.priceListsPer5Minutes = priceListsPer5Minutes;
  }

  /// Whether the dialect has fields for such bills.
  public static boolean sells(Family family) {
    return Products.isSayable(family);
  }

  /// Serves the paths of both spellings.
  ///
  /// @return the door, for others to be opened on it
  public Door.Builder openOn(Door.Builder door) {
    var products = new Products(catalog);
    var priceLists = new PriceListClerk(catalog, products, priceListsPer5Minutes);
    for (var spelling : Spelling.values()) {
      var words = Digiswitch.in(spelling);
      var transactions = new TransactionClerk(spelling, payments, products, deposits);
      serve(door, words.transaction(), transactions);
      serve(door, words.balance(), new BalanceClerk(deposits));
      serve(door, words.priceList(), priceLists);
      serve(door, words.deposit(), new DepositClerk());
      serve(door, words.holder(), new HolderClerk(payments, pseudonyms));
    }
    return door;
  }

  private <Q extends Question, A> void serve(
      Door.Builder door, Operation<Q, Reply<A>> operation, Clerk<Q, A> clerk) {
    var counter = new Counter<>(operation, partners, clerk);
    door.serve("POST", operation.path(), counter, counter);
  }
}
