package id.sakelar.server.banking;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Forgets what nobody can use any more: leaves to pay that nobody used with whose account they
/// were for. Transfers stay for ever, and so do the leaves they used. Thread-safe.
public final class BankForgettingStore {
  private static final Duration KEPT = Duration.ofDays(1);

  private final Jdbi jdbi;

  public BankForgettingStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Removes leaves that were over a day ago.
  ///
  /// @return how many
  public int forgetOld(Instant now) {
    var before = now.minus(KEPT);
    return jdbi.withHandle(handle -> forgetLeaves(handle, before));
  }

  private static int forgetLeaves(Handle handle, Instant before) {
    return handle.execute(
        "DELETE FROM leave_to_pay WHERE expires_at < ? AND used_by IS NULL", before);
  }
}
