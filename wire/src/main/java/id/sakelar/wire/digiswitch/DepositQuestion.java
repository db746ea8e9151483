package id.sakelar.wire.digiswitch;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.util.List;

/// Asks for a ticket to pay into the deposit. Prints without the signature. Immutable.
///
/// @param bank the bank the money will come from, `BCA`
/// @param ownerName the holder of the account there
public record DepositQuestion(
    String username, Rupiah amount, String bank, String ownerName, String sign)
    implements Question {
  /// A question signed with the key of `account`.
  public static DepositQuestion by(Account account, Rupiah amount, String bank, String ownerName) {
    return new DepositQuestion(
        account.username(), amount, bank, ownerName, Signature.of(account, Signature.DEPOSIT));
  }

  /// Digiflazz documents `deposit`, a Digiswitch page `depo`: either will do.
  @Override
  public List<String> signedTexts() {
    return List.of(Signature.DEPOSIT, Signature.BALANCE);
  }

  static DepositQuestion read(Fields from) throws Garbled {
    return new DepositQuestion(
        from.text("username"),
        from.amount("amount"),
        from.text(from.either("Bank", "bank")),
        from.text("owner_name"),
        from.text("sign"));
  }

  Members spelled() {
    return new Draft()
        .text("username", username)
        .amount("amount", amount)
        .text("Bank", bank)
        .text("owner_name", ownerName)
        .text("sign", sign)
        .members();
  }

  @Override
  public String toString() {
    return "DepositQuestion[" + username + ", " + amount + ", " + bank + "]";
  }
}
