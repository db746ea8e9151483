package id.sakelar.server.upstream.iak;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.sakelar.conversations.Exchange;
import id.sakelar.http.Budget;
import id.sakelar.http.Caller;
import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.payment.Bill.EmoneyTopup;
import id.sakelar.server.payment.Biller;
import id.sakelar.server.payment.Biller.Found;
import id.sakelar.server.payment.Biller.Found.Billed;
import id.sakelar.server.payment.Biller.Order;
import id.sakelar.server.payment.Quote;
import id.sakelar.server.upstream.FakeBiller;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.iak.Account;
import id.sakelar.wire.iak.Answer;
import id.sakelar.wire.iak.Echo;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.Iak;
import id.sakelar.wire.iak.Inquiry;
import id.sakelar.wire.iak.Payment;
import id.sakelar.wire.iak.PriceListQuestion;
import id.sakelar.wire.iak.Question;
import id.sakelar.wire.iak.Reply.Answered;
import id.sakelar.wire.iak.StatusQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// One run of a conversation: what the connector learns from an inquiry, its order and its status
/// question build on.
final class Leading implements AutoCloseable {
  private final FakeBiller fake = FakeBiller.at(Iak.in(Format.JSON).bill().path());
  private final Caller caller =
      new Caller(fake.address(), Budget.of(Duration.ofSeconds(20), Duration.ofSeconds(60)));
  private final Map<String, Order> byNumber = new HashMap<>();
  private final Map<String, Order> byReference = new HashMap<>();

  /// Has the connector ask `question`, and tells it the golden answer.
  ///
  /// @return what it has understood
  Object ask(Account account, Format format, Question question, Exchange.Answer golden) {
    fake.says(golden.status(), golden.body());
    var biller = new IakBiller(caller, account, format);
    return switch (question) {
      case Inquiry inquiry -> keep(biller, asked(inquiry));
      case Payment(_, long trId, _) ->
          biller.pay(
              byNumber.getOrDefault(
                  Long.toString(trId), stranger(trId, "iak-never", format, golden)));
      case StatusQuestion(_, String refId, _) ->
          biller.status(byReference.getOrDefault(refId, stranger(1, refId, format, golden)));
      case PriceListQuestion _ -> throw new IllegalArgumentException("nobody asks that here");
    };
  }

  /// The body of the question the biller has heard.
  String heard() {
    return new String(fake.read().body().bytes(), UTF_8);
  }

  @Override
  public void close() {
    caller.close();
    fake.close();
  }

  private Found keep(Biller biller, Biller.Question asked) {
    var found = biller.inquire(asked);
    if (found instanceof Billed billed) {
      var order = order(asked.product(), asked.customer(), asked.reference(), billed);
      byNumber.put(String.valueOf(billed.number()), order);
      byReference.put(asked.reference(), order);
    }
    return found;
  }

  private static Biller.Question asked(Inquiry inquiry) {
    var family = family(inquiry.code());
    return new Biller.Question(
        inquiry.code(),
        family,
        inquiry.nomorIdentitas().map(it -> inquiry.hp() + "," + it).orElse(inquiry.hp()),
        inquiry.refId(),
        inquiry.amount().orElse(null),
        inquiry.year().map(String::valueOf).orElse(null),
        inquiry.month().orElse(null),
        false);
  }

  /// What the catalogue calls the family of a product; of an unknown one, any will do.
  private static Family family(String code) {
    return switch (id.sakelar.wire.iak.desc.Family.of(code)
        .orElse(id.sakelar.wire.iak.desc.Family.MOBILE)) {
      case PLN -> Family.ELECTRICITY;
      case PLNNONTAGLIS -> Family.ELECTRICITY_NON_BILL;
      case BPJS -> Family.HEALTH_INSURANCE;
      case BPJSTK -> Family.EMPLOYMENT_INSURANCE;
      case BPJSTKPU -> Family.COMPANY_INSURANCE;
      case MULTIFINANCE -> Family.MULTIFINANCE;
      case INSURANCE -> Family.INSURANCE;
      case PDAM -> Family.WATER;
      case PGAS -> Family.GAS;
      case TELKOM, INTERNET -> Family.INTERNET;
      case MOBILE -> Family.MOBILE;
      case TV -> Family.TELEVISION;
      case PBB -> Family.PROPERTY_TAX;
      case ESAMSAT -> Family.VEHICLE_TAX;
      case OPEN_AMOUNT, COLLECTION -> Family.EMONEY_TOPUP;
    };
  }

  /// An order that was inquired in another conversation, or never: as the answer tells it, if it
  /// tells it.
  private static Order stranger(long trId, String refId, Format format, Exchange.Answer golden) {
    var told = findTold(format, golden);
    var echo = told.map(Answer::echo).orElse(new Echo(trId, "FNMEGA", "6391601201", refId));
    var nominal = told.map(it -> it.owed().nominal()).orElse(Rupiah.of(661_000));
    var cost = told.map(it -> it.owed().sellingPrice()).orElse(Rupiah.of(660_500));
    var billed = new Billed(new EmoneyTopup("Nama", 1, nominal), cost, Long.toString(echo.trId()));
    return order(echo.code(), echo.hp(), echo.refId(), billed);
  }

  private static Optional<Answer> findTold(Format format, Exchange.Answer golden) {
    try {
      var message = Message.of("", golden.body());
      return Iak.in(format).bill().answer().read(message) instanceof Answered<Answer>(var answer)
          ? Optional.of(answer)
          : Optional.empty();
    } catch (Garbled e) {
      throw new IllegalArgumentException("a golden answer can be read", e);
    }
  }

  private static Order order(String product, String customer, String reference, Billed billed) {
    var cost = billed.cost();
    var quote =
        new Quote(
            "produk",
            customer,
            billed.bill(),
            "iak",
            product,
            reference,
            Rupiah.ZERO,
            cost,
            cost,
            null,
            Rupiah.ZERO,
            cost,
            billed.number());
    return new Order(quote, Instant.parse("2026-11-20T03:00:00Z"), billed.number(), false);
  }
}
