package id.sakelar.server.front.iak;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.conversations.Conversation;
import id.sakelar.conversations.Exchange;
import id.sakelar.conversations.Retelling;
import id.sakelar.conversations.XmlLikeness;
import id.sakelar.money.Rupiah;
import id.sakelar.server.front.Key;
import id.sakelar.server.front.Premises;
import id.sakelar.server.partner.Secret;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.iak.Account;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.Iak;
import id.sakelar.wire.iak.Inquiry;
import id.sakelar.wire.iak.Payment;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every golden conversation that can be played on these premises ends as it is written down, with
/// a biller that plays the other part.
@TestInstance(Lifecycle.PER_CLASS)
class GoldenTest {
  private static final Map<String, String> KEYS =
      Map.of(
          "123123123", Key.ONE.key(),
          "321321321", Key.TWO.key(),
          "poor", Key.POOR.key());

  private static final Pattern SIGN =
      Pattern.compile("(\"sign\": \"|<sign>)[0-9a-f]{32}(\"|</sign>)");

  private Premises premises;

  @BeforeAll
  void moveIn() throws Exception {
    premises = Premises.open(Visitor::open);
    premises.topUp(Key.ONE, Rupiah.of(1_000_000_000).minus(premises.deposit(Key.ONE)));
    for (var key : KEYS.entrySet()) {
      var partner =
          Stream.of(Key.ONE, Key.TWO, Key.POOR)
              .filter(it -> it.key().equals(key.getValue()))
              .findFirst()
              .orElseThrow();
      if (!key.getKey().equals(partner.username())) {
        premises
            .partnerStore()
            .addKey(partner.partner(), IakFront.DIALECT, key.getKey(), new Secret(key.getValue()));
      }
    }
  }

  @AfterAll
  void the_books_are_whole() throws Exception {
    assertThat(premises.audit()).isEmpty();
    premises.close();
  }

  static Stream<Conversation> conversations() {
    return Conversation.listAll("iak").stream().filter(it -> it.conditions().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("conversations")
  void ends_as_it_is_written_down(Conversation conversation) throws Exception {
    var run = new Run(conversation);
    if (conversation.name().contains("/pay-multifinance")) {
      run.inquireAhead();
    }
    for (Exchange exchange : conversation.exchanges()) {
      run.play(exchange);
    }
  }

  /// One conversation on its way.
  private final class Run {
    private final Conversation conversation;
    private final Format format;
    private final Retelling retelling = new Retelling();

    Run(Conversation conversation) {
      this.conversation = conversation;
      this.format = Format.of(type(conversation.exchanges().getFirst())).orElseThrow();
    }

    private static String type(Exchange exchange) {
      return exchange.request().headers().getOrDefault("content-type", "");
    }

    /// The printed examples begin with a payment.
    void inquireAhead() throws Exception {
      var account = new Account("123123123", Key.ONE.key());
      var reference = "09128374652" + (format == Format.XML ? "-xml" : "");
      var inquiry = Inquiry.by(account, "FNMEGA", "6391601201", reference);
      OtherPart.learn(premises.biller(), inquiry);
      var number = Visitor.number(new Visitor(premises, format).ask(inquiry));
      retelling.give("9732789", Long.toString(number));
      retelling.give("09128374652", reference);
    }

    void play(Exchange exchange) throws Exception {
      var asked = retelling.retell(exchange.request().body());
      prepare(exchange, asked);
      var answer =
          new Visitor(premises, format)
              .post(exchange.request().path(), type(exchange), signedAnew(asked));
      remember(exchange, answer);

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(exchange.answer().status());
      assertThat(answer.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
          .isEqualTo(exchange.answer().headers().get("content-type") + ";charset=utf-8");
      assertAlike(answer.body(), retelling.retell(exchange.answer().body()));
    }

    private void prepare(Exchange exchange, String asked) {
      try {
        var body = Message.of(type(exchange), asked);
        if (Iak.in(format).bill().question().read(body) instanceof Inquiry inquiry) {
          OtherPart.learn(premises.biller(), inquiry);
        }
      } catch (Garbled _) {
        // such a question never comes as far as the biller
      }
    }

    private void remember(Exchange exchange, HttpResponse<String> answer) {
      if (!conversation.givenOut().isEmpty() && answer.body().contains("tr_id")) {
        var golden = Pattern.compile("tr_id\\W+(\\d+)").matcher(exchange.answer().body());
        assertThat(golden.find()).isTrue();
        retelling.give(golden.group(1), Long.toString(Visitor.number(answer)));
      }
    }

    private void assertAlike(String told, String golden) {
      var mayDiffer = conversation.mayDiffer();
      if (golden.startsWith("<")) {
        assertThat(XmlLikeness.of(told, mayDiffer)).isEqualTo(XmlLikeness.of(golden, mayDiffer));
      } else {
        assertThatJson(told).whenIgnoringPaths(mayDiffer.toArray(String[]::new)).isEqualTo(golden);
      }
    }

    /// A payment is signed under the number that was given out here.
    private String signedAnew(String asked) {
      return find("tr_id\\W+([1-9][0-9]{8,9})\\b", asked)
          .flatMap(
              number ->
                  find("username\\W+(\\w+)", asked)
                      .map(username -> sign(username, Long.parseLong(number))))
          .map(sign -> SIGN.matcher(asked).replaceFirst("$1" + sign + "$2"))
          .orElse(asked);
    }

    private static String sign(String username, long number) {
      return Payment.by(new Account(username, KEYS.getOrDefault(username, "")), number).sign();
    }

    private static Optional<String> find(String pattern, String text) {
      var found = Pattern.compile(pattern).matcher(text);
      return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
  }
}
