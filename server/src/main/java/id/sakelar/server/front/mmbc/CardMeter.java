package id.sakelar.server.front.mmbc;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import id.sakelar.server.partner.Partner;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/// Counts after how many cards each partner asks. Thread-safe.
final class CardMeter {
  private final LoadingCache<String, Bucket> buckets;

  CardMeter(int perMinute) {
    this.buckets = Caffeine.newBuilder().maximumSize(10_000).build(_ -> bucket(perMinute));
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

  /// Whether the partner may ask after one more.
  boolean mayAsk(Partner partner) {
    return buckets.get(partner.id()).tryConsume(1);
  }
}
