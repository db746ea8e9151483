package id.sakelar.server.partner;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import id.sakelar.server.partner.PartnerStore.Credentials;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/// Decides who calls. Thread-safe; knows of changes within five seconds.
public final class Partners {
  private static final Duration FRESH = Duration.ofSeconds(5);

  /// Tried when there is no such user, so that the answer takes as long as for a wrong key.
  private static final Secret NOBODYS = new Secret("no partner has this key at all");

  private final LoadingCache<User, Optional<Credentials>> credentials;
  private final LoadingCache<Meter, Bucket> meters =
      Caffeine.newBuilder().maximumSize(10_000).build(meter -> bucket(meter.perMinute()));

  public Partners(PartnerStore store) {
    this.credentials =
        Caffeine.newBuilder()
            .expireAfterWrite(FRESH)
            .maximumSize(10_000)
            .build(user -> store.findCredentials(user.dialect(), user.username()));
  }

  /// Decides whose call this is.
  ///
  /// @param signed whether the call was signed with a key; tried with each live key in turn, and
  ///   must take constant time
  public Caller identify(
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
