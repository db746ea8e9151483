package id.sakelar.server.payment;

import id.sakelar.server.payment.Evidence.Source;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One decision of the [Machine]: what the payment becomes and everything that is committed with
/// it, or not at all. Immutable.
///
/// @param before what was decided upon; the commit is refused when the stored payment has moved on
/// @param after the payment afterwards, one version on
/// @param evidence what it was decided by; null when the payment is sent, which is nobody's news
/// @param source who heard the evidence
/// @param movement what the books move
/// @param wake when somebody must look again, counted from the commit; null when it has ended
/// @param tell whether the partner is told by webhook: it may have been told "pending". Where that
///   is noted in the store only, it is told as well
/// @param trouble a contradiction for people to look at; null when there is none
public record Step(
    Payment before,
    Payment after,
    @Nullable Evidence evidence,
    Source source,
    Movement movement,
    @Nullable Duration wake,
    boolean tell,
    @Nullable Trouble trouble) {
  public Step {
    boolean legal = after.state() == before.state() || before.state().mayBecome(after.state());
    if (!legal || after.version() != before.version() + 1) {
      throw new IllegalArgumentException(
          "a payment does not go from %s, version %d, to %s, version %d"
              .formatted(before.state(), before.version(), after.state(), after.version()));
    }
  }

  /// Whether the payment goes to another biller.
  boolean goesElsewhere() {
    return before.state() == State.HELD && after.state() == State.SENDING;
  }

  /// Whether the payment ends with it.
  public boolean ends() {
    return after.state().isFinal() && after.state() != before.state();
  }

  /// Whether it is sent once more, or had a late yes.
  boolean changesAttempts() {
    return after.trail().attempts() != before.trail().attempts()
        || after.trail().lateSuccess() != before.trail().lateSuccess();
  }

  Step withAfter(Payment payment) {
    return new Step(before, payment, evidence, source, movement, wake, tell, trouble);
  }

  /// What the books move with a step.
  public enum Movement {
    NONE,
    /// From in flight to sales, and from sales to the biller.
    SETTLE,
    /// From in flight back to the deposit.
    RELEASE,
    /// A settled payment goes all the way back.
    REFUND,
    /// The house pays the biller for what it did after the payment had failed.
    LOSS
  }

  /// A contradiction that moves no money and waits for people.
  public enum Trouble {
    /// The biller says yes after we had ended the payment as failed (X1).
    LATE_SUCCESS,
    /// The biller says no after it had said yes (X2).
    CONTRADICTION,
    /// The biller says it took back a payment that we had not seen succeed.
    EARLY_REVERSAL,
    /// A biller says yes to an attempt that was given up for another (X3).
    DUPLICATE_EFFECT
  }
}
