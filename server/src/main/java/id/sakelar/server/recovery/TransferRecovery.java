package id.sakelar.server.recovery;

import id.sakelar.server.banking.Transfer;
import id.sakelar.server.banking.Transfers;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks after transfers that were left open: their server died, or a bank has not said. Works from
/// the database alone, so that any server process goes on where another stopped. Thread-safe.
public final class TransferRecovery implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TransferRecovery.class);

  private final Transfers transfers;
  private final Rounds<Transfer> rounds;

  /// Begins to look at once.
  ///
  /// @param every how long to rest when there is nothing to do
  /// @param lease how long a transfer belongs to this process once it is taken: longer than its
  ///   banks need for all their answers
  public TransferRecovery(Transfers transfers, Duration every, Duration lease) {
    this.transfers = transfers;
    this.rounds =
        new Rounds<>(
            "transfer-recovery", most -> transfers.takeDue(most, lease), this::resume, every);
  }

  private void resume(Transfer transfer) {
    var after = transfers.resume(transfer);
    if (after.state() != transfer.state()) {
      LOG.info("{} went from {} to {}", transfer.id(), transfer.state(), after.state());
    }
  }

  /// Takes no more work, and waits a while for what is in hand.
  @Override
  public void close() {
    rounds.close();
  }
}
