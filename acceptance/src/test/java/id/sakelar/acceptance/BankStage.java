package id.sakelar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What has happened at the sandbox's bank before hostile requests come, by the names that the
/// files of hostile requests have for it. For one thread.
final class BankStage {
  /// A customer's PIN.
  static final String CUSTOMER_PIN = "246810";

  private final LiveSandbox sandbox;
  private final Map<String, String> staged = new HashMap<>();

  private BankStage(LiveSandbox sandbox) {
    this.sandbox = sandbox;
  }

  /// Has it happen. What is secret of it is looked out for from now on.
  static Map<String, String> set(LiveSandbox sandbox) throws IOException {
    var stage = new BankStage(sandbox);
    var one = Counter.one(sandbox);
    var other = Counter.other(sandbox);
    stage.setSessions(one, other);
    stage.setCounter(one, other);
    stage.setBills(one, other);
    stage.setSwitcher(new Switched(sandbox));
    sandbox.canaries().watchForPin(CUSTOMER_PIN);
    sandbox.canaries().watchFor(CounterWords.IDENTITY);
    sandbox.canaries().watchFor(CounterWords.MOTHER);
    return Map.copyOf(stage.staged);
  }

  private void setSessions(Counter one, Counter other) throws IOException {
    staged.put("session", one.agent().session());
    staged.put("session-other", other.agent().session());
    var ended = Agent.one(sandbox);
    assertThat(ended.ask("users/logout", "").get("code").asString()).isEqualTo("00");
    staged.put("session-ended", ended.session());
    staged.forEach((_, session) -> sandbox.canaries().watchFor(session));
  }

  private void setCounter(Counter one, Counter other) throws IOException {
    staged.put("savings", one.open(100_000, CUSTOMER_PIN));
    done(one.deposit("h-used", "14047", 25_000));
    staged.put("transaction", id(one.inquireInterbank()));
    staged.put("transaction-other", id(other.inquireInterbank()));
    var used = one.inquireInterbank();
    done(one.interbank("h-sent", used, 10_000));
    staged.put("transaction-used", id(used));
  }

  private static String id(JsonNode quote) {
    return quote.get("transaction_id").asString();
  }

  private void setBills(Counter one, Counter other) throws IOException {
    staged.put("bill", bill(one));
    staged.put("bill-other", bill(other));
  }

  private static String bill(Counter counter) throws IOException {
    var asked = "{\"product_code\":\"pln\",\"customer_number\":\"530000000001\"}";
    return done(counter.agent().ask("bill/inquiry", asked)).get("transaction_id").asString();
  }

  private void setSwitcher(Switched switcher) throws IOException {
    staged.put("refnum", Switched.freshRefnum());
    staged.put("journal", transfer(switcher, staged.get("refnum")));
    staged.put("refnum-reversed", Switched.freshRefnum());
    staged.put("journal-reversed", transfer(switcher, staged.get("refnum-reversed")));
    staged.put("refnum-reversal", Switched.freshRefnum());
    var reversal =
        switcher.reverse(
            staged.get("refnum-reversal"),
            staged.get("refnum-reversed"),
            staged.get("journal-reversed"));
    staged.put("journal-reversal", done(reversal).get("journal").asString());
    setFailed(switcher);
    staged.put("code", switcher.code(Switched.BRI, Switched.BRI_RICH));
    staged.put("code-ours", switcher.code(Switched.OURS, "14047"));
  }

  private String transfer(Switched switcher, String refnum) throws IOException {
    staged.put("code-used", switcher.code(Switched.BRI, Switched.BRI_RICH));
    var told =
        switcher.transfer(refnum, staged.get("code-used"), Switched.BRI, Switched.BRI_OTHER, 1_000);
    return done(told).get("journal").asString();
  }

  private void setFailed(Switched switcher) throws IOException {
    var code = switcher.code(Switched.BRI, Switched.BRI_RICH);
    staged.put("refnum-failed", Switched.freshRefnum());
    sandbox.temper("bank-bri", "{\"refusals_percent\":100}");
    var told =
        switcher.transfer(
            staged.get("refnum-failed"), code, Switched.BRI, Switched.BRI_OTHER, 1_000);
    sandbox.temper("bank-bri", "{}");
    assertThat(told.get("code").asString()).as(told.toString()).isEqualTo("-1");
  }

  private static JsonNode done(JsonNode told) {
    assertThat(told.get("code").asString()).as(told.toString()).isEqualTo("00");
    return told.get("data");
  }
}
