package id.sakelar.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The signature is that of name, moment and body, as libraries of the convention calculate it.
class WebhookSignatureTest {
  private static final byte[] BODY = "{\"status\":\"paid\"}".getBytes(UTF_8);
  private static final Instant MOMENT = Instant.ofEpochSecond(1_614_265_330);

  @Test
  void a_message_is_signed_with_its_name_and_its_moment() {
    var headers = WebhookSignature.headers("msg_1", MOMENT, BODY, Optional.of("rahasia"));

    assertThat(headers)
        .isEqualTo(
            Map.of(
                "webhook-id", "msg_1",
                "webhook-timestamp", "1614265330",
                "webhook-signature", "v1,mVrYnar5g0gQcisA2yNFPmZZgcuPWBln6uDKiDJhBl0="));
  }

  @Test
  void without_a_secret_nothing_is_signed() {
    assertThat(WebhookSignature.headers("msg_1", MOMENT, BODY, Optional.empty()))
        .isEqualTo(Map.of("webhook-id", "msg_1", "webhook-timestamp", "1614265330"));
  }
}
