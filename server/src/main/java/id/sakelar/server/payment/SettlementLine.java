package id.sakelar.server.payment;

import id.sakelar.money.Rupiah;
import java.time.LocalDate;

/// One line of a biller's list of what it settled. Immutable.
///
/// @param row where it stands in the list, from 1
/// @param date the business day in Jakarta on which the biller took it
/// @param reference ours at the biller
/// @param theirs what the biller calls the payment; may be empty
/// @param product the biller's own code
/// @param amount what the biller took, or would have
public record SettlementLine(
    int row,
    LocalDate date,
    String reference,
    String theirs,
    String product,
    Rupiah amount,
    Status status) {
  /// What became of it at the biller.
  public enum Status {
    PAID,
    /// Nothing was taken.
    FAILED,
    /// It was taken and given back.
    REVERSED
  }
}
