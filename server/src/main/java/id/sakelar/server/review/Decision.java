package id.sakelar.server.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one operator proposed, and what became of it. Immutable.
///
/// @param subject what it is about, as the books call it
/// @param caseNumber the case it closes; null where it ends or takes back a payment
/// @param claimed whether the biller gave back what it took
/// @param version the payment as the maker saw it; null for a case
/// @param maker who proposed it
/// @param checker who approved or rejected it, or tried to when it was void; null while nobody has
/// @param reason why it was rejected or is void; null otherwise
public record Decision(
    long number,
    String subject,
    @Nullable Long caseNumber,
    Outcome outcome,
    boolean claimed,
    @Nullable Integer version,
    String serial,
    String proof,
    String note,
    String maker,
    Instant madeAt,
    State state,
    @Nullable String checker,
    @Nullable String reason) {
  /// What is decided.
  public enum Outcome {
    /// A payment in review was made.
    SUCCEEDED,
    /// A payment in review was not made and will not be.
    FAILED,
    /// A payment that succeeded is given back.
    REFUNDED,
    /// A case is closed.
    CLOSED
  }

  /// How far it has come.
  public enum State {
    /// It waits for a second operator.
    PROPOSED,
    /// A second operator has said yes; what follows from it is under way.
    APPROVED,
    /// What follows from it is done.
    APPLIED,
    /// An operator has said no.
    REJECTED,
    /// What it is about has moved on since.
    VOID
  }
}
