package id.sakelar.wire.mmbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.sakelar.conversations.Conversation;
import id.sakelar.conversations.Exchange;
import id.sakelar.wire.Codec;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json;
import id.sakelar.wire.Json.Items;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Limits;
import id.sakelar.wire.Message;
import id.sakelar.wire.StrictJson;
import id.sakelar.wire.mmbc.Reply.No;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every message of the golden conversations is read, and then written as it was found.
class GoldenConversationsTest {
  private static final List<Service<?, ?>> SERVICES =
      List.of(
          Mmbc.LISTCC,
          Mmbc.INQUIRY_ACC,
          Mmbc.TRANSFER_ACC,
          Mmbc.STATUS_TRANSFER,
          Mmbc.LIST_ESAMSAT,
          Mmbc.INQUIRY_ESAMSAT,
          Mmbc.PAY_ESAMSAT,
          Mmbc.STATUS_INVOICE);

  private static final Map<String, Login> PARTNERS =
      Map.of(
          "dummy", new Login("dummy", "dummy123"),
          "dummy2", new Login("dummy2", "dummy456"),
          "poor", new Login("poor", "poor123"),
          "xxx", new Login("xxx", "xxx123"));

  /// Conversations whose questions cannot be read, or only in part.
  private static final Set<String> UNREADABLE =
      Set.of(
          "mmbc/refused-format",
          "mmbc/refused-query",
          "mmbc/refused-twice",
          "mmbc/card-refused-number",
          "mmbc/card-refused-amount");

  private final StrictJson json = new StrictJson(Limits.ANSWER);

  @Test
  void a_question_is_written_as_it_was_read() throws Exception {
    for (Conversation conversation : Conversation.listAll("mmbc")) {
      for (Exchange exchange : conversation.exchanges()) {
        var service = service(exchange);
        assertThat(exchange.request().method()).isEqualTo(service.method());
        if (service.method().equals("POST") && !UNREADABLE.contains(conversation.name())) {
          assertThat(again(service.question(), parameters(exchange)))
              .isEqualTo(Message.of(mediaType(exchange), exchange.request().body()));
        }
      }
    }
  }

  @Test
  void a_question_that_cannot_be_read_is_answered_with_the_sentence_of_its_field() {
    for (String name : List.of("format", "twice")) {
      Exchange exchange = Conversation.read("mmbc/refused-" + name).exchanges().getFirst();
      var garbled = assertThrows(Garbled.class, () -> parameters(exchange));
      assertThat(exchange.answer().body()).contains(Sentence.of(garbled).text());
    }
    for (String name : List.of("number", "amount")) {
      Exchange exchange = Conversation.read("mmbc/card-refused-" + name).exchanges().getLast();
      var garbled =
          assertThrows(Garbled.class, () -> Mmbc.INQUIRY_ACC.question().read(parameters(exchange)));
      assertThat(exchange.answer().body()).contains(Sentence.of(garbled).text());
    }
  }

  @Test
  void a_credential_in_the_query_is_noticed() {
    Exchange exchange = Conversation.read("mmbc/refused-query").exchanges().getFirst();

    assertThrows(Exposed.class, () -> parameters(exchange));

    assertThat(exchange.answer().body()).contains(Sentence.EXPOSED.text());
  }

  @Test
  void an_answer_is_written_as_it_was_read() throws Garbled {
    for (Exchange exchange : exchanges()) {
      var answer = Message.json(exchange.answer().body());

      assertThat(again(service(exchange).answer(), answer)).isEqualTo(minified(answer));
    }
  }

  @Test
  void a_partner_has_one_password() throws Exception {
    for (Conversation conversation : Conversation.listAll("mmbc")) {
      for (Exchange exchange : conversation.exchanges()) {
        if (exchange.request().method().equals("POST")
            && !UNREADABLE.contains(conversation.name())
            && !conversation.name().equals("mmbc/refused-login")) {
          var login = parameters(exchange).login();
          assertThat(login).isEqualTo(PARTNERS.get(login.username()));
        }
      }
    }
  }

  @Test
  void every_reason_is_one_we_know() throws Garbled {
    Set<Sentence> said = EnumSet.noneOf(Sentence.class);
    for (Exchange exchange : exchanges()) {
      var answer = service(exchange).answer().read(Message.json(exchange.answer().body()));
      if (answer instanceof No<?>(Refusal refusal)) {
        said.add(Sentence.of(refusal.reason()).orElseThrow());
      }
    }

    assertThat(said)
        .contains(
            Sentence.NOT_ALLOWED,
            Sentence.DATA_NOT_FOUND,
            Sentence.ALREADY_PAID,
            Sentence.FAILURE_INVOICE,
            Sentence.FUNDS,
            Sentence.LOGIN);
  }

  @Test
  void the_fourteen_printed_exchanges_are_all_here() {
    var names = Conversation.listAll("mmbc").stream().map(Conversation::name).toList();

    assertThat(names)
        .contains(
            Stream.of(
                    "card-list",
                    "card-inquiry",
                    "card-inquiry-not-allowed",
                    "card-transfer",
                    "card-transfer-not-allowed",
                    "card-status",
                    "card-status-not-allowed",
                    "samsat-list",
                    "samsat-inquiry",
                    "samsat-inquiry-not-found",
                    "samsat-pay",
                    "samsat-pay-already-paid",
                    "samsat-status",
                    "samsat-status-failure")
                .map(name -> "mmbc/" + name)
                .toArray(String[]::new));
  }

  private static List<Exchange> exchanges() {
    return Conversation.listAll("mmbc").stream().flatMap(it -> it.exchanges().stream()).toList();
  }

  private static Service<?, ?> service(Exchange exchange) {
    String path = exchange.request().path().split("\\?", 2)[0];
    return SERVICES.stream().filter(it -> it.path().equals(path)).findFirst().orElseThrow();
  }

  private static Parameters parameters(Exchange exchange) throws Garbled, Exposed {
    String path = exchange.request().path();
    String query = path.contains("?") ? path.substring(path.indexOf('?') + 1) : "";
    return Parameters.read(query, Message.of(mediaType(exchange), exchange.request().body()));
  }

  private static String mediaType(Exchange exchange) {
    return exchange.request().headers().getOrDefault("content-type", "");
  }

  private static <Q> Message again(Form<Q> form, Parameters parameters) throws Garbled {
    return form.write(form.read(parameters));
  }

  private static <T> Message again(Codec<T> codec, Message message) throws Garbled {
    return codec.write(codec.read(message));
  }

  private Message minified(Message message) throws Garbled {
    Json read = json.readObjectOrList(message);
    return read instanceof Items items ? json.write(items) : json.write((Members) read);
  }
}
