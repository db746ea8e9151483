package id.sakelar.wire.digiswitch;

import id.sakelar.wire.Alphabet;
import id.sakelar.wire.Md5Signature;
import java.util.Set;

/// The dialect's signature: the MD5 of username, key and a text, in lower-case hexadecimal.
///
/// It covers nothing but that text, so a signature seen once is good for every question with the
/// same reference: what a payment may pay is decided elsewhere. The text is held to
/// [Alphabet#REFERENCE] before it is hashed, which leaves no room for an extension of the hash.
public final class Signature {
  /// Signs a question for the balance; some clients sign a deposit ticket with it as well.
  public static final String BALANCE = "depo";

  /// Signs a question for a deposit ticket.
  public static final String DEPOSIT = "deposit";

  /// Signs a question for the price list.
  public static final String PRICE_LIST = "pricelist";

  /// What no reference may be called: the texts above, and those of the sister dialects, or a
  /// signature for one of them would be good for a payment too.
  private static final Set<String> RESERVED =
      Set.of(BALANCE, DEPOSIT, PRICE_LIST, "balance", "bl", "cs", "pl");

  private Signature() {}

  /// Whether `text` may be the reference of a transaction: of [Alphabet#REFERENCE], and none of the
  /// words that sign other questions.
  public static boolean isReference(String text) {
    return Alphabet.REFERENCE.holds(text) && !RESERVED.contains(text);
  }

  /// The signature of `account` under `text`.
  ///
  /// @throws IllegalArgumentException if `text` is not of [Alphabet#REFERENCE]
  static String of(Account account, String text) {
    return Md5Signature.of(signed(account, text));
  }

  /// Whether `sign` is the signature of `account` under `text`, in lower or upper case. Takes as
  /// long for a wrong one as for a right one, whatever it looks like.
  static boolean isOf(Account account, String text, String sign) {
    return Md5Signature.isOf(signed(account, text), sign);
  }

  private static String signed(Account account, String text) {
    if (!Alphabet.REFERENCE.holds(text)) {
      throw new IllegalArgumentException("a text to sign is 1 to 64 letters, digits and ._:-");
    }
    return account.username() + account.apiKey() + text;
  }
}
