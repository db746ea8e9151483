package id.sakelar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The configuration of our bank, and who may reach its switcher.
class BankSettingsTest {
  private static final Map<String, String> LEAST =
      Map.of(
          "sakelar.database.url", "jdbc:postgresql://localhost/sakelar",
          "sakelar.database.user", "sakelar",
          "sakelar.vault.key-file", "vault.key",
          "sakelar.bank.name", "BNI",
          "sakelar.bank.code", "009",
          "sakelar.bank.bic", "BNINIDJA",
          "sakelar.bank.pepper-file", "pepper",
          "sakelar.bank.images", "images");

  @Test
  void there_is_no_bank_where_none_is_configured() {
    var values = new TreeMap<>(LEAST);
    values.keySet().removeIf(key -> key.startsWith("sakelar.bank."));

    assertThat(Settings.of(values, Map.of()).bank()).isEmpty();
  }

  @Test
  void the_switcher_is_on_loopback_unless_said_otherwise() {
    var settings = Settings.of(LEAST, Map.of());

    assertThat(settings.switcher().host()).isEqualTo("127.0.0.1");
    assertThat(settings.switcher().port()).isEqualTo(7221);
    assertThat(settings.agents().sessionIdle()).isEqualTo(Duration.ofMinutes(15));
    assertThat(settings.agents().strictIdentity()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "192.168.172.15", "::", "switcher.example"})
  void a_wider_switcher_needs_certificates_or_a_list_of_callers(String host) {
    var wide = new TreeMap<>(LEAST);
    wide.put("sakelar.switcher.host", host);
    var everybody = new TreeMap<>(wide);
    everybody.put("sakelar.switcher.callers.all", "0.0.0.0/0");
    var halves = new TreeMap<>(wide);
    halves.put("sakelar.switcher.callers.all", "0.0.0.0/1,128.0.0.0/1");
    var listed = new TreeMap<>(wide);
    listed.put("sakelar.switcher.callers.core", "192.168.172.0/24,10.1.2.3");
    var certified = new TreeMap<>(wide);
    certified.put("sakelar.switcher.tls.key-store", "ours.p12");
    certified.put("sakelar.switcher.tls.key-store-password-file", "word");
    certified.put("sakelar.switcher.tls.trust-store", "theirs.p12");

    assertRefused(wide);
    assertRefused(everybody);
    assertRefused(halves);
    assertThat(Settings.of(listed, Map.of()).bank()).isPresent();
    assertThat(Settings.of(certified, Map.of()).bank()).isPresent();
  }

  private static void assertRefused(Map<String, String> values) {
    assertThatThrownBy(() -> Settings.of(values, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            the configuration is wrong:
              sakelar.switcher.host beyond this machine needs tls, or callers with networks of \
            less than everybody""");
  }

  @Test
  void values_that_mean_nothing_are_told_all_at_once() {
    var values = new TreeMap<>(LEAST);
    values.put("sakelar.bank.code", "9");
    values.put("sakelar.agents.interbank-fee", "-1");
    values.put("sakelar.savings.other.least-class", "D");
    values.put("sakelar.switcher.callers.core", "somewhere");
    values.put("sakelar.lines.bri.code", "002");
    values.put("sakelar.lines.bri.url", "http://bri.example");
    values.put("sakelar.lines.bri.escrow-account", "1");
    values.put("sakelar.lines.bri.lease", "1s");

    assertThatThrownBy(() -> Settings.of(values, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            the configuration is wrong:
              sakelar.bank.code has three digits
              sakelar.agents.interbank-fee is 0 or more
              sakelar.savings.other.least-class is A, B or C
              sakelar.savings has bsa among its products
              sakelar.switcher.callers.core is a name of a-z 0-9 and - with networks
              sakelar.lines.bri.lease is longer than twice read-within""");
  }
}
