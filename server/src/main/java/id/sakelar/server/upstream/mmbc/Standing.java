package id.sakelar.server.upstream.mmbc;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Evidence.Ambiguous;
import id.sakelar.server.payment.Evidence.InProcess;
import id.sakelar.server.payment.Evidence.NotFound;
import id.sakelar.server.payment.Evidence.Refused;
import id.sakelar.server.payment.Evidence.Success;
import id.sakelar.server.payment.Reason;
import id.sakelar.wire.mmbc.Status;
import org.jspecify.annotations.Nullable;

/// How a payment stands, in the biller's words, when there is no doubt whose payment it is.
/// Immutable.
///
/// @param invoice what to ask after it by; null if the biller has called it nothing we could say
/// @param reference the bank's own; may be empty
/// @param taken what the biller takes for it
/// @param receipt as [Evidence.Success] has it
record Standing(
    Status status,
    @Nullable String invoice,
    String reference,
    Rupiah taken,
    @Nullable Bill receipt) {
  /// What it proves. An end counts at the price of the inquiry only.
  Evidence evidence(Errand errand, Rupiah cost) {
    String code = "ok " + status;
    var doubt = new Ambiguous(code + ", another price");
    return switch (errand.meaning(status)) {
      case PAID ->
          taken.equals(cost) ? new Success(code, reference, cost, receipt, invoice) : doubt;
      case REFUSED -> taken.equals(cost) ? new Refused(code, Reason.BILLER_REFUSED) : doubt;
      case IN_PROCESS -> new InProcess(code, invoice);
      case NOT_FOUND -> new NotFound(code, false);
      case DOUBTFUL -> new Ambiguous(code);
    };
  }
}
