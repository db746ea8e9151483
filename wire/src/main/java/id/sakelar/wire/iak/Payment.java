package id.sakelar.wire.iak;

import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;

/// Pays what the inquiry of a number told. Prints without the signature. Immutable.
///
/// @param trId the number of the inquiry, from 1 to 2^53-1; read as a number or as its digits, and
///   written as digits between quotes like the published example
public record Payment(String username, long trId, String sign) implements Question {
  public Payment {
    TransactionNumber.checked(trId);
  }

  /// A payment signed with the key of `account`.
  public static Payment by(Account account, long trId) {
    return new Payment(account.username(), trId, Signature.of(account, Long.toString(trId)));
  }

  @Override
  public Command command() {
    return Command.PAYMENT;
  }

  @Override
  public String signedText() {
    return Long.toString(trId);
  }

  static Payment read(Fields from) throws Garbled {
    return new Payment(
        Form.required(from, "username"), TransactionNumber.read(from), Form.required(from, "sign"));
  }

  @Override
  public Members spelled() {
    return Question.begun(this)
        .text(TransactionNumber.NAME, Long.toString(trId))
        .text("sign", sign)
        .members();
  }

  @Override
  public String toString() {
    return "Payment[" + username + ", " + trId + "]";
  }
}
