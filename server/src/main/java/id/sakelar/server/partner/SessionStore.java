package id.sakelar.server.partner;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/// The time that agents spend behind their counters, from login to logout. Ids are stored hashed: a
/// copy of the database opens no session. Thread-safe.
public final class SessionStore {
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 80;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{" + LENGTH + "}");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Jdbi jdbi;
  private final InstantSource clock;
  private final SecureRandom chance;
  private final Duration idle;
  private final Duration most;
  private final Duration rest;

  /// @param idle after how long without use a session is over
  /// @param most after how long it is over however it is used
  public SessionStore(
      Jdbi jdbi, InstantSource clock, SecureRandom chance, Duration idle, Duration most) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.chance = chance;
    this.idle = idle;
    this.most = most;
    var fifteenth = idle.dividedBy(15);
    this.rest = fifteenth.compareTo(MINUTE) < 0 ? fifteenth : MINUTE;
  }

  /// Begins a session.
  ///
  /// @param username of an agent
  /// @return its id: 80 of `A-Z a-z 0-9`, of which nobody ever had one before
  public String begin(String username) {
    var id = newId();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO session (hash, username, began_at, used_at)
                    VALUES (:hash, :username, :now, :now)
                    """)
                .bind("hash", hash(id))
                .bind("username", username)
                .bindMap(now())
                .execute());
    return id;
  }

  private String newId() {
    var id = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      id.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
    }
    return id.toString();
  }

  /// Whose session it is, if it is not over. Asking counts as use; that is written down at most
  /// once a minute, so that a session may be over by so much sooner.
  public Optional<String> find(String id) {
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    var hash = hash(id);
    var found = read(hash);
    found.filter(this::isWorthNoting).ifPresent(_ -> use(hash));
    return found.map(Session::username);
  }

  private record Session(String username, Instant usedAt) {}

  private boolean isWorthNoting(Session session) {
    return !session.usedAt().plus(rest).isAfter(clock.instant());
  }

  private Optional<Session> read(String hash) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT username, used_at FROM session
                    WHERE hash = :hash AND used_at > :lastUse AND began_at > :firstUse
                    """)
                .bind("hash", hash)
                .bindMap(now())
                .map(
                    (row, _) ->
                        new Session(
                            row.getString("username"), row.getTimestamp("used_at").toInstant()))
                .findOne());
  }

  private void use(String hash) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE session SET used_at = :now WHERE hash = :hash AND used_at < :now")
                .bind("hash", hash)
                .bindMap(now())
                .execute());
  }

  /// Ends a session, if there is one.
  public void end(String id) {
    jdbi.useHandle(handle -> handle.execute("DELETE FROM session WHERE hash = ?", hash(id)));
  }

  /// Ends all sessions of an agent.
  public void endAll(String username) {
    jdbi.useHandle(handle -> handle.execute("DELETE FROM session WHERE username = ?", username));
  }

  /// Drops the sessions that are over.
  public void forgetOld() {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "DELETE FROM session WHERE used_at <= :lastUse OR began_at <= :firstUse")
                .bindMap(now())
                .execute());
  }

  /// The moment, and those at which a session that is over by now was used or begun at the latest.
  private Map<String, Object> now() {
    var now = clock.instant();
    return Map.of(
        "now", now.atOffset(ZoneOffset.UTC),
        "lastUse", now.minus(idle).atOffset(ZoneOffset.UTC),
        "firstUse", now.minus(most).atOffset(ZoneOffset.UTC));
  }

  private static String hash(String id) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(id.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
