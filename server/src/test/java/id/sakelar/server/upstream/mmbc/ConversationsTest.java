package id.sakelar.server.upstream.mmbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.conversations.Conversation;
import id.sakelar.conversations.Exchange;
import id.sakelar.http.Budget;
import id.sakelar.http.Caller;
import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Biller;
import id.sakelar.server.payment.Biller.Order;
import id.sakelar.server.payment.Biller.Question;
import id.sakelar.server.payment.Quote;
import id.sakelar.server.upstream.FakeBiller;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.StrictForm;
import id.sakelar.wire.mmbc.CardReceipt;
import id.sakelar.wire.mmbc.Exposed;
import id.sakelar.wire.mmbc.InquiryAcc;
import id.sakelar.wire.mmbc.InquiryEsamsat;
import id.sakelar.wire.mmbc.ListEsamsat;
import id.sakelar.wire.mmbc.Mmbc;
import id.sakelar.wire.mmbc.Parameters;
import id.sakelar.wire.mmbc.PayEsamsat;
import id.sakelar.wire.mmbc.Refusal.OfVehicle;
import id.sakelar.wire.mmbc.Reply.No;
import id.sakelar.wire.mmbc.Reply.Ok;
import id.sakelar.wire.mmbc.SamsatReceipt;
import id.sakelar.wire.mmbc.Service;
import id.sakelar.wire.mmbc.StatusInvoice;
import id.sakelar.wire.mmbc.StatusTransfer;
import id.sakelar.wire.mmbc.TransferAcc;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The connector asks what the golden conversations ask, letter by letter, and understands the
/// answers.
class ConversationsTest {
  /// How the meaning of an exchange may begin, by what the connector has understood.
  private static final Map<String, List<String>> MEANINGS =
      Map.of(
          "Billed", List.of("owed Rp"),
          "NoBill", List.of("no bill", "refused"),
          "Success", List.of("paid Rp", "the same payment", "still paid"),
          "InProcess", List.of("undecided", "still undecided"),
          "Refused", List.of("not paid", "refused"),
          "NotFound", List.of("not found", "not paid"),
          "Ambiguous", List.of("refused, which says nothing about the payment"));

  /// What its own sender knows to be a no, and we do not until we have asked: see [Meaning].
  private static final String LEFT_TO_THE_STATUS = "mmbc/samsat-pay-already-paid";

  record Said(String conversation, Exchange exchange, id.sakelar.wire.mmbc.Question asked) {
    @Override
    public String toString() {
      return conversation + ": " + exchange.request().path();
    }
  }

  @ParameterizedTest
  @MethodSource("listSaid")
  void a_conversation_is_led_and_understood(Said said) throws Garbled {
    var request = said.exchange().request();
    var answer = said.exchange().answer();
    try (var fake = FakeBiller.at(request.path());
        var caller = new Caller(fake.address(), patient())) {
      fake.says(answer.status(), answer.body());

      String understood = ask(new MmbcBiller(caller, said.asked().login()), said);

      assertThat(new String(fake.read().body().bytes(), UTF_8)).isEqualTo(request.body());
      if (said.conversation().equals(LEFT_TO_THE_STATUS)) {
        assertThat(understood).isEqualTo("Ambiguous");
      } else {
        assertThat(MEANINGS.get(understood))
            .as("%s is %s", said.exchange().meaning(), understood)
            .anyMatch(said.exchange().meaning()::startsWith);
      }
    }
  }

  private static String ask(Biller biller, Said said) throws Garbled {
    var outcome =
        switch (said.asked()) {
          case InquiryAcc it -> biller.inquire(question(it));
          case InquiryEsamsat it -> biller.inquire(question(it));
          case TransferAcc it -> biller.pay(order(it, said));
          case StatusTransfer it -> biller.status(order(it, said));
          case PayEsamsat it -> biller.pay(order(it.invoice(), said));
          case StatusInvoice it -> biller.status(order(it.invoice(), said));
          case ListEsamsat _ -> throw new IllegalArgumentException("nobody lists regions here");
        };
    return outcome.getClass().getSimpleName();
  }

  private static Question question(InquiryAcc asked) {
    return new Question(
        asked.ccCode(),
        Family.CREDIT_CARD,
        asked.ccAccountnumber(),
        "S1",
        asked.amount(),
        null,
        null,
        false);
  }

  private static Question question(InquiryEsamsat asked) {
    return new Question(
        asked.product(),
        Family.VEHICLE_TAX,
        asked.structureNumber() + "," + asked.customerNumber(),
        "S1",
        null,
        null,
        null,
        false);
  }

  /// An order at the price that the answer tells, if it tells one.
  private static Order order(TransferAcc asked, Said said) throws Garbled {
    var cost = findReceipt(said).map(CardReceipt::debet).orElse(asked.amount());
    var bill = new Bill.CreditCard("", 1, asked.amount(), "");
    return order(asked.ccCode(), asked.ccAccountnumber(), bill, cost, null);
  }

  private static Order order(StatusTransfer asked, Said said) throws Garbled {
    var told = findReceipt(said);
    var bank = told.map(it -> it.card().ccBankcode()).orElse("8");
    var card = told.map(it -> it.card().ccAccountnumber()).orElse("4137700000000011");
    var amount = told.map(CardReceipt::amount).orElse(Rupiah.of(100_000));
    var cost = told.map(CardReceipt::debet).orElse(amount);
    return order(bank, card, new Bill.CreditCard("", 1, amount, ""), cost, asked.invoice());
  }

  private static Optional<CardReceipt> findReceipt(Said said) throws Garbled {
    return switch (Mmbc.TRANSFER_ACC.answer().read(message(said))) {
      case Ok<CardReceipt>(var receipt) -> Optional.of(receipt);
      case No<CardReceipt> _ -> Optional.empty();
    };
  }

  /// An order for the vehicle that the answer tells, if it tells one.
  private static Order order(String invoice, Said said) throws Garbled {
    return switch (Mmbc.PAY_ESAMSAT.answer().read(message(said))) {
      case Ok<SamsatReceipt>(var told) -> {
        var vehicle = told.vehicle();
        yield order(
            told.product(),
            vehicle.structureNumber() + "," + vehicle.customerNumber(),
            PretendedTax.bill(""),
            vehicle.total(),
            invoice);
      }
      case No<SamsatReceipt>(OfVehicle(_, var echo, _, _)) ->
          order(
              echo.product(),
              echo.structureNumber() + "," + echo.customerNumber(),
              PretendedTax.bill(""),
              PretendedTax.COST,
              invoice);
      case No<SamsatReceipt> _ ->
          order(
              PretendedTax.PRODUCT,
              PretendedTax.CUSTOMER,
              PretendedTax.bill(""),
              PretendedTax.COST,
              invoice);
    };
  }

  private static Order order(
      String product, String customer, Bill bill, Rupiah cost, @Nullable String number) {
    var quote =
        new Quote(
            "produk",
            customer,
            bill,
            "mmbc",
            product,
            "S1",
            Rupiah.ZERO,
            cost,
            cost,
            null,
            Rupiah.ZERO,
            cost,
            number);
    return new Order(quote, Instant.parse("2026-11-20T03:00:00Z"), number, false);
  }

  /// What this connector would say, too: questions that can be read, about cards and taxes, that
  /// wait for their answer.
  private static List<Said> listSaid() {
    return Conversation.listAll("mmbc").stream()
        .flatMap(
            conversation ->
                conversation.exchanges().stream()
                    .flatMap(exchange -> findSaid(conversation.name(), exchange).stream()))
        .toList();
  }

  private static Optional<Said> findSaid(String conversation, Exchange exchange) {
    return Stream.of(
            Mmbc.INQUIRY_ACC,
            Mmbc.TRANSFER_ACC,
            Mmbc.STATUS_TRANSFER,
            Mmbc.INQUIRY_ESAMSAT,
            Mmbc.PAY_ESAMSAT,
            Mmbc.STATUS_INVOICE)
        .filter(it -> it.path().equals(exchange.request().path()))
        .flatMap(it -> findQuestion(it, exchange).stream())
        .filter(it -> !(it instanceof TransferAcc transfer && transfer.direct()))
        .map(it -> new Said(conversation, exchange, it))
        .findFirst();
  }

  private static Optional<? extends id.sakelar.wire.mmbc.Question> findQuestion(
      Service<? extends id.sakelar.wire.mmbc.Question, ?> service, Exchange exchange) {
    try {
      var form = Message.of(StrictForm.MEDIA_TYPE, exchange.request().body());
      return Optional.of(service.question().read(Parameters.read("", form)));
    } catch (Garbled | Exposed _) {
      return Optional.empty();
    }
  }

  private static Message message(Said said) {
    return Message.json(said.exchange().answer().body());
  }

  private static Budget patient() {
    return Budget.of(Duration.ofSeconds(20), Duration.ofSeconds(60));
  }
}
