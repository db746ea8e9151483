package id.sakelar.wire.iak;

import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.util.Arrays;
import java.util.Optional;

/// Asks what can be paid; the kind of bills, if one is wanted, is in the path. Prints without the
/// signature. Immutable.
///
/// @param shelf which products; nothing said means all
/// @param province water companies only, as the price list spells it
public record PriceListQuestion(
    String username, Optional<Shelf> shelf, Optional<String> province, String sign)
    implements Question {
  /// Which products to list.
  public enum Shelf {
    ALL("all"),
    ACTIVE("active"),
    INACTIVE("non active");

    private final String word;

    Shelf(String word) {
      this.word = word;
    }

    private static Shelf of(String word) throws Garbled {
      return Arrays.stream(values())
          .filter(it -> it.word.equals(word))
          .findFirst()
          .orElseThrow(() -> Garbled.field("status", "is none of all, active and non active"));
    }
  }

  /// A question for all products, signed with the key of `account`.
  public static PriceListQuestion by(Account account) {
    return new PriceListQuestion(
        account.username(),
        Optional.empty(),
        Optional.empty(),
        Signature.of(account, Signature.PRICE_LIST));
  }

  @Override
  public Command command() {
    return Command.PRICE_LIST;
  }

  @Override
  public String signedText() {
    return Signature.PRICE_LIST;
  }

  static PriceListQuestion read(Fields from) throws Garbled {
    Optional<String> status = from.findText("status");
    return new PriceListQuestion(
        Form.required(from, "username"),
        status.isPresent() ? Optional.of(Shelf.of(status.get())) : Optional.empty(),
        from.findText("province"),
        Form.required(from, "sign"));
  }

  @Override
  public Members spelled() {
    return Question.begun(this)
        .text("status", shelf.map(it -> it.word))
        .text("province", province)
        .text("sign", sign)
        .members();
  }

  @Override
  public String toString() {
    return "PriceListQuestion[" + username + ", " + shelf + ", " + province + "]";
  }
}
