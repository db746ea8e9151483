package id.sakelar.wire.digiswitch;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.util.List;
import java.util.Optional;

/// Asks what can be bought. Prints without the signature. Immutable.
///
/// @param code only this product
/// @param brand only this brand
public record PriceListQuestion(
    Kind kind, String username, Optional<String> code, Optional<String> brand, String sign)
    implements Question {
  /// Which of the two lists.
  public enum Kind {
    /// Products with a price.
    PREPAID("prepaid"),

    /// Bills, with a fee and a commission.
    POSTPAID("pasca");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /// A question for a whole list, signed with the key of `account`.
  public static PriceListQuestion by(Account account, Kind kind) {
    String sign = Signature.of(account, Signature.PRICE_LIST);
    return new PriceListQuestion(
        kind, account.username(), Optional.empty(), Optional.empty(), sign);
  }

  @Override
  public List<String> signedTexts() {
    return List.of(Signature.PRICE_LIST);
  }

  /// Some clients name the list otherwise or not at all, and mean the prepaid one.
  static PriceListQuestion read(Fields from, Spelling spelling) throws Garbled {
    String name = from.either(spelling.listCommand, spelling.other().listCommand);
    boolean postpaid = from.findText(name).filter(Kind.POSTPAID.word::equals).isPresent();
    return new PriceListQuestion(
        postpaid ? Kind.POSTPAID : Kind.PREPAID,
        from.text("username"),
        from.findText("code"),
        from.findText("brand"),
        from.text("sign"));
  }

  Members spelled(Spelling spelling) {
    return new Draft()
        .text(spelling.listCommand, kind.word)
        .text("username", username)
        .text("code", code)
        .text("brand", brand)
        .text("sign", sign)
        .members();
  }

  @Override
  public String toString() {
    return "PriceListQuestion[" + kind + ", " + username + "]";
  }
}
