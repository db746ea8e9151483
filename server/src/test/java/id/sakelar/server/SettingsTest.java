package id.sakelar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The configuration: what it is when little is said, and that everything wrong is told at once.
class SettingsTest {
  private static final Map<String, String> LEAST =
      Map.of(
          "sakelar.database.url", "jdbc:postgresql://localhost/sakelar",
          "sakelar.database.user", "sakelar",
          "sakelar.vault.key-file", "vault.key",
          "sakelar.upstreams.one.dialect", "digiswitch",
          "sakelar.upstreams.one.url", "https://biller.example",
          "sakelar.upstreams.one.username", "us",
          "sakelar.upstreams.one.key-file", "one.key");

  @Test
  void what_is_not_said_has_its_documented_value() {
    var settings = Settings.of(LEAST, Map.of());

    assertThat(settings.answerWithin().digiswitch()).isEqualTo(Duration.ofSeconds(9));
    assertThat(settings.partners().port()).isEqualTo(8080);
    assertThat(settings.console().host()).isEqualTo("127.0.0.1");
    assertThat(settings.vault().keyFile()).isEqualTo(Path.of("vault.key"));
    var upstream = Objects.requireNonNull(settings.upstreams().get("one"));
    assertThat(upstream.readWithin()).isEqualTo(Duration.ofSeconds(40));
    assertThat(upstream.notFoundFinal()).isFalse();
    assertThat(upstream.takesTests()).isFalse();
    assertThat(upstream.dispatchWithin()).isEqualTo(Duration.ofSeconds(15));
    assertThat(upstream.resendWithin()).isEqualTo(Duration.ZERO);
    assertThat(upstream.elsewhere()).isEmpty();
    assertThat(upstream.mostInFlight()).isEmpty();
    assertThat(upstream.questionsAtOnce()).isEqualTo(4);
    assertThat(upstream.breaker().rest()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.compareEvery()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void the_environment_overrides_the_file() {
    var settings = Settings.of(LEAST, Map.of("SAKELAR_DATABASE_URL", "jdbc:postgresql://db/other"));

    assertThat(settings.database().url()).isEqualTo("jdbc:postgresql://db/other");
  }

  @Test
  void values_that_mean_nothing_are_told_all_at_once() {
    var values = new TreeMap<>(LEAST);
    values.put("sakelar.console.port", "70000");
    values.put("sakelar.upstreams.one.dialect", "klingon");
    values.put("sakelar.upstreams.one.url", "ftp://biller.example");
    values.put("sakelar.upstreams.one.pace", "-1");
    values.put("sakelar.upstreams.one.lease", "1s");
    values.put("sakelar.upstreams.one.dispatch-within", "0s");
    values.put("sakelar.upstreams.one.most-in-flight", "0");
    values.put("sakelar.upstreams.one.breaker.failures", "101");

    assertThatThrownBy(() -> Settings.of(values, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            the configuration is wrong:
              sakelar.console.port is 0 to 65535
              sakelar.upstreams.one.dialect is digiswitch, iak or mmbc
              sakelar.upstreams.one.url is http or https, a host and perhaps a port
              sakelar.upstreams.one.lease is longer than read-within
              sakelar.upstreams.one.pace is above 0
              sakelar.upstreams.one.dispatch-within is above 0
              sakelar.upstreams.one.most-in-flight is above 0
              sakelar.upstreams.one.breaker.failures is 1 to 100\
            """);
  }

  @Test
  void what_is_missing_or_unknown_is_told_without_names_of_classes() {
    var values = new TreeMap<>(LEAST);
    values.remove("sakelar.database.user");
    values.put("sakelar.answer-within.digiswitch", "soon");
    values.put("sakelar.anser-within", "9s");

    assertThatThrownBy(() -> Settings.of(values, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the configuration is wrong:")
        .hasMessageContaining("sakelar.database.user")
        .hasMessageContaining("sakelar.anser-within")
        .hasMessageContaining("sakelar.answer-within.digiswitch")
        .hasMessageNotContainingAny("Exception", "SRCFG");
  }
}
