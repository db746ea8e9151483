package id.sakelar.wire.digiswitch;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.util.List;

/// Asks for the deposit. Prints without the signature. Immutable.
public record BalanceQuestion(String username, String sign) implements Question {
  /// A question signed with the key of `account`.
  public static BalanceQuestion by(Account account) {
    return new BalanceQuestion(account.username(), Signature.of(account, Signature.BALANCE));
  }

  @Override
  public List<String> signedTexts() {
    return List.of(Signature.BALANCE);
  }

  /// Clients send `cmd`, `command` or neither; the path has said it all.
  static BalanceQuestion read(Fields from) throws Garbled {
    return new BalanceQuestion(from.text("username"), from.text("sign"));
  }

  Members spelled(Spelling spelling) {
    return new Draft()
        .text(spelling.listCommand, "deposit")
        .text("username", username)
        .text("sign", sign)
        .members();
  }

  @Override
  public String toString() {
    return "BalanceQuestion[" + username + "]";
  }
}
