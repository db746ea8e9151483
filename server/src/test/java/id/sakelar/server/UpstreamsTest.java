package id.sakelar.server;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.BillerProfile;
import id.sakelar.server.payment.InFlight;
import id.sakelar.server.payment.Samples;
import id.sakelar.server.payment.TickingClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the settings of a biller make of it.
class UpstreamsTest {
  @TempDir private Path folder;

  private Settings settings() throws IOException {
    var key = folder.resolve("one.key");
    Files.writeString(key, "secret");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    return Settings.of(
        Map.of(
            "sakelar.database.url", "jdbc:postgresql://localhost/sakelar",
            "sakelar.database.user", "sakelar",
            "sakelar.vault.key-file", "vault.key",
            "sakelar.upstreams.one.dialect", "digiswitch",
            "sakelar.upstreams.one.url", "https://biller.example",
            "sakelar.upstreams.one.username", "us",
            "sakelar.upstreams.one.key-file", key.toString(),
            "sakelar.upstreams.one.elsewhere", "rc 44, rc 55",
            "sakelar.upstreams.one.resend-within", "24h",
            "sakelar.upstreams.one.most-in-flight", "1000000"),
        Map.of());
  }

  @Test
  void a_profile_is_what_the_settings_say() throws IOException {
    var registry = new SimpleMeterRegistry();
    var clock = new TickingClock(Samples.NOON);
    var inFlight = new InFlight(() -> Map.of("one", Rupiah.of(1_000_001)), clock);
    try (var upstreams = Upstreams.open(settings().upstreams(), inFlight, clock, registry)) {
      var one = requireNonNull(upstreams.all().get("one"));

      var standard = BillerProfile.standard();
      assertThat(one.profile())
          .isEqualTo(
              new BillerProfile(
                  standard.readBudget(),
                  standard.lease(),
                  standard.pace(),
                  standard.notFoundFinal(),
                  standard.notFoundAfter(),
                  standard.notFoundApart(),
                  standard.reviewAfter(),
                  Duration.ofSeconds(15),
                  Duration.ofHours(24),
                  Set.of("rc 44", "rc 55")));
      assertThat(one.biller().admits(Rupiah.ZERO)).isFalse();
      assertThat(upstreams.standings())
          .singleElement()
          .satisfies(standing -> assertThat(standing.isOpen()).isFalse());
      assertThat(registry.get("sakelar.upstream.in.flight").gauge().value()).isEqualTo(1_000_001);
      assertThat(registry.get("sakelar.upstream.breaker").gauge().value()).isZero();
    }
  }
}
