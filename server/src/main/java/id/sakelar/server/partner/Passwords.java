package id.sakelar.server.partner;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import id.sakelar.server.partner.LockoutStore.Lock;
import id.sakelar.server.partner.LockoutStore.Pair;
import id.sakelar.server.partner.Turnstile.Check;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/// Judges passwords, and remembers for five minutes which were right.
///
/// What is remembered holds for the address that has proven it: it would tell every other one, lock
/// or no lock, whether a guess is right. Thread-safe.
final class Passwords {
  private static final Duration REMEMBERED = Duration.ofMinutes(5);
  private static final int MOST = 10_000;
  private static final int UNPROVEN_A_MINUTE = 120;

  private final LockoutStore lockouts;
  private final InstantSource clock;
  private final BiPredicate<Secret, Secret> opens;
  private final KeyedHash hash;
  private final Hashing hashing = new Hashing("password");
  private final Turnstile turnstile = new Turnstile(hashing);

  /// The verifier that each right guess was right by.
  private final Cache<String, Secret> proven;

  private final LoadingCache<Pair, Lock> locks;

  /// How many unproven passwords an address may have checked: each costs as much as fifty payments.
  private final LoadingCache<String, Bucket> meters =
      Caffeine.newBuilder().maximumSize(MOST).build(_ -> bucket());

  /// @param opens whether the first, a password, is the one of the second, its verifier
  Passwords(
      LockoutStore lockouts,
      InstantSource clock,
      Ticker ticker,
      SecureRandom chance,
      BiPredicate<Secret, Secret> opens) {
    this.lockouts = lockouts;
    this.clock = clock;
    this.opens = opens;
    var key = new byte[KeyedHash.KEY_BYTES];
    chance.nextBytes(key);
    this.hash = new KeyedHash(key);
    this.proven =
        Caffeine.newBuilder().ticker(ticker).expireAfterWrite(REMEMBERED).maximumSize(MOST).build();
    this.locks =
        Caffeine.newBuilder()
            .ticker(ticker)
            .expireAfterWrite(Partners.FRESH)
            .maximumSize(MOST)
            .build(pair -> lockouts.find(pair, clock.instant()));
  }

  private static Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(UNPROVEN_A_MINUTE)
                .refillGreedy(UNPROVEN_A_MINUTE, Duration.ofMinutes(1))
                .build())
        .build();
  }

  /// What is known of a password.
  enum Finding {
    RIGHT,
    WRONG,
    /// Nothing that may be told.
    LOCKED_OUT,
    /// Nothing: too many wait.
    BUSY
  }

  /// Judges a password that a user has, if there is such a user.
  ///
  /// @param verifiers the user's, as they are now; none for a user who is not there
  Finding judge(Pair pair, Secret password, List<Secret> verifiers) {
    var guess = hash.of(pair.dialect(), pair.username(), pair.address(), password.reveal());
    var by = proven.getIfPresent(guess);
    return by != null && isAmong(verifiers, by)
        ? remember(pair, guess, by)
        : check(pair, guess, password, verifiers);
  }

  /// The verifier of a new password.
  Secret verifier(Secret password, SecureRandom chance) {
    return hashing.run(() -> Verifier.of(password, chance));
  }

  private static boolean isAmong(List<Secret> verifiers, Secret by) {
    return verifiers.stream().anyMatch(verifier -> verifier.reveal().equals(by.reveal()));
  }

  private Finding remember(Pair pair, String guess, Secret by) {
    return switch (locks.get(pair)) {
      case NONE -> Finding.RIGHT;
      case ADDRESS -> Finding.LOCKED_OUT;
      case USERNAME -> {
        // others guess: who has proven itself stays in for as long as they do
        proven.put(guess, by);
        yield Finding.RIGHT;
      }
    };
  }

  private Finding check(Pair pair, String guess, Secret password, List<Secret> verifiers) {
    if (!meters.get(pair.address()).tryConsume(1)) {
      return Finding.BUSY;
    }
    return switch (lockouts.find(pair, clock.instant())) {
      case ADDRESS -> Finding.LOCKED_OUT;
      case USERNAME -> {
        // not checked, but counted: or an address that has proven itself could guess for free
        count(pair);
        yield Finding.LOCKED_OUT;
      }
      case NONE ->
          switch (turnstile.pass(guess, () -> search(password, verifiers))) {
            case Check.Right(Secret by) -> accept(pair, guess, by);
            case Check.Wrong _ -> count(pair) ? Finding.WRONG : Finding.LOCKED_OUT;
            case Check.Turned _ -> Finding.BUSY;
          };
    };
  }

  /// Tries as many verifiers for a user who has none as for one who has two.
  private Check search(Secret password, List<Secret> verifiers) {
    var all = new ArrayList<>(verifiers);
    while (all.size() < PartnerStore.LIVE_KEYS) {
      all.add(Verifier.NOBODYS);
    }
    for (Secret verifier : all) {
      if (opens.test(password, verifier) && verifiers.contains(verifier)) {
        return new Check.Right(verifier);
      }
    }
    return new Check.Wrong();
  }

  private boolean count(Pair pair) {
    boolean counted = lockouts.count(pair, clock.instant());
    locks.invalidate(pair);
    return counted;
  }

  private Finding accept(Pair pair, String guess, Secret by) {
    if (!lockouts.forgive(pair, clock.instant())) {
      return Finding.LOCKED_OUT;
    }
    locks.invalidate(pair);
    proven.put(guess, by);
    return Finding.RIGHT;
  }
}
