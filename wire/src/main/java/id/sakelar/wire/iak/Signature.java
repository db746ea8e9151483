package id.sakelar.wire.iak;

import id.sakelar.wire.Md5Signature;
import java.util.Set;

/// The dialect's signature: the MD5 of username, key and a text, in lower-case hexadecimal.
///
/// It covers nothing but that text: the reference of an inquiry, the number of a payment, a fixed
/// word for everything else. The text is held to [Form#REFERENCE] before it is hashed, which leaves
/// no room for an extension of the hash.
public final class Signature {
  /// Signs a question for how a payment stands.
  public static final String STATUS = "cs";

  /// Signs a question for the price list.
  public static final String PRICE_LIST = "pl";

  /// Signs a question for the balance.
  public static final String BALANCE = "bl";

  private static final Set<String> RESERVED = Set.of(STATUS, PRICE_LIST, BALANCE);

  private Signature() {}

  /// Whether `text` may be the reference of an inquiry: 1 to 64 letters, digits, dots, lines and
  /// strokes, and none of the words that sign other questions.
  public static boolean isReference(String text) {
    return Form.REFERENCE.fits(text) && !RESERVED.contains(text);
  }

  /// The signature of `account` under `text`.
  ///
  /// @throws IllegalArgumentException if `text` is not of [Form#REFERENCE]
  static String of(Account account, String text) {
    return Md5Signature.of(signed(account, text));
  }

  /// Whether `sign` is the signature of `account` under `text`, in lower or upper case. Takes as
  /// long for a wrong one as for a right one, whatever it looks like.
  static boolean isOf(Account account, String text, String sign) {
    return Md5Signature.isOf(signed(account, text), sign);
  }

  private static String signed(Account account, String text) {
    if (!Form.REFERENCE.fits(text)) {
      throw new IllegalArgumentException("a text to sign is 1 to 64 letters, digits and ._-");
    }
    return account.username() + account.apiKey() + text;
  }
}
