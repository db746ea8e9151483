package id.sakelar.server.partner;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The table of PINs. Thread-safe.
public final class PinStore {
  /// How often a PIN is tried before it is blocked.
  static final int TRIES = 3;

  private final Jdbi jdbi;
  private final InstantSource clock;

  public PinStore(Jdbi jdbi, InstantSource clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /// What a holder may do.
  sealed interface Leave {
    /// Try once; that is counted and committed already.
    record Try(String verifier) implements Leave {}

    /// Nothing: every try was used up.
    record Blocked() implements Leave {}

    /// Nothing: there is no PIN.
    record None() implements Leave {}
  }

  /// Counts a try, if there is one left.
  Leave count(String holder) {
    return jdbi.withHandle(
        handle ->
            countIn(handle, holder)
                .<Leave>map(Leave.Try::new)
                .orElseGet(() -> isThere(handle, holder) ? new Leave.Blocked() : new Leave.None()));
  }

  private static Optional<String> countIn(Handle handle, String holder) {
    return handle
        .createQuery(
            """
            UPDATE pin SET tries = tries + 1 WHERE holder = :holder AND tries < :most
            RETURNING verifier
            """)
        .bind("holder", holder)
        .bind("most", TRIES)
        .mapTo(String.class)
        .findOne();
  }

  private static boolean isThere(Handle handle, String holder) {
    return handle
        .createQuery("SELECT 1 FROM pin WHERE holder = :holder")
        .bind("holder", holder)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /// Begins a new count, unless the PIN was changed in the meantime.
  ///
  /// @param verifier of the PIN that was right
  /// @return whether the PIN still is that one
  boolean forgive(String holder, String verifier) {
    return jdbi.withHandle(
        handle ->
            handle.execute(
                    "UPDATE pin SET tries = 0 WHERE holder = ? AND verifier = ?", holder, verifier)
                == 1);
  }

  void put(String holder, String verifier) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO pin (holder, verifier, tries, changed_at)
                    VALUES (:holder, :verifier, 0, :now)
                    ON CONFLICT (holder) DO UPDATE
                    SET verifier = excluded.verifier, tries = 0, changed_at = excluded.changed_at
                    """)
                .bind("holder", holder)
                .bind("verifier", verifier)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute());
  }

  /// Takes a holder's PIN away, blocked or not; until another is set, none is right.
  public void remove(String holder) {
    jdbi.useHandle(handle -> handle.execute("DELETE FROM pin WHERE holder = ?", holder));
  }
}
