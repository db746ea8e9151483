package id.sakelar.server.banking;

import id.sakelar.server.banking.BankNetwork.Heard;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One decision of the [TransferMachine]: what the transfer becomes and everything that is
/// committed with it, or not at all. Immutable.
///
/// @param before what was decided upon; the commit is refused when the stored one has moved on
/// @param after the transfer afterwards, one version on
/// @param heard what it was decided by; null where no bank said anything
/// @param wake when somebody must look again, counted from the commit; null when it has ended
/// @param trouble something for people to look at; null when there is none
record TransferStep(
    Transfer before,
    Transfer after,
    @Nullable Heard heard,
    Movement movement,
    @Nullable Duration wake,
    @Nullable Trouble trouble) {
  TransferStep {
    if (after.version() != before.version() + 1
        || after.state().isFinal() != (after.ending() != null)
        || after.state().isFinal() != (wake == null)) {
      throw new IllegalArgumentException(
          "a transfer does not go from %s, version %d, to %s, version %d"
              .formatted(before.state(), before.version(), after.state(), after.version()));
    }
  }

  /// Whether a bank has to be sent something, once this is committed.
  boolean sends() {
    var reference = after.trail().reference();
    return reference != null && !reference.equals(before.trail().reference());
  }

  /// What the books move.
  enum Movement {
    NONE,
    /// From the source into escrow, with the fee.
    HOLD,
    /// From the position at the source's bank into escrow: the money has left the source there.
    TAKE,
    /// On to the target, or to the position at its bank.
    SETTLE,
    /// Out of escrow back to the source, or to the position at its bank.
    RELEASE
  }

  /// Something that waits for people.
  enum Trouble {
    /// A bank says yes after we had ended the transfer as failed.
    LATE_SUCCESS,
    /// A bank says no after it had said yes.
    CONTRADICTION,
    /// The source's bank does not take the money back; it is tried again.
    NOT_TAKEN_BACK,
    /// The source cannot take its money back, because it would hold too much; it is tried again.
    SOURCE_FULL
  }
}
