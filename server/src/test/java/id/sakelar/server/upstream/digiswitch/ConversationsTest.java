package id.sakelar.server.upstream.digiswitch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.conversations.Conversation;
import id.sakelar.conversations.Exchange;
import id.sakelar.http.Budget;
import id.sakelar.http.Caller;
import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Bill.Mobile;
import id.sakelar.server.payment.Biller.Order;
import id.sakelar.server.payment.Biller.Question;
import id.sakelar.server.payment.Quote;
import id.sakelar.server.upstream.FakeBiller;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.digiswitch.Account;
import id.sakelar.wire.digiswitch.Answer;
import id.sakelar.wire.digiswitch.Digiswitch;
import id.sakelar.wire.digiswitch.Reply;
import id.sakelar.wire.digiswitch.Reply.Answered;
import id.sakelar.wire.digiswitch.ResponseCode;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.Transaction;
import id.sakelar.wire.digiswitch.desc.Family;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The connector asks what the golden conversations ask, word by word, and understands the answers.
class ConversationsTest {
  private static final Map<String, String> KEYS =
      Map.of("your-username", "sandbox-api-key", "poor", "poor-api-key");

  /// How the meaning of an exchange may begin, by what the connector has understood.
  private static final Map<String, List<String>> MEANINGS =
      Map.of(
          "Billed", List.of("owed Rp"),
          "NoBill", List.of("no bill", "refused"),
          "Success", List.of("paid Rp", "the same payment", "still paid"),
          "InProcess", List.of("undecided", "still undecided"),
          "Refused", List.of("not paid", "refused"),
          "NotFound", List.of("no such transaction"));

  private record Said(Transaction question, Reply<Answer> answer, Exchange exchange) {}

  @ParameterizedTest
  @EnumSource
  void every_conversation_is_led_and_understood(Spelling spelling) {
    var all = listSaid(spelling);
    assertThat(all).hasSizeGreaterThan(10);

    try (var fake = FakeBiller.at(Digiswitch.in(spelling).transaction().path());
        var caller = new Caller(fake.address(), patient())) {
      for (Said said : all) {
        fake.says(said.exchange().answer().status(), said.exchange().answer().body());

        String understood = ask(caller, spelling, said);

        String asked = new String(fake.read().body().bytes(), UTF_8);
        assertThatJson(asked).isEqualTo(said.exchange().request().body());
        assertThat(MEANINGS.get(understood))
            .as("%s means %s", said.question(), said.exchange().meaning())
            .anyMatch(said.exchange().meaning()::startsWith);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_bill_and_its_fee_make_the_selling_price(Spelling spelling) throws Garbled {
    for (Said said : listSaid(spelling)) {
      var answer = findBill(said);
      if (answer.isPresent()) {
        var told = answer.get().bill();
        var billed = Billing.read(told, Family.of(said.question().code()).orElseThrow());

        assertThat(billed.bill().amount().plus(told.admin().orElseThrow()))
            .isEqualTo(told.sellingPrice().orElseThrow());
        assertThat(billed.cost()).isEqualTo(told.price().orElseThrow());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          pay-pln,          Electricity,        1, 8500
          pay-pln-two,      Electricity,        2, 20000
          pay-pdam,         Water,              1, 10000
          pay-hp,           Mobile,             1, 10000
          pay-internet,     Internet,           2, 19500
          pay-bpjs,         HealthInsurance,    1, 22500
          pay-multifinance, Multifinance,       1, 22500
          pay-pbb,          PropertyTax,        1, 97500
          pay-pgas,         Gas,                1, 97500
          pay-tv,           Television,         1, 97500
          pay-plnnontaglis, ElectricityNonBill, 1, 97500
          pay-emoney,       EmoneyTopup,        1, 97500
          pay-samsat,       VehicleTax,         1, 97500
          pay-kirimuang,    MoneyTransfer,      1, 32500
          """)
  void a_published_bill_is_read_as_what_it_is(
      String conversation, String kind, int sheets, long amount) throws Garbled {
    var said = listSaid(Spelling.DIGISWITCH, Conversation.read("digiswitch/" + conversation));
    var told = findBill(said.getLast()).orElseThrow().bill();

    var bill = Billing.read(told, Family.of(said.getLast().question().code()).orElseThrow()).bill();

    assertThat(bill.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(bill.holder()).isEqualTo(told.name().orElseThrow());
    assertThat(bill.sheets()).isEqualTo(sheets);
    assertThat(bill.amount()).isEqualTo(Rupiah.of(amount));
  }

  private static String ask(Caller caller, Spelling spelling, Said said) {
    var question = said.question();
    var biller = new DigiswitchBiller(caller, account(question), spelling);
    return switch (question.command()) {
      case INQUIRY -> name(biller.inquire(inquiry(question)));
      case PAYMENT -> name(biller.pay(order(said)));
      case STATUS -> name(biller.status(order(said)));
      case TOP_UP -> throw new IllegalArgumentException("nobody buys prepaid here");
    };
  }

  private static String name(Object outcome) {
    return outcome.getClass().getSimpleName();
  }

  private static Question inquiry(Transaction asked) {
    return new Question(
        asked.code(),
        // of a product that the biller does not have, any family will do
        Samples.family(Family.of(asked.code()).orElse(Family.HP)),
        asked.customerNo(),
        asked.refId(),
        asked.amount().orElse(null),
        asked.year().map(String::valueOf).orElse(null),
        null,
        asked.testing());
  }

  /// An order at the price that the answer tells, if it tells one.
  private static Order order(Said said) {
    var asked = said.question();
    var cost = findBill(said).flatMap(it -> it.bill().price()).orElse(Rupiah.of(10_000));
    var quote =
        new Quote(
            "produk",
            asked.customerNo(),
            new Mobile("Nama", 1, cost),
            "digi",
            asked.code(),
            asked.refId(),
            Rupiah.ZERO,
            cost,
            cost,
            null,
            Rupiah.ZERO,
            cost,
            null);
    return new Order(quote, Instant.parse("2026-11-20T03:00:00Z"), null, asked.testing());
  }

  private static Optional<Answer> findBill(Said said) {
    return said.answer() instanceof Answered<Answer>(var answer)
            && answer.verdict().knownCode().equals(Optional.of(ResponseCode.SUCCESS))
        ? Optional.of(answer)
        : Optional.empty();
  }

  private static List<Said> listSaid(Spelling spelling) {
    return Conversation.listAll(spelling.name().toLowerCase(Locale.ROOT)).stream()
        .flatMap(it -> listSaid(spelling, it).stream())
        .toList();
  }

  /// What this connector would say, too: questions that can be read and are signed.
  private static List<Said> listSaid(Spelling spelling, Conversation conversation) {
    return conversation.exchanges().stream()
        .flatMap(it -> findSaid(spelling, it).stream())
        .toList();
  }

  private static Optional<Said> findSaid(Spelling spelling, Exchange exchange) {
    var operation = Digiswitch.in(spelling).transaction();
    try {
      if (!exchange.request().path().equals(operation.path())) {
        return Optional.empty();
      }
      var question = operation.question().read(Message.json(exchange.request().body()));
      var answer = operation.answer().read(Message.json(exchange.answer().body()));
      return question.isSignedBy(account(question))
          ? Optional.of(new Said(question, answer, exchange))
          : Optional.empty();
    } catch (Garbled _) {
      return Optional.empty();
    }
  }

  private static Account account(Transaction asked) {
    return new Account(asked.username(), KEYS.getOrDefault(asked.username(), "no-key"));
  }

  private static Budget patient() {
    return Budget.of(Duration.ofSeconds(20), Duration.ofSeconds(60));
  }
}
