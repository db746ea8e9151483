package id.sakelar.server.payment;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The natural key of an inquiry and its payment: whose it is, in which dialect it was asked, and
/// the reference its partner gave it. It means one payment for ever. Immutable.
///
/// @param partner the partner's id, `[a-z0-9][a-z0-9._-]{0,39}`
/// @param dialect the dialect's one word, such as `digiswitch`; test calls have a word of their own
/// @param reference `[A-Za-z0-9._:-]{1,64}`
public record PaymentId(String partner, String dialect, String reference) {
  private static final Pattern PARTNER = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");
  private static final Pattern DIALECT = Pattern.compile("[a-z][a-z0-9-]{0,29}");
  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  public PaymentId {
    check(PARTNER, partner, "partner");
    check(DIALECT, dialect, "dialect");
    check(REFERENCE, reference, "reference");
  }

  /// `partner/dialect/reference`: the subject under which the ledger books the payment.
  public String subject() {
    return partner + "/" + dialect + "/" + reference;
  }

  /// The payment of a subject of the books; empty if it is not made like one.
  public static Optional<PaymentId> ofSubject(String subject) {
    var parts = List.of(subject.split("/", -1));
    boolean made =
        parts.size() == 3
            && PARTNER.matcher(parts.get(0)).matches()
            && DIALECT.matcher(parts.get(1)).matches()
            && REFERENCE.matcher(parts.get(2)).matches();
    return made
        ? Optional.of(new PaymentId(parts.get(0), parts.get(1), parts.get(2)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return subject();
  }

  private static void check(Pattern alphabet, String text, String name) {
    if (!alphabet.matcher(text).matches()) {
      throw new IllegalArgumentException("a payment's " + name + " is made of " + alphabet);
    }
  }
}
