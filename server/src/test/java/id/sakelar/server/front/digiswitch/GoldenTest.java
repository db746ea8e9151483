package id.sakelar.server.front.digiswitch;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.conversations.Conversation;
import id.sakelar.conversations.Exchange;
import id.sakelar.money.Rupiah;
import id.sakelar.server.front.Key;
import id.sakelar.server.front.Premises;
import id.sakelar.wire.digiswitch.Spelling;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// Every golden conversation that can be played on fresh premises ends as it is written down, with
/// a biller that plays the other part.
@TestInstance(Lifecycle.PER_CLASS)
class GoldenTest {
  private static final Pattern REFERENCE = Pattern.compile("\"ref_id\": \"([^\"]*)\"");

  /// What the sandbox's partners begin with.
  private static final Rupiah PLENTY = Rupiah.of(1_000_000_000);

  /// We issue no tickets; see [DepositClerk].
  private static final Set<String> OTHERWISE = Set.of("digiswitch/deposit-ticket");

  private @Nullable Premises premises;
  private int round = -1;

  @AfterAll
  void close() {
    if (premises != null) {
      premises.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> digiswitch() throws Exception {
    return tests("digiswitch", Spelling.DIGISWITCH);
  }

  @TestFactory
  Stream<DynamicTest> digiflazz() throws Exception {
    return tests("digiflazz", Spelling.DIGIFLAZZ);
  }

  private Stream<DynamicTest> tests(String folder, Spelling spelling) {
    round = -1;
    var rounds = rounds(folder);
    assertThat(rounds).isNotEmpty();
    var tests = new ArrayList<DynamicTest>();
    for (int i = 0; i < rounds.size(); i++) {
      int number = i;
      for (var it : rounds.get(i)) {
        tests.add(DynamicTest.dynamicTest(it.name(), () -> play(it, number, spelling)));
      }
    }
    return tests.stream();
  }

  /// The published examples use some references more than once, so they are played in rounds, each
  /// on fresh premises.
  private static List<List<Conversation>> rounds(String folder) {
    var rounds = new ArrayList<List<Conversation>>();
    Map<String, Integer> used = new HashMap<>();
    for (var conversation : Conversation.listAll(folder)) {
      if (conversation.conditions().isEmpty() && !OTHERWISE.contains(conversation.name())) {
        var references = references(conversation);
        int round = references.stream().mapToInt(it -> used.getOrDefault(it, 0)).max().orElse(0);
        references.forEach(it -> used.put(it, round + 1));
        while (rounds.size() <= round) {
          rounds.add(new ArrayList<>());
        }
        rounds.get(round).add(conversation);
      }
    }
    return rounds;
  }

  private static Set<String> references(Conversation conversation) {
    var references = new HashSet<String>();
    for (Exchange exchange : conversation.exchanges()) {
      REFERENCE
          .matcher(exchange.request().body())
          .results()
          .forEach(it -> references.add(it.group(1)));
    }
    return references;
  }

  private void play(Conversation conversation, int number, Spelling spelling) throws Exception {
    var here = premises(number);
    OtherPart.of(conversation, spelling).learn(here.biller());
    var visitor = new Visitor(here, spelling);
    for (Exchange exchange : conversation.exchanges()) {
      var answer = visitor.post(exchange.request().path(), exchange.request().body());

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(exchange.answer().status());
      assertThatJson(answer.body())
          .whenIgnoringPaths(conversation.mayDiffer().toArray(String[]::new))
          .isEqualTo(exchange.answer().body());
    }
  }

  private Premises premises(int number) {
    if (premises == null || round != number) {
      close();
      premises = Premises.open(Visitor::open);
      premises.deposits().topUp(Key.ONE.partner(), "plenty", PLENTY, new SecureRandom());
      round = number;
    }
    return premises;
  }
}
