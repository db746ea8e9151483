package id.sakelar.server.payment;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Family;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Somebody who takes payments of bills. Implemented by the connectors, one dialect each.
///
/// Calls block for at most the read budget of the biller's [BillerProfile] and may be made by many
/// threads at once. A call is made on the wire at most once; nothing is ever sent again by itself.
public interface Biller {
  /// Asks for a bill. Moves no money anywhere, so every failure is simply no bill.
  Found inquire(Question question);

  /// Orders the payment, once.
  Evidence pay(Order order);

  /// Asks how an order stands. Never makes one: whatever goes wrong with the question itself is
  /// [Evidence.Ambiguous].
  Evidence status(Order order);

  /// Whether a payment of this price may come here now, as far as we limit it ourselves. Asks
  /// nobody. Who hears yes counts as on its way until that is known from elsewhere.
  default boolean admits(Rupiah price) {
    return true;
  }

  /// What we have left there, as the biller says it; empty where it does not say.
  default Optional<Rupiah> balance() {
    return Optional.empty();
  }

  /// Which bill is wanted.
  ///
  /// @param product the biller's own code of the product
  /// @param family what kind of bill it is
  /// @param customer the number it is asked under; of a vehicle tax the vehicle's number or payment
  ///   code, a comma, and its owner's identity number
  /// @param reference our reference: the payment will come under the same one
  /// @param amount what the customer wants to pay, for products where the customer chooses
  /// @param year the tax year, for property tax
  /// @param months how many months to pay, for insurance
  /// @param test a test call, passed on as one
  record Question(
      String product,
      Family family,
      String customer,
      String reference,
      @Nullable Rupiah amount,
      @Nullable String year,
      @Nullable Integer months,
      boolean test) {
    /// Leaves the customer's number out.
    @Override
    public String toString() {
      return "Question[%s under %s]".formatted(product, reference);
    }
  }

  /// A payment to be made, or asked about, on the terms of its quote.
  ///
  /// @param at when it was first sent
  /// @param number what the biller calls the payment, or else the inquiry; null where it has said
  ///   neither and goes by our reference
  record Order(Quote quote, Instant at, @Nullable String number, boolean test) {
    /// The order of a payment as it stands.
    public static Order of(Payment payment) {
      var told = payment.trail().number();
      var number = told == null ? payment.quote().upstreamNumber() : told;
      return new Order(payment.quote(), payment.openedAt(), number, payment.inquiry().test());
    }
  }

  /// What came of an inquiry.
  sealed interface Found {
    /// A bill, and what the biller will take from us for it.
    ///
    /// @param number what the biller calls the inquiry and wants to hear when it is paid; null
    ///   where it goes by our reference. 1 to 64 printable ASCII characters
    /// @param period the periods as the biller sums them up; null where it does not
    record Billed(Bill bill, Rupiah cost, @Nullable String number, @Nullable String period)
        implements Found {
      public Billed(Bill bill, Rupiah cost, @Nullable String number) {
        this(bill, cost, number, null);
      }

      public Billed(Bill bill, Rupiah cost) {
        this(bill, cost, null, null);
      }
    }

    /// The biller says there is none, and why, or nobody could ask it.
    ///
    /// @param failure `not sent`, or `http` and a status of 500 or more, where the biller itself is
    ///   in trouble; null otherwise
    record NoBill(Reason reason, @Nullable String failure) implements Found {
      public NoBill(Reason reason) {
        this(reason, null);
      }

      /// The biller could not be asked, or could not answer.
      ///
      /// @param why as in evidence
      public static NoBill unheard(String why) {
        boolean failure = why.equals("not sent") || why.startsWith("http 5");
        return new NoBill(Reason.BILLER_UNREACHABLE, failure ? why : null);
      }
    }
  }
}
