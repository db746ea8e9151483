package id.sakelar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.conversations.Conversation;
import id.sakelar.conversations.Exchange;
import id.sakelar.conversations.Exchange.Answer;
import id.sakelar.conversations.Exchange.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every exchange that the published page prints, and every golden conversation, can be had as it
/// is written with a fresh sandbox.
class PrintedExchangesTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> PRODUCT_NAMES = List.of("code", "buyer_sku_code");

  /// We issue no tickets, since nobody here reads a bank's statements.
  private static final Set<String> OTHERWISE = Set.of("digiswitch/deposit-ticket");

  /// What is to be played without a break, and the values of its answers that may differ.
  record Play(String name, List<Exchange> exchanges, List<String> mayDiffer) {
    /// The bills that are asked for, by partner and reference.
    Map<String, String> bills() {
      var bills = new HashMap<String, String>();
      for (Exchange exchange : exchanges) {
        var asked = readLeniently(exchange.request().body());
        var bill = PRODUCT_NAMES.stream().map(asked::path).map(JsonNode::asString).toList();
        bills.putIfAbsent(
            asked.path("username").asString() + " " + asked.path("ref_id").asString(),
            bill + " " + asked.path("customer_no").asString());
      }
      return bills;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /// A body that is no JSON asks for no bill.
  private static JsonNode readLeniently(String body) {
    return body.endsWith("}") ? JSON.readTree(body) : JSON.createObjectNode();
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void a_fresh_sandbox_answers_as_printed(List<Play> round) throws Exception {
    try (var sandbox = LiveSandbox.startFresh()) {
      var each = new SoftAssertions();

      for (Play play : round) {
        for (Exchange exchange : play.exchanges()) {
          var told = Likeness.told(sandbox, exchange, play.mayDiffer());
          var printed = Likeness.printed(exchange, play.mayDiffer());
          each.assertThat(told).as(play.name()).isEqualTo(printed);
        }
      }

      each.assertAll();
    }
  }

  @Test
  void all_thirteen_exchanges_of_the_page_are_printed() throws IOException {
    assertThat(printed()).hasSize(13);
  }

  /// The page uses some references for several bills. Those are played in rounds, each with a fresh
  /// sandbox, so that each reference stands for one bill in each of them.
  private static List<List<Play>> rounds() throws IOException {
    var rounds = new ArrayList<List<Play>>();
    var bills = new ArrayList<Map<String, String>>();
    for (Play play : Stream.concat(printed().stream(), golden()).toList()) {
      int round = 0;
      while (round < rounds.size() && !goesWith(bills.get(round), play.bills())) {
        round++;
      }
      if (round == rounds.size()) {
        rounds.add(new ArrayList<>());
        bills.add(new HashMap<>());
      }
      rounds.get(round).add(play);
      bills.get(round).putAll(play.bills());
    }
    return rounds;
  }

  private static boolean goesWith(Map<String, String> taken, Map<String, String> bills) {
    return bills.entrySet().stream()
        .allMatch(it -> taken.getOrDefault(it.getKey(), it.getValue()).equals(it.getValue()));
  }

  private static Stream<Play> golden() {
    return Stream.of("digiswitch", "digiflazz")
        .flatMap(dialect -> Conversation.listAll(dialect).stream())
        .filter(it -> it.conditions().isEmpty() && !OTHERWISE.contains(it.name()))
        .map(it -> new Play(it.name(), it.exchanges(), it.mayDiffer()));
  }

  private static List<Play> printed() throws IOException {
    try (var page = PrintedExchangesTest.class.getResourceAsStream("/printed/digiswitch.json")) {
      var plays = new ArrayList<Play>();
      for (JsonNode entry : JSON.readTree(Objects.requireNonNull(page))) {
        plays.add(play(entry));
      }
      return plays;
    }
  }

  /// What the page prints may differ in the balance only, since ours shows the payment.
  private static Play play(JsonNode entry) {
    var asked = entry.get("request").asObject().deepCopy();
    asked.put("sign", Client.ONE.sign(asked.get("ref_id").asString()));
    var request = new Request("POST", entry.get("path").asString(), Map.of(), asked.toString());
    var answer = new Answer(200, Map.of(), entry.get("response").toString());
    var exchange = new Exchange(request, answer, "");
    return new Play(entry.get("title").asString(), List.of(exchange), List.of("data.balance"));
  }
}
