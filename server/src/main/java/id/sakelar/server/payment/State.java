package id.sakelar.server.payment;

import java.util.EnumSet;
import java.util.Set;

/// How far a payment has come.
public enum State {
  /// The money is held and nothing is on its way: it waits to be sent.
  HELD,
  /// An attempt is committed and may be on its way, or its server may have died.
  SENDING,
  /// The biller has it and is still working on it.
  PENDING,
  /// It may have arrived; nobody has said.
  UNKNOWN,
  /// Machines could not find out in time; people look at it while the machines go on asking.
  REVIEW,
  /// The biller said yes. Final.
  SUCCEEDED,
  /// The biller said no, or nothing was ever sent. Final.
  FAILED,
  /// The biller took its yes back and the money was returned.
  REFUNDED;

  private static final Set<State> FINAL = EnumSet.of(SUCCEEDED, FAILED, REFUNDED);

  /// Whether the payment has ended; the hold is settled or released exactly then.
  public boolean isFinal() {
    return FINAL.contains(this);
  }

  /// Whether a payment may leave this state for `next`: the transitions T2 to T15.
  public boolean mayBecome(State next) {
    return switch (this) {
      case HELD -> next == SENDING || next == FAILED;
      case SENDING ->
          next == HELD || next == PENDING || next == UNKNOWN || next == SUCCEEDED || next == FAILED;
      case PENDING -> next == UNKNOWN || next == REVIEW || next == SUCCEEDED || next == FAILED;
      case UNKNOWN ->
          next == SENDING
              || next == PENDING
              || next == REVIEW
              || next == SUCCEEDED
              || next == FAILED;
      case REVIEW -> next == SUCCEEDED || next == FAILED;
      case SUCCEEDED -> next == REFUNDED;
      case FAILED, REFUNDED -> false;
    };
  }
}
