package id.sakelar.wire.iak;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;

/// Asks for the deposit, in the words of the prepaid interface: that of bills has none. Prints
/// without the signature. Immutable.
public record BalanceQuestion(String username, String sign) implements Signed {
  /// A question signed with the key of `account`.
  public static BalanceQuestion by(Account account) {
    return new BalanceQuestion(account.username(), Signature.of(account, Signature.BALANCE));
  }

  @Override
  public String signedText() {
    return Signature.BALANCE;
  }

  /// Clients of the older interface send `commands` too; the path has said it all.
  static BalanceQuestion read(Fields from) throws Garbled {
    return new BalanceQuestion(Form.required(from, "username"), Form.required(from, "sign"));
  }

  Members spelled() {
    return new Draft().text("username", username).text("sign", sign).members();
  }

  @Override
  public String toString() {
    return "BalanceQuestion[" + username + "]";
  }
}
