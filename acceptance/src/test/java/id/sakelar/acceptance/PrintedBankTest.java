package id.sakelar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.http.Heard;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every exchange that the document of Bank+ prints can be had as it is printed, in its order, with
/// one fresh sandbox: the balances too.
class PrintedBankTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  /// Times, and what the bank makes up; whatever else differs is a difference.
  private static final List<String> MADE_UP =
      List.of(
          "session_id",
          "data.date_time",
          "data.timestamp",
          "data.referenceNumber",
          "data.trace_code",
          "data.paymentCode",
          "data.account_number_customer",
          "data.password_updated_at",
          "data.pin_updated_at");

  /// Made up where the request does not name them.
  private static final Map<String, List<String>> MADE_UP_IN =
      Map.of(
          "Check Customer Balance", List.of("message"),
          "Antarbank Transfer (Inquiry)", List.of("data.transaction_id"),
          "Transfer", List.of("data.journal"),
          "Reversal", List.of("data.refnum", "data.journal"));

  /// What gets the printed refusals: of these the document prints the answers only.
  private static final Map<String, String> REFUSED =
      Map.ofEntries(
          Map.entry("Authentication", "{\"username\":\"BNIUS100294\",\"password\":\"wrong\"}"),
          Map.entry("Get BSA Graph", "{\"month\":\"1999-01\"}"),
          Map.entry("Get Wilayah", "{\"propinsi\":\"Nowhere\",\"kabupaten\":\"Nowhere\"}"),
          Map.entry("Change Password", "{\"old\":\"wrong\",\"new\":\"another-1\"}"),
          Map.entry("Check Account", "{\"accountNum\":\"999\"}"),
          Map.entry(
              "Check Customer Balance", "{\"pin_platform\":\"000000\",\"accountNum\":\"4447\"}"),
          Map.entry("Deposit Account", deposit("999")),
          Map.entry("Intrabank Transfer (Inquiry)", "{\"account_number\":\"999\"}"),
          Map.entry(
              "Antarbank Transfer (Inquiry)", "{\"bank_code\":\"008\",\"account_number\":\"999\"}"),
          Map.entry(
              "Account Inquiry",
              "{\"refnum\":\"\",\"bank\":\"BRINIDJA\",\"account\":\"88880100000330021\"}"),
          Map.entry("Transfer", transfer("888801000157599")),
          Map.entry(
              "Reversal",
              "{\"refnum\":\"\",\"refnumTarget\":\"2004211931426110\",\"journal\":\"1001\"}"),
          Map.entry("Status Check", "{\"refnum\":\"2004211931426119\"}"));

  private String password = "T6jkl4ss";
  private String refnum = "2006051013592980";

  @Test
  void a_fresh_sandbox_answers_as_printed() throws Exception {
    try (var sandbox = LiveSandbox.startFresh()) {
      var each = new SoftAssertions();
      for (JsonNode printed : read("bankplus")) {
        compare(each, printed, tell(sandbox, printed));
      }
      for (JsonNode printed : switcherBeforeItsReversal()) {
        compare(each, printed, order(sandbox, printed));
      }
      each.assertAll();
    }
  }

  @Test
  void the_document_prints_fifty_three_exchanges() throws IOException {
    assertThat(read("bankplus").size() + read("switcher").size()).isEqualTo(53);
  }

  private static JsonNode read(String document) throws IOException {
    var file = "/printed/" + document + ".json";
    try (var page = PrintedBankTest.class.getResourceAsStream(file)) {
      return JSON.readTree(Objects.requireNonNull(page));
    }
  }

  /// The status that is printed last is that of the transfer before it was reversed.
  private static List<JsonNode> switcherBeforeItsReversal() throws IOException {
    var printed = new ArrayList<JsonNode>();
    read("switcher").forEach(printed::add);
    printed.sort(Comparator.comparing(entry -> title(entry).equals("Reversal")));
    return printed;
  }

  private static boolean succeeds(JsonNode printed) {
    return printed.get("outcome").asString().equals("success");
  }

  private static String title(JsonNode printed) {
    return printed.get("title").asString();
  }

  private static boolean isSessionMissing(JsonNode printed) {
    return printed.get("response").get("code").asString().equals("SESSION_NOT_FOUND");
  }

  private Heard tell(LiveSandbox sandbox, JsonNode printed) throws IOException {
    var path = printed.get("path").asString();
    if (path.endsWith("users/auth")) {
      return sandbox.tell(path, Map.of(), body(printed));
    }
    if (isSessionMissing(printed)) {
      return sandbox.tell(path, Map.of("sessionid", "x".repeat(80)), "");
    }
    var agent = Agent.logIn(sandbox, "BNIUS100294", password);
    var heard = agent.send(path.substring("/bankplus/".length()), Agent.freshSid(), body(printed));
    if (title(printed).equals("Change Password") && succeeds(printed)) {
      password = "T6jkl4s1";
    }
    return heard;
  }

  /// As printed; of a refusal what gets it: the good request with a wrong PIN, or one of the list.
  private static String body(JsonNode printed) throws IOException {
    if (!printed.get("request").isNull()) {
      return printed.get("request").toString();
    }
    if (succeeds(printed)) {
      return "";
    }
    var listed = REFUSED.get(title(printed));
    return listed == null ? wrongPin(printed) : listed;
  }

  private static String wrongPin(JsonNode printed) throws IOException {
    for (JsonNode other : read("bankplus")) {
      if (title(other).equals(title(printed)) && succeeds(other)) {
        return other.get("request").toString().replace("359569", "000000");
      }
    }
    throw new AssertionError(title(printed));
  }

  private Heard order(LiveSandbox sandbox, JsonNode printed) throws IOException {
    var body = body(printed).replace("{{refnum}}", refnum);
    if (title(printed).equals("Transfer")) {
      body = body.replaceAll("[0-9a-f]{32}", leave(sandbox));
      refnum = "2006051013592981";
    }
    return sandbox.order(printed.get("path").asString(), body);
  }

  /// To pay to the account of the printed transfer.
  private static String leave(LiveSandbox sandbox) throws IOException {
    var asked = "{\"refnum\":\"\",\"bank\":\"BRINIDJA\",\"account\":\"888801000003301\"}";
    var told = JSON.readTree(LiveSandbox.text(sandbox.order("/inquiry", asked)));
    return told.get("data").get("paymentCode").asString();
  }

  private static void compare(SoftAssertions each, JsonNode printed, Heard heard) {
    var mayDiffer = new ArrayList<>(MADE_UP);
    mayDiffer.addAll(MADE_UP_IN.getOrDefault(title(printed), List.of()));
    if (!succeeds(printed)) {
      mayDiffer.remove("message");
    }
    if (printed.get("path").asString().equals("/inquiry")) {
      mayDiffer.add("data.refnum");
    }
    var status = printed.get("response").at("/debug/status").asInt(200);
    each.assertThat(heard.status() + "\n" + Likeness.of(LiveSandbox.text(heard), mayDiffer))
        .as(title(printed))
        .isEqualTo(status + "\n" + Likeness.of(printed.get("response").toString(), mayDiffer));
    each.assertThat(heard.findHeader("Content-Type")).hasValue("application/json;charset=utf-8");
  }

  private static String deposit(String account) {
    return "{\"toAccount\":\"%s\",\"name\":\"x\",\"amount\":\"25000\",\"narration\":\"test\","
            .formatted(account)
        + "\"pin_transaksi\":\"359569\"}";
  }

  private static String transfer(String source) {
    return "{\"refnum\":\"{{refnum}}\",\"paymentCode\":\"49d9e746267815261ccb61b83c4868a9\","
        + "\"sourceBank\":\"BRINIDJA\",\"sourceAccount\":\"%s\",\"amount\":1000,".formatted(source)
        + "\"remark\":\"Narration Test\"}";
  }
}
