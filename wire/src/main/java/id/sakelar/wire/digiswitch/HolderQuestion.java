package id.sakelar.wire.digiswitch;

import id.sakelar.wire.Alphabet;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Masked;
import java.util.List;

/// Asks who holds a PLN number. Prints without the signature and with the number masked. Immutable.
///
/// @param customerNo 1 to 64 characters of [Alphabet#REFERENCE]: it is what the signature covers
public record HolderQuestion(String username, String customerNo, String sign) implements Question {
  public HolderQuestion {
    if (!Alphabet.REFERENCE.holds(customerNo)) {
      throw new IllegalArgumentException("a PLN number is 1 to 64 letters, digits and ._:-");
    }
  }

  /// A question signed with the key of `account`.
  public static HolderQuestion by(Account account, String customerNo) {
    return new HolderQuestion(account.username(), customerNo, Signature.of(account, customerNo));
  }

  @Override
  public List<String> signedTexts() {
    return List.of(customerNo);
  }

  static HolderQuestion read(Fields from) throws Garbled {
    return new HolderQuestion(
        from.text("username"), from.word("customer_no", Alphabet.REFERENCE), from.text("sign"));
  }

  Members spelled() {
    return new Draft()
        .text("username", username)
        .text("customer_no", customerNo)
        .text("sign", sign)
        .members();
  }

  @Override
  public String toString() {
    return "HolderQuestion[" + username + ", " + Masked.lastFour(customerNo) + "]";
  }
}
