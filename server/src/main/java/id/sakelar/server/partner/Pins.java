package id.sakelar.server.partner;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import id.sakelar.server.partner.PinStore.Leave;
import java.security.SecureRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/// The six digits by which agents and customers authorise what moves money.
///
/// A try is counted, and the count committed, before it is judged, so that no more than three wrong
/// ones are ever judged, however many come at once and at however many processes. A process judges
/// the tries of one holder one after another: who is right is not taken for wrong because others of
/// its own are under way.
///
/// What is stored is Argon2id over HMAC-SHA-256 under a pepper that is not in the database: a copy
/// of the database does not tell the PIN to who tries all million. Thread-safe; calls block.
public final class Pins {
  private static final Pattern PIN = Pattern.compile("[0-9]{6}");

  private final PinStore store;
  private final KeyedHash hash;
  private final SecureRandom chance;
  private final BiPredicate<Secret, Secret> opens;
  private final Hashing hashing = new Hashing("pin");

  /// Fair, so that nobody waits for ever.
  private final LoadingCache<String, ReentrantLock> turns =
      Caffeine.newBuilder().weakValues().build(_ -> new ReentrantLock(true));

  /// @param pepper long and random, and lost for ever means every PIN is
  /// @param chance where salts come from
  public Pins(PinStore store, Secret pepper, SecureRandom chance) {
    this(store, pepper, chance, Verifier::opens);
  }

  Pins(PinStore store, Secret pepper, SecureRandom chance, BiPredicate<Secret, Secret> opens) {
    this.store = store;
    this.hash = new KeyedHash(pepper.reveal().getBytes(UTF_8));
    this.chance = chance;
    this.opens = opens;
  }

  /// What is known of a PIN.
  public enum Finding {
    RIGHT,
    WRONG,
    /// Three in a row were wrong: until it is set anew, none is right.
    BLOCKED,
    /// The holder has no PIN.
    NONE
  }

  /// The holder of an agent's PIN.
  public static String ofAgent(String username) {
    return "agent:" + username;
  }

  /// The holder of a customer's PIN, which goes with an account.
  public static String ofAccount(String number) {
    return "account:" + number;
  }

  /// Judges a PIN. What is not six digits is wrong and does not count: it is a slip of the finger.
  public Finding check(String holder, Secret pin) {
    if (!isPossible(pin)) {
      return Finding.WRONG;
    }
    var turn = turns.get(holder);
    turn.lock();
    try {
      return switch (store.count(holder)) {
        case Leave.Try(String verifier) -> judge(holder, pin, verifier);
        case Leave.Blocked _ -> Finding.BLOCKED;
        case Leave.None _ -> Finding.NONE;
      };
    } finally {
      turn.unlock();
    }
  }

  private Finding judge(String holder, Secret pin, String verifier) {
    var peppered = peppered(holder, pin);
    boolean right = hashing.run(() -> opens.test(peppered, new Secret(verifier)));
    return right && store.forgive(holder, verifier) ? Finding.RIGHT : Finding.WRONG;
  }

  /// Sets a holder's PIN; all that was wrong before is forgotten.
  ///
  /// @throws IllegalArgumentException unless it is six digits
  public void set(String holder, Secret pin) {
    store.put(holder, verifier(holder, pin));
  }

  /// What a holder's PIN is checked against, for one who is not there yet.
  ///
  /// @throws IllegalArgumentException unless it is six digits
  public String verifier(String holder, Secret pin) {
    if (!isPossible(pin)) {
      throw new IllegalArgumentException("a PIN has six digits");
    }
    return hashing.run(() -> Verifier.of(peppered(holder, pin), chance)).reveal();
  }

  private static boolean isPossible(Secret pin) {
    return PIN.matcher(pin.reveal()).matches();
  }

  private Secret peppered(String holder, Secret pin) {
    return new Secret(hash.of(holder, pin.reveal()));
  }
}
