package id.sakelar.server.front.bankplus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.http.Body;
import id.sakelar.http.Call;
import id.sakelar.server.partner.Network;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Callers of the switcher go by the name in their certificate, or else by their address.
class CallersTest {
  private static final Callers NOBODY = new Callers(Map.of());

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1"})
  void without_a_list_this_machine_is_local(String address) {
    assertThat(NOBODY.find(call(address, null))).contains("local");
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.168.1.4", "203.0.113.7", "2001:db8::1", "0.0.0.0"})
  void without_a_list_everybody_else_is_a_stranger(String address) {
    assertThat(NOBODY.find(call(address, null))).isEmpty();
  }

  @Test
  void the_first_whose_networks_hold_the_address_calls() {
    Map<String, List<Network>> networks = new LinkedHashMap<>();
    networks.put("bri", List.of(Network.parse("203.0.113.0/24"), Network.parse("2001:db8::/32")));
    networks.put("all", List.of(Network.parse("203.0.0.0/8")));
    var callers = new Callers(networks);

    assertThat(callers.find(call("203.0.113.7", null))).contains("bri");
    assertThat(callers.find(call("2001:db8::7", null))).contains("bri");
    assertThat(callers.find(call("203.0.114.7", null))).contains("all");
    assertThat(callers.find(call("127.0.0.1", null))).isEmpty();
  }

  @Test
  void a_certificate_is_believed_before_the_address() {
    var callers = new Callers(Map.of("bri", List.of(Network.parse("203.0.113.7"))));

    assertThat(callers.find(call("203.0.113.7", "mandiri"))).contains("mandiri");
    assertThat(NOBODY.find(call("198.51.100.1", "mandiri"))).contains("mandiri");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bank BRI", "BRI", "bri:x", "bri\n", "bri/../x"})
  void a_certificate_whose_name_is_none_of_a_caller_is_a_strangers(String name) {
    var callers = new Callers(Map.of("bri", List.of(Network.parse("203.0.113.7"))));

    assertThat(callers.find(call("203.0.113.7", name))).isEmpty();
    assertThat(NOBODY.find(call("127.0.0.1", name))).isEmpty();
  }

  @Test
  void a_name_that_no_owner_can_have_is_not_configured() {
    assertThatThrownBy(() -> new Callers(Map.of("Bank BRI", List.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the name of a caller is 1 to 50 of a-z 0-9 . _ -, not Bank BRI");
  }

  private static Call call(String from, @Nullable String certificate) {
    return new Call(
        "POST",
        "/check",
        Map.of(),
        "",
        Map.of(),
        InetAddress.ofLiteral(from),
        Body.NONE,
        certificate);
  }
}
