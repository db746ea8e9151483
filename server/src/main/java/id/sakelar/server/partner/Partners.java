package id.sakelar.server.partner;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import id.sakelar.server.partner.LockoutStore.Pair;
import id.sakelar.server.partner.PartnerStore.Credentials;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Decides who calls. Thread-safe; knows of changes within five seconds.
public final class Partners {
  static final Duration FRESH = Duration.ofSeconds(5);

  private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9._@+-]{1,64}");

  /// Tried when there is no such user, so that the answer takes as long as for a wrong key.
  private static final Secret NOBODYS = new Secret("no partner has this key at all");

  private static final int SHORTEST_PASSWORD = 8;

  private final PartnerStore store;
  private final SecureRandom chance;
  private final LoadingCache<User, Optional<Credentials>> credentials;
  private final Passwords passwords;
  private final LoadingCache<Meter, Bucket> meters =
      Caffeine.newBuilder().maximumSize(10_000).build(meter -> bucket(meter.perMinute()));

  /// @param clock tells when locks begin and end
  /// @param chance where salts come from, and the key that this process remembers right passwords
  ///   by
  public Partners(
      PartnerStore store, LockoutStore lockouts, InstantSource clock, SecureRandom chance) {
    // what is remembered ages by a clock that nobody sets back
    this(store, lockouts, clock, Ticker.systemTicker(), chance, Verifier::opens);
  }

  Partners(
      PartnerStore store,
      LockoutStore lockouts,
      InstantSource clock,
      Ticker ticker,
      SecureRandom chance,
      BiPredicate<Secret, Secret> opens) {
    this.store = store;
    this.chance = chance;
    this.credentials =
        Caffeine.newBuilder()
            .ticker(ticker)
            .expireAfterWrite(FRESH)
            .maximumSize(10_000)
            .build(user -> store.findCredentials(user.dialect(), user.username()));
    this.passwords = new Passwords(lockouts, clock, ticker, chance, opens);
  }

  /// Decides whose call this is.
  ///
  /// @param signed whether the call was signed with a key; tried with each live key in turn, and
  ///   must take constant time
  public Caller.BySignature identify(
      String dialect, String username, InetAddress from, Predicate<Secret> signed) {
    var known = credentials.get(new User(dialect, username));
    if (known.isEmpty()) {
      return signed.test(NOBODYS) ? new Caller.WrongKey() : new Caller.UnknownUser();
    }
    var partner = known.get().partner();
    boolean right = false;
    for (Secret key : known.get().keys()) {
      right |= signed.test(key);
    }
    if (!right) {
      return new Caller.WrongKey();
    }
    return admit(partner, from);
  }

  /// Decides whose call this is, where a password comes with it. Somebody else's wrong guesses from
  /// another address do not keep out who has been right within five minutes.
  ///
  /// A username or password that nobody can have is wrong at once. All others that are wrong cost
  /// the same, whether there is such a user or not.
  public Caller.ByPassword identifyByPassword(
      String dialect, String username, InetAddress from, Secret password) {
    if (!USERNAME.matcher(username).matches() || !Verifier.isPossible(password)) {
      return new Caller.WrongKey();
    }
    var known = credentials.get(new User(dialect, username));
    var verifiers = known.map(Credentials::keys).orElse(List.of());
    return switch (passwords.judge(Pair.of(dialect, username, from), password, verifiers)) {
      case RIGHT -> admit(known.orElseThrow().partner(), from);
      case WRONG -> new Caller.WrongKey();
      case LOCKED_OUT -> new Caller.LockedOut();
      case BUSY -> new Caller.Busy();
    };
  }

  /// Decides on a call of somebody who has proven before who it is, as with a session.
  ///
  /// @return empty if there is no such user any more
  public Optional<Caller.Proven> readmit(String dialect, String username, InetAddress from) {
    return credentials.get(new User(dialect, username)).map(known -> admit(known.partner(), from));
  }

  /// What became of a new password.
  public enum PasswordChange {
    /// It is the password, and no other is.
    DONE,
    /// The old one is wrong, or nothing is said about it, or is the password no more.
    REFUSED,
    /// It cannot be a password, or is the old one.
    UNFIT,
    /// Nothing was done: too much is going on. It may be tried again.
    BUSY
  }

  /// Gives a partner another password. Every password before is wrong at once at this process, and
  /// within five seconds at others; sessions that were begun with it are for the caller to end.
  ///
  /// @param old is judged as [#identifyByPassword] does, and counts like there when it is wrong
  /// @param fresh 8 to 128 characters, none of them a control character, and not the old one
  public PasswordChange changePassword(
      String dialect, String username, Secret old, Secret fresh, InetAddress from) {
    var user = new User(dialect, username);
    var known = credentials.get(user);
    return switch (identifyByPassword(dialect, username, from, old)) {
      case Caller.Known _ ->
          known.map(it -> change(user, it, old, fresh)).orElse(PasswordChange.REFUSED);
      case Caller.TooMany _, Caller.Busy _ -> PasswordChange.BUSY;
      case Caller.WrongKey _, Caller.LockedOut _, Caller.ForbiddenAddress _, Caller.Suspended _ ->
          PasswordChange.REFUSED;
    };
  }

  private PasswordChange change(User user, Credentials known, Secret old, Secret fresh) {
    if (!isFit(fresh) || fresh.reveal().equals(old.reveal())) {
      return PasswordChange.UNFIT;
    }
    boolean done =
        store.replaceKeys(
            known, user.dialect(), user.username(), passwords.verifier(fresh, chance));
    credentials.invalidate(user);
    return done ? PasswordChange.DONE : PasswordChange.REFUSED;
  }

  private static boolean isFit(Secret password) {
    return password.reveal().length() >= SHORTEST_PASSWORD && Verifier.isPossible(password);
  }

  private Caller.Proven admit(Partner partner, InetAddress from) {
    if (!mayCallFrom(partner, from)) {
      return new Caller.ForbiddenAddress();
    }
    if (!partner.active()) {
      return new Caller.Suspended(partner);
    }
    var perMinute = partner.limits().perMinute();
    return perMinute == null || meters.get(new Meter(partner.id(), perMinute)).tryConsume(1)
        ? new Caller.Known(partner)
        : new Caller.TooMany(partner);
  }

  private static boolean mayCallFrom(Partner partner, InetAddress from) {
    return partner.addresses().isEmpty()
        || partner.addresses().stream().anyMatch(network -> network.contains(from));
  }

  private static Bucket bucket(int perMinute) {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(perMinute)
                .refillGreedy(perMinute, Duration.ofMinutes(1))
                .build())
        .build();
  }

  private record User(String dialect, String username) {}

  private record Meter(String partner, int perMinute) {}
}
