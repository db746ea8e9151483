package id.sakelar.server.partner;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Wrong passwords, counted where every process sees them and no restart forgets them.
///
/// Five within fifteen minutes from one address lock a username for that address, for fifteen
/// minutes; fifty from all addresses together lock it for everybody, for five. Usernames that
/// nobody has are counted too, or locks would tell which ones there are. Thread-safe.
public final class LockoutStore {
  private static final Logger LOG = LoggerFactory.getLogger(LockoutStore.class);
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final String EVERYWHERE = "*";
  private static final Rule FROM_ONE_ADDRESS = new Rule(5, Duration.ofMinutes(15));
  private static final Rule OVER_ALL_ADDRESSES = new Rule(50, Duration.ofMinutes(5));

  private final Jdbi jdbi;

  public LockoutStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Who guesses at whom.
  ///
  /// @param address as [Network#around] draws it
  record Pair(String dialect, String username, String address) {
    static Pair of(String dialect, String username, InetAddress from) {
      return new Pair(dialect, username, Network.around(from).toString());
    }

    private Map<String, String> words() {
      return Map.of("dialect", dialect, "username", username, "address", address);
    }

    private Pair everywhere() {
      return new Pair(dialect, username, EVERYWHERE);
    }
  }

  /// What is locked, the narrower before the wider.
  enum Lock {
    NONE,
    /// The username, for this address.
    ADDRESS,
    /// The username, for everybody.
    USERNAME
  }

  private record Rule(int limit, Duration lock) {}

  /// What is locked for this pair.
  Lock find(Pair pair, Instant now) {
    return jdbi.withHandle(handle -> find(handle, pair, now));
  }

  private static Lock find(Handle handle, Pair pair, Instant now) {
    var locked =
        handle
            .createQuery(
                """
                SELECT address FROM lockout
                WHERE dialect = :dialect AND username = :username
                  AND address IN (:address, :everywhere) AND until > :now
                """)
            .bindMap(pair.words())
            .bind("everywhere", EVERYWHERE)
            .bind("now", now.atOffset(ZoneOffset.UTC))
            .mapTo(String.class)
            .set();
    if (locked.contains(pair.address())) {
      return Lock.ADDRESS;
    }
    return locked.isEmpty() ? Lock.NONE : Lock.USERNAME;
  }

  /// Counts a wrong password, before anybody is told that it was wrong.
  ///
  /// @return whether that may be told; not if a lock was there first
  boolean count(Pair pair, Instant now) {
    // the pair before the username in every transaction, so that none waits for the other in a ring
    return jdbi.inTransaction(
        handle ->
            count(handle, pair, now, FROM_ONE_ADDRESS)
                && count(handle, pair.everywhere(), now, OVER_ALL_ADDRESSES));
  }

  private static boolean count(Handle handle, Pair pair, Instant now, Rule rule) {
    Optional<Boolean> locks =
        handle
            .createQuery(
                """
                INSERT INTO lockout AS known (dialect, username, address, failures, since)
                VALUES (:dialect, :username, :address, 1, :now)
                ON CONFLICT (dialect, username, address) DO UPDATE
                SET (failures, since, until) = (
                  SELECT CASE WHEN goes_on THEN known.failures + 1 ELSE 1 END,
                         CASE WHEN goes_on THEN known.since ELSE :now END,
                         CASE WHEN goes_on AND known.failures + 1 >= :limit THEN :lockedUntil END
                  FROM (SELECT known.since > :windowStart AND known.until IS NULL AS goes_on))
                WHERE known.until IS NULL OR known.until <= :now
                RETURNING until IS NOT NULL
                """)
            .bindMap(pair.words())
            .bind("now", now.atOffset(ZoneOffset.UTC))
            .bind("windowStart", now.minus(WINDOW).atOffset(ZoneOffset.UTC))
            .bind("lockedUntil", now.plus(rule.lock()).atOffset(ZoneOffset.UTC))
            .bind("limit", rule.limit())
            .mapTo(Boolean.class)
            .findOne();
    if (locks.orElse(false)) {
      LOG.warn("locked: {} {} from {}", pair.dialect(), pair.username(), pair.address());
    }
    return locks.isPresent();
  }

  /// Forgets the wrong passwords of a pair that has now brought the right one.
  ///
  /// @return whether it may be told that it is right; not if there is a lock
  boolean forgive(Pair pair, Instant now) {
    return jdbi.inTransaction(
        handle -> {
          handle
              .createUpdate(
                  """
                  DELETE FROM lockout
                  WHERE dialect = :dialect AND username = :username AND address = :address
                    AND (until IS NULL OR until <= :now)
                  """)
              .bindMap(pair.words())
              .bind("now", now.atOffset(ZoneOffset.UTC))
              .execute();
          return find(handle, pair, now) == Lock.NONE;
        });
  }

  /// Drops what counts for nothing any more. Trouble is logged: it is tried again.
  public void forgetOld(Instant now) {
    try {
      int forgotten =
          jdbi.withHandle(
              handle ->
                  handle
                      .createUpdate(
                          """
                          DELETE FROM lockout
                          WHERE since <= :windowStart AND (until IS NULL OR until <= :now)
                          """)
                      .bind("now", now.atOffset(ZoneOffset.UTC))
                      .bind("windowStart", now.minus(WINDOW).atOffset(ZoneOffset.UTC))
                      .execute());
      LOG.info("{} old counts of wrong passwords were dropped", forgotten);
    } catch (JdbiException e) {
      LOG.warn("old counts of wrong passwords stay: {}", e.getClass().getSimpleName());
    }
  }
}
