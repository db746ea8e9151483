package id.sakelar.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A partner may name a host out on the internet, and nothing that leads back to us.
class WebhookPolicyTest {
  private static final WebhookPolicy STRICT = new WebhookPolicy(Set.of(8443), false);
  private static final WebhookPolicy SANDBOX = new WebhookPolicy(Set.of(), true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hook.example",
        "https://hook.example.co.id/pay/notify?key=1",
        "https://hook.example:443/",
        "https://hook.example:8443/a",
        "HTTPS://Hook-1.Example/a%20b",
      })
  void a_full_name_over_https_is_accepted(String url) {
    assertThat(STRICT.check(url))
        .isInstanceOfSatisfying(
            WebhookUrl.class, accepted -> assertThat(accepted.text()).isEqualTo(url));
  }

  @ParameterizedTest
  @CsvSource({
    "http://hook.example/, NOT_HTTPS",
    "ftp://hook.example/, NOT_HTTPS",
    "file://hook.example/etc/passwd, NOT_HTTPS",
    "https:hook.example, MALFORMED",
    "//hook.example/, MALFORMED",
    "hook.example, MALFORMED",
    "'', MALFORMED",
    "'https://hook.example/a b', MALFORMED",
    "'https://hook.example\\@10.0.0.1/', MALFORMED",
    "https://user@hook.example/, USER_INFO",
    "https://user:secret@hook.example/, USER_INFO",
    "https://hook.example@10.0.0.1/, USER_INFO",
    "https://hook.example/#a, FRAGMENT",
    "https://127.0.0.1/, NOT_A_NAME",
    "https://203.0.113.5/, NOT_A_NAME",
    "https://2130706433/, NOT_A_NAME",
    "https://0x7f000001/, NOT_A_NAME",
    "https://0177.0.0.1/, NOT_A_NAME",
    "https://127.1/, NOT_A_NAME",
    "https://[::1]/, NOT_A_NAME",
    "https://[::ffff:127.0.0.1]/, NOT_A_NAME",
    "https://localhost/, NOT_A_NAME",
    "https://hook/, NOT_A_NAME",
    "https://hook_1.example/, NOT_A_NAME",
    "https://hook.example./, NOT_A_NAME",
    "https://hook.example:80/, PORT",
    "https://hook.example:22/, PORT",
    "https://hook.example:0/, PORT"
  })
  void anything_else_is_refused_with_the_first_reason(String url, WebhookFault fault) {
    assertThat(STRICT.check(url)).isEqualTo(fault);
  }

  @Test
  void two_hundred_characters_are_enough() {
    String longest = "https://hook.example/" + "a".repeat(179);

    assertThat(STRICT.check(longest)).isInstanceOf(WebhookUrl.class);
    assertThat(STRICT.check(longest + "a")).isEqualTo(WebhookFault.TOO_LONG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:9000/hook", "http://127.0.0.1:9000/", "http://a.id:81"})
  void a_sandbox_may_call_its_own_desk(String url) {
    assertThat(SANDBOX.check(url)).isInstanceOf(WebhookUrl.class);
  }

  @ParameterizedTest
  @CsvSource({
    "http://10.0.0.1/, NOT_A_NAME",
    "http://a@localhost/, USER_INFO",
    "ftp://localhost/, NOT_HTTPS"
  })
  void a_sandbox_is_strict_in_the_rest(String url, WebhookFault fault) {
    assertThat(SANDBOX.check(url)).isEqualTo(fault);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.2.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::8.8.8.8",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:0a00:0001::1",
        "2002:7f00:0001::1",
        "fc00::1",
        "fdff::1",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void an_address_that_leads_back_or_nowhere_is_not_permitted(String literal) {
    assertThat(STRICT.permits(InetAddress.ofLiteral(literal))).isFalse();
  }

  @Test
  void an_address_of_four_bytes_in_sixteen_is_not_permitted() throws Exception {
    byte[] mapped = InetAddress.ofLiteral("::1").getAddress();
    mapped[10] = -1;
    mapped[11] = -1;
    mapped[12] = 8;

    assertThat(STRICT.permits(Inet6Address.getByAddress(null, mapped, -1))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "198.17.0.1",
        "198.20.0.1",
        "223.255.255.255",
        "2400:cb00::1",
        "64:ff9b::8.8.8.8"
      })
  void an_address_on_the_internet_is_permitted(String literal) {
    assertThat(STRICT.permits(InetAddress.ofLiteral(literal))).isTrue();
  }

  @Test
  void a_sandbox_permits_this_machine_and_no_neighbour() {
    assertThat(SANDBOX.permits(InetAddress.ofLiteral("127.0.0.1"))).isTrue();
    assertThat(SANDBOX.permits(InetAddress.ofLiteral("::1"))).isTrue();
    assertThat(SANDBOX.permits(InetAddress.ofLiteral("10.0.0.1"))).isFalse();
  }

  @Test
  void the_text_of_an_address_leaves_out_its_path() {
    assertThat(STRICT.check("https://hook.example/secret?key=1"))
        .hasToString("https://hook.example:443");
  }
}
