package id.sakelar.wire.iak;

import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Masked;

/// Which transaction an answer is about. Prints the customer number masked. Immutable.
///
/// @param trId the biller's number of the inquiry, from 1 to 2^53-1
/// @param code the product
/// @param hp the customer's number
/// @param refId the caller's reference
public record Echo(long trId, String code, String hp, String refId) {
  public Echo {
    TransactionNumber.checked(trId);
  }

  static Echo read(Fields from) throws Garbled {
    return new Echo(
        TransactionNumber.read(from), from.text("code"), from.text("hp"), from.text("ref_id"));
  }

  @Override
  public String toString() {
    return "Echo[" + String.join(", ", Long.toString(trId), code, Masked.lastFour(hp), refId) + "]";
  }
}
