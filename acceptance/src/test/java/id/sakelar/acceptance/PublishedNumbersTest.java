package id.sakelar.acceptance;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sakelar.acceptance.Mailbox.Letter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// All published test numbers are asked for and paid, and those that are pending are waited for.
/// They end as they were published, real money moves, and the partner is told.
class PublishedNumbersTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final String UNDECIDED =
      "SELECT coalesce(sum(price_sen), 0)::bigint FROM payment WHERE ended_at IS NULL";
  private static final String IN_FLIGHT =
      "SELECT sum(sen)::bigint FROM balance WHERE account = 'in-flight'";

  private static final Map<TestNumber, JsonNode> INQUIRIES = new LinkedHashMap<>();
  private static final Map<TestNumber, JsonNode> PAYMENTS = new LinkedHashMap<>();

  private static LiveSandbox sandbox;
  private static Mailbox mailbox;
  private static long deposit;
  private static long undecided;
  private static long undecidedBesidesInFlight;

  /// One line of the table of test numbers, with codes as answered at once and in the end.
  record TestNumber(
      String code, String customer, String inquiry, String payment, String ending, int sheets) {
    String reference() {
      return code + "-" + customer.replace(',', '-');
    }

    boolean isPending() {
      return payment.equals("03");
    }

    /// What was refused before anything was held has left no payment to be asked after.
    String lasting() {
      return inquiry.equals("00") ? ending : "50";
    }

    /// A customer number may hold a comma; then it stands in quotes.
    static TestNumber read(String line) {
      var words = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
      var customer = words[1].replace("\"", "");
      int sheets = Integer.parseInt(words[5]);
      return new TestNumber(words[0], customer, words[2], words[3], words[4], sheets);
    }
  }

  @BeforeAll
  static void payEverything() throws Exception {
    sandbox = LiveSandbox.startFresh();
    mailbox = Mailbox.open();
    sandbox.register(Client.ONE, mailbox.address());
    deposit = sandbox.deposit(Client.ONE);
    for (TestNumber number : numbers().toList()) {
      INQUIRIES.put(number, ask("inq", number));
      PAYMENTS.put(number, ask("pay", number));
    }
    // both sides in one statement, so that no payment ends in between
    undecidedBesidesInFlight = sandbox.number("SELECT (" + UNDECIDED + ") - (" + IN_FLIGHT + ")");
    undecided = sandbox.number(UNDECIDED);
    long told = PAYMENTS.keySet().stream().filter(TestNumber::isPending).count();
    await().atMost(PATIENCE).until(() -> mailbox.letters().size() >= told);
  }

  @AfterEach
  void assertWhole() throws Exception {
    sandbox.assertWhole();
  }

  @AfterAll
  static void stop() throws Exception {
    sandbox.close();
    mailbox.close();
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void a_number_ends_as_published(TestNumber number) throws Exception {
    var inquiry = Objects.requireNonNull(INQUIRIES.get(number));
    var payment = Objects.requireNonNull(PAYMENTS.get(number));
    var ending = ask("status", number);

    assertThat(List.of(rc(inquiry), rc(payment), rc(ending)))
        .containsExactly(number.inquiry(), number.payment(), number.lasting());
    assertThat(ending.at("/desc/lembar_tagihan").asInt(0)).isEqualTo(number.sheets());
  }

  @Test
  void while_payments_are_pending_exactly_their_prices_are_in_flight() {
    assertThat(undecided).isPositive();
    assertThat(undecidedBesidesInFlight).isZero();
    assertThat(sandbox.number(UNDECIDED)).isZero();
    assertThat(sandbox.number(IN_FLIGHT)).isZero();
  }

  @Test
  void the_deposit_pays_for_what_succeeded_and_so_says_the_biller() throws Exception {
    long spent = 0;
    for (TestNumber number : numbers().toList()) {
      spent += ask("status", number).path("price").asLong(0);
    }
    long charged = 0;
    for (JsonNode row : sandbox.book(0)) {
      charged += row.get("charged").asLong();
    }

    assertThat(spent).isPositive().isEqualTo(charged);
    assertThat(sandbox.deposit(Client.ONE)).isEqualTo(deposit - spent);
  }

  @Test
  void the_end_of_each_pending_payment_is_told_once_and_signed() throws Exception {
    var letters =
        mailbox.letters().stream()
            .collect(toMap(it -> it.data().get("ref_id").asString(), it -> it));

    for (TestNumber number : numbers().filter(TestNumber::isPending).toList()) {
      var letter = Objects.requireNonNull(letters.remove(number.reference()));
      assertSigned(letter);
      assertThat(rc(letter.data())).isEqualTo(number.ending());
      assertThat(letter.data().get("sn").isString()).isTrue();
      var known = ask("status", number);
      // told in our own word for the product, whatever the partner called it
      assertThat(letter.text().replaceAll("\"code\":\"[^\"]*\"", ""))
          .isEqualTo(
              "{\"data\":" + masked(known, number).replaceAll("\"code\":\"[^\"]*\"", "") + "}");
    }
    assertThat(letters).isEmpty();
  }

  /// A letter shows no identity number whole.
  private static String masked(JsonNode known, TestNumber number) {
    var customer = number.customer();
    var identity = customer.contains(",") ? customer.substring(customer.indexOf(',') + 1) : "";
    return identity.isEmpty()
        ? known.toString()
        : known
            .toString()
            .replace(identity, "*".repeat(12) + identity.substring(12))
            .replace("-" + "*".repeat(12) + identity.substring(12), "-" + identity);
  }

  private static void assertSigned(Letter letter) {
    assertThat(letter.headers())
        .containsEntry("X-Digiflazz-Event", "update")
        .containsEntry("User-Agent", "Digiflazz-Pasca-Hookshot")
        .containsEntry("X-Hub-Signature", letter.signature(Canaries.WEBHOOK_SECRET))
        .containsKey("X-Digiflazz-Delivery");
  }

  private static JsonNode ask(String command, TestNumber number) throws IOException {
    return sandbox.ask(Client.ONE, command, number.code(), number.customer(), number.reference());
  }

  private static String rc(JsonNode data) {
    return data.get("rc").asString();
  }

  private static Stream<TestNumber> numbers() throws IOException {
    try (var table = PublishedNumbersTest.class.getResourceAsStream("/published-numbers.csv")) {
      var text = new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(TestNumber::read);
    }
  }
}
