package id.sakelar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A caller of the sandbox's switcher. Asking is thread-safe.
///
/// @param sandbox whose switcher it is
record Switched(LiveSandbox sandbox) {
  static final String BRI = "BRINIDJA";
  static final String MANDIRI = "008";
  static final String OURS = "009";

  /// Accounts that the document prints.
  static final String BRI_RICH = "888801000003301";

  static final String BRI_OTHER = "888801000157508";
  static final String MANDIRI_ONE = "114451186";

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final AtomicLong REFNUMS = new AtomicLong(8_000_000_000_000_000L);

  /// A refnum that nobody has used.
  static String freshRefnum() {
    return Long.toString(REFNUMS.incrementAndGet());
  }

  JsonNode inquire(String bank, String account) throws IOException {
    return ask("/inquiry", inquiring(bank, account));
  }

  static String inquiring(String bank, String account) {
    return CounterWords.written("{'refnum':'','bank':'%s','account':'%s'}", bank, account);
  }

  /// Leave to send money to an account, once.
  String code(String bank, String account) throws IOException {
    var told = inquire(bank, account);
    assertThat(told.get("code").asString()).as(told.toString()).isEqualTo("00");
    return told.get("data").get("paymentCode").asString();
  }

  /// Sends money to the account of a code.
  JsonNode transfer(String refnum, String code, String bank, String account, long amount)
      throws IOException {
    return ask("/transfer", transferring(refnum, code, bank, account, amount));
  }

  static String transferring(String refnum, String code, String bank, String account, long amount) {
    return CounterWords.written(
        "{'refnum':'%s','paymentCode':'%s','sourceBank':'%s','sourceAccount':'%s','amount':%d,"
            + "'remark':'Narration Test'}",
        refnum, code, bank, account, amount);
  }

  JsonNode reverse(String refnum, String target, String journal) throws IOException {
    return ask("/reversal", reversing(refnum, target, journal));
  }

  static String reversing(String refnum, String target, String journal) {
    return CounterWords.written(
        "{'refnum':'%s','refnumTarget':'%s','journal':'%s'}", refnum, target, journal);
  }

  JsonNode check(String refnum) throws IOException {
    return ask("/check", checking(refnum));
  }

  static String checking(String refnum) {
    return CounterWords.written("{'refnum':'%s'}", refnum);
  }

  /// What an account holds, in rupiah, as its bank tells.
  long balance(String bank, String account) throws IOException {
    return inquire(bank, account).get("data").get("balance").decimalValue().longValueExact();
  }

  JsonNode ask(String path, String body) throws IOException {
    return JSON.readTree(LiveSandbox.text(sandbox.order(path, body)));
  }
}
