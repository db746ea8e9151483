package id.sakelar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The published test numbers of IAK in both schemes: of the older one for every partner, of the
/// newer one for the partner who has it.
class IakNumbersTest {
  private static final Client OLDER = new Client("123123123", "sandbox-api-key");
  private static final Client NEWER = new Client("456456456", "newer-api-key");

  private static LiveSandbox sandbox;

  @BeforeAll
  static void start() throws Exception {
    sandbox = LiveSandbox.startFresh();
  }

  @AfterEach
  void assertWhole() throws Exception {
    sandbox.assertWhole();
  }

  @AfterAll
  static void stop() throws Exception {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "older, PLNPOSTPAID, 530000000001, 00, 00, 00",
    "older, PLNPOSTPAID, 530000000002, 00, 00, 00",
    "older, PLNPOSTPAID, 530000000003, 09, , ",
    "older, PLNPOSTPAID, 530000000004, 01, , ",
    "older, FNMEGA, 6391601205, 14, , ",
    "older, FNMEGA, 6391601206, 00, 37, 37",
    "older, FNMEGA, 6391601207, 00, 39, 00",
    "newer, FNMEGA, 6391600000, 00, 00, 00",
    "newer, FNMEGA, 6391600014, 14, , ",
    "newer, FNMEGA, 6391601037, 00, 37, 37",
    "newer, FNMEGA, 6391601039, 00, 39, 00",
    "newer, PLNPOSTPAID, 530000000001, 01, , ",
    "newer, PLNPOSTPAID, 530000000999, 00, 00, 00",
  })
  void a_test_number_does_what_is_published(
      String scheme, String code, String hp, String inquiry, String payment, String end)
      throws Exception {
    var client = scheme.equals("older") ? OLDER : NEWER;
    var reference = scheme + "-" + code + "-" + hp;

    var bill =
        ask(
            client,
            "\"commands\":\"inq-pasca\",\"code\":\"%s\",\"hp\":\"%s\",\"ref_id\":\"%s\""
                .formatted(code, hp, reference),
            reference);

    assertThat(told(bill)).isEqualTo(inquiry);
    if (payment != null) {
      var number = bill.get("tr_id").asString();
      var paid =
          ask(client, "\"commands\":\"pay-pasca\",\"tr_id\":\"%s\"".formatted(number), number);
      assertThat(told(paid)).isEqualTo(payment);
      var status = "\"commands\":\"checkstatus\",\"ref_id\":\"%s\"".formatted(reference);
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> told(ask(client, status, "cs")).equals(end));
    }
  }

  private static String told(JsonNode data) {
    return data.get("response_code").asString();
  }

  private static JsonNode ask(Client client, String fields, String signed) throws IOException {
    var body =
        "{\"username\":\"%s\",%s,\"sign\":\"%s\"}"
            .formatted(client.username(), fields, client.sign(signed));
    var heard = sandbox.send("POST", "/api/v1/bill/check", "application/json", body);
    return JsonMapper.shared().readTree(LiveSandbox.text(heard)).get("data");
  }
}
