package id.sakelar.server.partner;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Ticker;
import id.sakelar.server.partner.LockoutStore.Pair;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Who may decide together with another, and whether it is them. Wrong secrets are counted and
/// locked out as wrong passwords of partners are. Thread-safe.
public final class Operators {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final String WORD = "operator";
  private static final int SECRET_BYTES = 32;

  private final OperatorStore store;
  private final Passwords passwords;
  private final SecureRandom chance;

  public Operators(
      OperatorStore store, LockoutStore lockouts, InstantSource clock, SecureRandom chance) {
    this.store = store;
    this.chance = chance;
    this.passwords = new Passwords(lockouts, clock, Ticker.systemTicker(), chance, Operators::isOf);
  }

  /// What came of asking who it is.
  public enum Proof {
    RIGHT,
    /// No such operator, a retired one, or not its secret.
    WRONG,
    /// Too many were wrong, or too many ask; it may be tried again later.
    NOT_NOW
  }

  /// Adds an operator.
  ///
  /// @param by who does it, for the log
  /// @return its secret of 256 bits, which is kept nowhere; empty if there is or was one of this
  ///   name
  /// @throws IllegalArgumentException if it cannot be a name
  public Optional<Secret> add(String name, String by) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("an operator's name is made of " + NAME);
    }
    var bytes = new byte[SECRET_BYTES];
    chance.nextBytes(bytes);
    var secret = new Secret(HexFormat.of().formatHex(bytes));
    return store.add(name, hash(secret), by) ? Optional.of(secret) : Optional.empty();
  }

  /// From now on it decides nothing.
  ///
  /// @return false if there is no such operator, or it is retired already
  public boolean retire(String name, String by) {
    return store.retire(name, by);
  }

  /// All there ever were, by name.
  public List<Operator> list() {
    return store.list();
  }

  /// Whether this is the operator of that name.
  public Proof prove(String name, Secret secret, InetAddress from) {
    if (!NAME.matcher(name).matches() || !Verifier.isPossible(secret)) {
      return Proof.WRONG;
    }
    var hashes = store.findHash(name).map(List::of).orElse(List.of());
    return switch (passwords.judge(Pair.of(WORD, name, from), secret, hashes)) {
      case RIGHT -> Proof.RIGHT;
      case WRONG -> Proof.WRONG;
      case LOCKED_OUT, BUSY -> Proof.NOT_NOW;
    };
  }

  /// Takes the same time wherever the two differ.
  private static boolean isOf(Secret secret, Secret hash) {
    return MessageDigest.isEqual(
        hash(secret).reveal().getBytes(UTF_8), hash.reveal().getBytes(UTF_8));
  }

  private static Secret hash(Secret secret) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(secret.reveal().getBytes(UTF_8));
      return new Secret(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
