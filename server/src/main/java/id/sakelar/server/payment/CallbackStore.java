package id.sakelar.server.payment;

import org.jdbi.v3.core.Jdbi;

/// What billers tell us by themselves, kept for ever. Thread-safe.
public final class CallbackStore {
  private static final int LONGEST_REFERENCE = 64;

  private final Jdbi jdbi;

  public CallbackStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// What came of a callback.
  public enum Outcome {
    /// It moved a payment, or was written down as evidence about one: hearing it again can do no
    /// more.
    MOVED,
    /// It is about a payment and changed nothing.
    NOTED,
    /// That biller was never sent such a reference (X4).
    UNKNOWN_REFERENCE,
    /// Signed, and not to be understood.
    UNREADABLE
  }

  /// A callback that its biller has signed.
  ///
  /// @param reference as the biller wrote it; kept without what no reference has, and cut
  /// @param digest the SHA-256 of its body, in hexadecimal
  public record Callback(String upstream, String reference, Evidence evidence, String digest) {}

  /// Whether these very bytes have moved a payment before; if so, that they came again is counted.
  public boolean countRepetition(String upstream, String digest) {
    return jdbi.withHandle(
            handle ->
                handle.execute(
                    """
                    UPDATE callback SET times = times + 1, last_at = clock_timestamp()
                    WHERE upstream = ? AND digest = ? AND outcome = 'MOVED'
                    """,
                    upstream,
                    digest))
        > 0;
  }

  /// Keeps a callback; the same bytes once more are counted, and what came of them this time stands
  /// unless they have moved a payment.
  public void keep(Callback callback, Outcome outcome) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO callback AS c
                      (upstream, digest, reference, class, code, outcome)
                    VALUES (:upstream, :digest, :reference, :class, :code, :outcome)
                    ON CONFLICT (upstream, digest) DO UPDATE
                    SET times = c.times + 1, last_at = clock_timestamp(),
                        class = CASE WHEN c.outcome = 'MOVED' THEN c.class
                                     ELSE excluded.class END,
                        code = CASE WHEN c.outcome = 'MOVED' THEN c.code
                                    ELSE excluded.code END,
                        outcome = CASE WHEN c.outcome = 'MOVED' THEN c.outcome
                                       ELSE excluded.outcome END
                    """)
                .bind("upstream", callback.upstream())
                .bind("digest", callback.digest())
                .bind("reference", plain(callback.reference()))
                .bind("class", callback.evidence().evidenceClass())
                .bind("code", callback.evidence().code())
                .bind("outcome", outcome.name())
                .execute());
  }

  private static String plain(String reference) {
    var cut =
        reference.length() > LONGEST_REFERENCE
            ? reference.substring(0, LONGEST_REFERENCE)
            : reference;
    return cut.replaceAll("[^A-Za-z0-9._:-]", "?");
  }
}
