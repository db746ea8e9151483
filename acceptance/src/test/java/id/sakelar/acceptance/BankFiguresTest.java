package id.sakelar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// After a random day behind the counter the dashboards show what was done, and what a clerk would
/// count by hand in the database.
class BankFiguresTest {
  private static final long SEED = 20261120;
  private static final int ACTS = 60;

  /// Looking at accounts is limited, and some of the day's looks find nothing.
  private static final int LOOKS = 20;

  /// What is sold, by the title that its dashboard has for it.
  private static final Map<String, String> BILLS =
      Map.of(
          "PLN Pascabayar", "pln 530000000001",
          "PDAM", "pdam 1013226",
          "Mobile Postpaid", "hpthree 08991234501",
          "BPJS KS VA", "bpjs-iak 8801234560001");

  private static final Map<String, String> PURCHASES = Map.of("E-Money", "emoney 082100000001");

  private static final String BALANCES =
      """
      SELECT count(*), 'Customer Balance' FROM account_look
      WHERE username = 'BNIUS100294' AND operation = 'BALANCE' AND found
        AND date_trunc('month', at AT TIME ZONE 'Asia/Jakarta')
          = date_trunc('month', now() AT TIME ZONE 'Asia/Jakarta')
      """;

  private static final String SALES =
      """
      SELECT count(*), CASE family WHEN 'WATER' THEN 'PDAM' WHEN 'MOBILE' THEN 'Mobile Postpaid'
        WHEN 'HEALTH_INSURANCE' THEN 'BPJS KS VA' WHEN 'EMPLOYMENT_INSURANCE' THEN 'BPJS TK BPU'
        WHEN 'COMPANY_INSURANCE' THEN 'BPJS TK PU' ELSE product.name END AS title
      FROM payment JOIN product USING (product)
      WHERE partner = 'bnius100294' AND dialect = 'bankplus' AND state = 'SUCCEEDED'
      GROUP BY title
      """;

  private static final String GROWTH =
      """
      SELECT count(*), to_char(registered_at AT TIME ZONE 'Asia/Jakarta', 'YYYY-MM') AS month
      FROM agent WHERE mitra = 'BNI' AND username <> 'BNIUS100294' GROUP BY month
      """;

  private static final String SPREAD =
      """
      SELECT count(*), province FROM agent
      WHERE mitra = 'BNI' AND username <> 'BNIUS100294' AND status = 'ACTIVE'
        AND province IS NOT NULL
      GROUP BY province
      """;

  private static LiveSandbox sandbox;
  private static Counter counter;
  private static YearMonth month;

  private final Map<String, Long> done = new TreeMap<>();
  private int looks;

  @BeforeAll
  static void start() throws Exception {
    sandbox = LiveSandbox.startFresh();
    counter = Counter.one(sandbox);
    month = YearMonth.now(InstantSource.system().withZone(ZoneId.of("Asia/Jakarta")));
  }

  @AfterAll
  static void stop() throws Exception {
    sandbox.close();
  }

  @Test
  void dashboards_show_what_was_done_and_what_is_counted_by_hand() throws Exception {
    var before = figures();
    var chance = new Random(SEED);
    for (int i = 0; i < ACTS; i++) {
      act(chance.nextInt(10), chance);
    }

    var after = figures();

    done.forEach((title, times) -> before.merge(title, times, Long::sum));
    assertThat(after).as("seed " + SEED).isEqualTo(before);
    assertThat(after).isEqualTo(countedByHand());
    assertThat(shown("agentGrowth", "")).isEqualTo(counted(GROWTH)).isNotEmpty();
    assertThat(shown("agentSpread", "")).isEqualTo(counted(SPREAD)).isNotEmpty();
  }

  /// What fails, is asked twice or is somebody else's is not counted.
  private void act(int kind, Random chance) throws IOException {
    switch (kind) {
      case 0 -> {
        counter.open(chance.nextInt(5) * 1_000L, "135790");
        note("Buka Rekening");
      }
      case 1, 2, 3 -> {
        depositTwice(chance.nextInt(1, 50) * 1_000L);
        note("Setor Tunai");
      }
      case 4 -> counter.deposit(Agent.freshSid(), "999", 1_000);
      case 5, 6 -> look(chance.nextInt(4) == 0 ? "999" : "14047");
      case 7 -> Counter.other(sandbox).deposit(Agent.freshSid(), "14047", 1_000);
      case 8 -> sell(BILLS, chance);
      default -> sell(PURCHASES, chance);
    }
  }

  private static void depositTwice(long amount) throws IOException {
    var sid = Agent.freshSid();
    var told = counter.deposit(sid, "14047", amount);
    assertThat(told.get("code").asString()).as(told.toString()).isEqualTo("00");
    assertThat(counter.deposit(sid, "14047", amount)).isEqualTo(told);
  }

  private void look(String account) throws IOException {
    looks++;
    if (looks <= LOOKS) {
      var asked = "{\"pin_platform\":\"359569\",\"accountNum\":\"" + account + "\"}";
      var told = counter.agent().ask("bsa/customerbalance", asked);
      if (told.get("code").asString().equals("00")) {
        note("Customer Balance");
      }
    }
  }

  private void sell(Map<String, String> goods, Random chance) throws IOException {
    var titles = new ArrayList<>(new TreeMap<>(goods).keySet());
    var title = titles.get(chance.nextInt(titles.size()));
    var words = goods.getOrDefault(title, "").split(" ", -1);
    var bill =
        paid(
            "bill/inquiry",
            "{\"product_code\":\"%s\",\"customer_number\":\"%s\"%s}",
            words[0],
            words[1],
            goods.equals(PURCHASES) ? ",\"amount\":50000" : "");
    paid(
        "bill/payment",
        "{\"transaction_id\":\"%s\",\"total\":%s,\"pin\":\"359569\"}",
        bill.get("transaction_id").asString(),
        bill.get("total").asString());
    note(title);
  }

  private static JsonNode paid(String path, String pattern, String... words) throws IOException {
    var asked = String.format(Locale.ROOT, pattern, (Object[]) words);
    var told = counter.agent().ask(path, asked);
    assertThat(told.get("code").asString()).as(told.toString()).isEqualTo("00");
    return told.get("data");
  }

  private void note(String title) {
    done.merge(title, 1L, Long::sum);
  }

  private static Map<String, Long> figures() throws IOException {
    var all = shown("bsa", "{\"month\":\"" + month + "\"}");
    all.putAll(shown("bill", ""));
    all.putAll(shown("purchase", ""));
    all.values().removeIf(count -> count == 0);
    return all;
  }

  /// What a dashboard shows; nothing where it says that there is nothing.
  private static Map<String, Long> shown(String dashboard, String body) throws IOException {
    var shown = new TreeMap<String, Long>();
    for (JsonNode line : counter.agent().ask("dashboard/" + dashboard, body).get("data")) {
      shown.put(line.get("graph_title").asString(), line.get("graph_count").asLong());
    }
    return shown;
  }

  private static Map<String, Long> countedByHand() {
    var counted = new TreeMap<String, Long>();
    counted.putAll(counted(transfers("Buka Rekening", "OPENING")));
    counted.putAll(counted(transfers("Setor Tunai", "DEPOSIT")));
    counted.putAll(counted(BALANCES));
    counted.putAll(counted(SALES));
    counted.values().removeIf(count -> count == 0);
    return counted;
  }

  private static String transfers(String title, String operation) {
    return """
        SELECT count(*), '%s' FROM transfer JOIN agent ON agent.partner = transfer.owner
        WHERE agent.username = 'BNIUS100294' AND operation = '%s' AND journal IS NOT NULL
          AND opened_at AT TIME ZONE 'Asia/Jakarta' >= '%s-01'
        """
        .formatted(title, operation, month);
  }

  private static Map<String, Long> counted(String query) {
    var counted = new TreeMap<String, Long>();
    for (String row : List.copyOf(sandbox.rows(query))) {
      var halves = row.split(" ", 2);
      counted.put(halves[1], Long.parseLong(halves[0]));
    }
    return counted;
  }
}
