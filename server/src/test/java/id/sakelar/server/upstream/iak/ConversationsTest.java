package id.sakelar.server.upstream.iak;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.conversations.Conversation;
import id.sakelar.conversations.Exchange;
import id.sakelar.conversations.XmlLikeness;
import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Biller.Found.Billed;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.iak.Account;
import id.sakelar.wire.iak.Command;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.Iak;
import id.sakelar.wire.iak.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The connector asks what the golden conversations ask, word by word, and understands the answers.
class ConversationsTest {
  private static final Map<String, String> KEYS =
      Map.of("123123123", "sandbox-api-key", "poor", "poor-api-key");

  /// How the meaning of an exchange may begin, by what the connector has understood.
  private static final Map<String, List<String>> MEANINGS =
      Map.of(
          "Billed", List.of("owed Rp"),
          "NoBill", List.of("no bill", "refused"),
          "Success", List.of("paid Rp", "the same payment", "still paid"),
          "InProcess", List.of("undecided", "still undecided"),
          "Refused", List.of("not paid", "refused", "no such transaction"),
          "NotFound", List.of("no such transaction", "not received"));

  @Test
  void every_conversation_is_led_and_understood() {
    int led = 0;
    for (Conversation conversation : Conversation.listAll("iak")) {
      try (var leading = new Leading()) {
        for (Exchange exchange : conversation.exchanges()) {
          led += lead(leading, conversation, exchange) ? 1 : 0;
        }
      }
    }
    assertThat(led).isGreaterThan(100);
  }

  /// Leads an exchange if this connector would, too: if the question can be read and is signed.
  private static boolean lead(Leading leading, Conversation conversation, Exchange exchange) {
    var format = Format.of(mediaType(exchange)).orElse(Format.JSON);
    var question = findQuestion(format, exchange);
    if (question.isEmpty()) {
      return false;
    }
    var account = account(question.get());

    Object understood = leading.ask(account, format, question.get(), exchange.answer());

    assertAlike(format, leading.heard(), exchange.request().body());
    assertThat(MEANINGS.get(understood.getClass().getSimpleName()))
        .as("%s in %s means %s", understood, conversation.name(), exchange.meaning())
        .isNotNull()
        .anyMatch(exchange.meaning()::startsWith);
    return true;
  }

  private static void assertAlike(Format format, String asked, String golden) {
    switch (format) {
      case JSON -> assertThatJson(asked).isEqualTo(golden);
      case XML ->
          assertThat(XmlLikeness.of(asked, List.of())).isEqualTo(XmlLikeness.of(golden, List.of()));
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          pln,              Electricity,         1, 300000
          pln-eight,        Electricity,         4, 1200000
          pln-eight-xml,    Electricity,         4, 1200000
          plnnontaglis,     ElectricityNonBill,  1, 696400
          pdam,             Water,               1, 35490
          bpjs,             HealthInsurance,     1, 50000
          bpjs-xml,         HealthInsurance,     1, 50000
          bpjstk,           EmploymentInsurance, 1, 16800
          bpjstkpu,         CompanyInsurance,    1, 100000
          multifinance,     Multifinance,        1, 661000
          multifinance-xml, Multifinance,        1, 661000
          insurance,        Insurance,           1, 1250000
          insurance-xml,    Insurance,           1, 1250000
          pbb,              PropertyTax,         1, 203857
          esamsat,          VehicleTax,          1, 2274500
          esamsat-xml,      VehicleTax,          1, 2274500
          pgas,             Gas,                 1, 322002
          tv,               Television,          1, 138499
          tv-xml,           Television,          1, 138499
          tv-telkomvision,  Television,          1, 99000
          telkom,           Internet,            1, 49870
          telkom-three,     Internet,            3, 129610
          telkom-three-xml, Internet,            3, 129610
          internet,         Internet,            1, 30000
          hp,               Mobile,              1, 55000
          open-amount,      EmoneyTopup,         1, 100000
          open-amount-xml,  EmoneyTopup,         1, 100000
          """)
  void a_published_bill_is_read_as_what_it_is(
      String conversation, String kind, int sheets, long amount) {
    var inquiry = Conversation.read("iak/" + conversation).exchanges().getFirst();
    var format = conversation.endsWith("-xml") ? Format.XML : Format.JSON;
    var question = findQuestion(format, inquiry).orElseThrow();

    Object found;
    try (var leading = new Leading()) {
      found = leading.ask(account(question), format, question, inquiry.answer());
    }

    assertThat(found)
        .isInstanceOfSatisfying(
            Billed.class,
            billed -> {
              Bill bill = billed.bill();
              assertThat(bill.getClass().getSimpleName()).isEqualTo(kind);
              assertThat(bill.sheets()).isEqualTo(sheets);
              assertThat(bill.amount()).isEqualTo(Rupiah.of(amount));
            });
  }

  private static Optional<Question> findQuestion(Format format, Exchange exchange) {
    var operation = Iak.in(format).bill();
    var request = exchange.request();
    if (!request.path().equals(operation.path())) {
      return Optional.empty();
    }
    try {
      var message = Message.of(mediaType(exchange), request.body());
      var question = operation.question().read(message);
      return question.command() != Command.PRICE_LIST && question.isSignedBy(account(question))
          ? Optional.of(question)
          : Optional.empty();
    } catch (Garbled _) {
      return Optional.empty();
    }
  }

  private static String mediaType(Exchange exchange) {
    return exchange.request().headers().getOrDefault("content-type", "");
  }

  private static Account account(Question question) {
    return new Account(question.username(), KEYS.getOrDefault(question.username(), "no-key"));
  }
}
