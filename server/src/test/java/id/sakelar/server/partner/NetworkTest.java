package id.sakelar.server.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which addresses are in a range of addresses.
class NetworkTest {
  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.7, true",
    "203.0.113.7, 203.0.113.8, false",
    "203.0.113.0/24, 203.0.113.255, true",
    "203.0.113.0/24, 203.0.114.0, false",
    "203.0.113.99/24, 203.0.113.1, true",
    "10.0.0.0/9, 10.127.255.255, true",
    "10.0.0.0/9, 10.128.0.0, false",
    "203.0.113.4/31, 203.0.113.5, true",
    "203.0.113.4/31, 203.0.113.6, false",
    "0.0.0.0/0, 198.51.100.1, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/32, 2001:db9::1, false",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "::/0, 198.51.100.1, false",
    "203.0.113.7, ::ffff:203.0.113.7, true",
  })
  void an_address_is_inside_when_the_leading_bits_are_the_same(
      String network, String address, boolean inside) {
    var from = InetAddress.ofLiteral(address);

    assertThat(Network.parse(network).contains(from)).isEqualTo(inside);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "example.com",
        "192.168.1",
        "192.168.1/24",
        "3232235777",
        "1.2.3.4.5",
        "010.0.0.1",
        "256.0.0.1",
        "1.2.3.4 ",
        "0x7f.0.0.1",
        "12345678",
        "fe80::1%eth0",
        ":::",
        "cafe"
      })
  void a_text_that_is_no_address_is_refused(String text) {
    assertThatThrownBy(() -> Network.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/+8",
        "10.0.0.0/08",
        "10.0.0.0/8/8",
        "10.0.0.0/\u0668",
        "2001:db8::/129",
        "10.0.0.0/999"
      })
  void a_number_of_bits_that_cannot_be_is_refused(String text) {
    assertThatThrownBy(() -> Network.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a network: " + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"203.0.113.7", "10.0.0.0/9", "2001:db8::/32", "::1"})
  void a_network_is_read_as_it_is_written(String text) {
    var network = Network.parse(text);

    assertThat(Network.parse(network.toString())).isEqualTo(network).hasSameHashCodeAs(network);
  }

  @Test
  void networks_of_different_size_are_different() {
    assertThat(Network.parse("10.0.0.0/8")).isNotEqualTo(Network.parse("10.0.0.0/9"));
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.7/32",
    "2001:db8:0:1:2:3:4:5, 2001:db8:0:1::/64",
    "::ffff:203.0.113.7, 203.0.113.7/32"
  })
  void one_customer_calls_from_an_address_or_from_64_bits_of_them(String from, String network) {
    assertThat(Network.around(InetAddress.ofLiteral(from))).isEqualTo(Network.parse(network));
  }
}
