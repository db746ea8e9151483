package id.sakelar.server.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that people must look at. It stays open until two of them close it. Immutable.
///
/// @param subject the subject of a payment or transfer in the books, or what a biller calls by a
///   name of its own, as `upstream/<name>/<reference>`
/// @param note what was seen; never a customer's name or number
/// @param closing when and how it was closed; null while it is open
public record Case(
    long number,
    Kind kind,
    String subject,
    String note,
    Instant openedAt,
    @Nullable Closing closing) {
  /// What is wrong.
  public enum Kind {
    /// A biller said yes after the payment had failed here; the house bears the loss (X1).
    LATE_SUCCESS,
    /// A biller said no after it had said yes (X2).
    CONTRADICTION,
    /// A biller says it took back a payment that was not seen to succeed.
    EARLY_REVERSAL,
    /// A bill was paid twice (X3).
    DUPLICATE_EFFECT,
    /// A biller called about an order it was never sent (X4).
    UNEXPECTED_CALLBACK,
    /// A biller's account of our deposit is not ours.
    DRIFT,
    /// A biller's list of what it settled is not ours.
    DIFFERENCE,
    /// A bank does not take back what it sent.
    NOT_TAKEN_BACK,
    /// An account cannot take its money back, because it would hold too much.
    SOURCE_FULL
  }

  /// What became of the loss.
  public enum How {
    /// The other side gave back what it took.
    CLAIMED,
    /// It is borne, or there was none.
    ACCEPTED
  }

  /// The end of a case.
  public record Closing(Instant at, How how) {}
}
