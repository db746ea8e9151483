package id.sakelar.wire.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.util.Optional;

/// Pays what an inquiry found, an extension. Prints no PIN. Immutable.
///
/// @param transactionId of the inquiry, see [Shape#TRANSACTION]
/// @param total as the inquiry told it, if the agent wants that to be compared
/// @param pin the agent's PIN
public record BillPayment(String transactionId, Optional<Rupiah> total, String pin) {
  public BillPayment {
    Shape.TRANSACTION.check("transaction_id", transactionId);
  }

  static BillPayment read(Fields from) throws Garbled {
    return new BillPayment(
        Shape.TRANSACTION.read(from, "transaction_id"),
        from.findAmount("total"),
        Shape.SECRET.read(from, "pin"));
  }

  Members spelled() {
    return new Draft()
        .text("transaction_id", transactionId)
        .amount("total", total)
        .text("pin", pin)
        .members();
  }

  @Override
  public String toString() {
    return "BillPayment[" + transactionId + "]";
  }
}
