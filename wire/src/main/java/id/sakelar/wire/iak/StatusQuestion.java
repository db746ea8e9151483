package id.sakelar.wire.iak;

import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;

/// Asks how the payment of an inquiry stands. Prints without the signature. Immutable.
///
/// @param refId the reference of the inquiry; one of the wrong form is no payment's
public record StatusQuestion(String username, String refId, String sign) implements Question {
  /// A question signed with the key of `account`.
  public static StatusQuestion by(Account account, String refId) {
    return new StatusQuestion(account.username(), refId, Signature.of(account, Signature.STATUS));
  }

  @Override
  public Command command() {
    return Command.STATUS;
  }

  @Override
  public String signedText() {
    return Signature.STATUS;
  }

  static StatusQuestion read(Fields from) throws Garbled {
    return new StatusQuestion(
        Form.required(from, "username"),
        Form.REFERENCE.read(from, "ref_id"),
        Form.required(from, "sign"));
  }

  @Override
  public Members spelled() {
    return Question.begun(this).text("ref_id", refId).text("sign", sign).members();
  }

  @Override
  public String toString() {
    return "StatusQuestion[" + username + ", " + refId + "]";
  }
}
