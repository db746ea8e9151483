package id.sakelar.server.front.mmbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.sakelar.http.Door;
import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.catalog.Fees;
import id.sakelar.server.catalog.Offer;
import id.sakelar.server.front.Key;
import id.sakelar.server.front.Premises;
import id.sakelar.server.partner.Secret;
import id.sakelar.server.partner.Verifier;
import id.sakelar.wire.Message;
import id.sakelar.wire.mmbc.InquiryAcc;
import id.sakelar.wire.mmbc.InquiryEsamsat;
import id.sakelar.wire.mmbc.Login;
import id.sakelar.wire.mmbc.Mmbc;
import id.sakelar.wire.mmbc.PayEsamsat;
import id.sakelar.wire.mmbc.Service;
import id.sakelar.wire.mmbc.StatusInvoice;
import id.sakelar.wire.mmbc.StatusTransfer;
import id.sakelar.wire.mmbc.TransferAcc;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Somebody who calls at the premises and speaks MMBC.
record Visitor(Premises premises) {
  /// The card of the published examples, which is none.
  static final String SAMPLE = "4137777777777777";

  /// The same in the published payment, where a digit was lost.
  static final String SHORT_SAMPLE = "413777777777777";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final SecureRandom CHANCE = new SecureRandom();

  /// Premises with the dialect's front, products and passwords, where all but one are rich.
  static Premises open() {
    return open(1_000_000);
  }

  /// The same, where a partner may ask after so many cards a minute.
  static Premises open(int cardInquiries) {
    var settings = new MmbcSettings(Set.of(SAMPLE, SHORT_SAMPLE), cardInquiries);
    var premises = Premises.open((it, door) -> openFront(it, door, settings));
    premises.sell(
        bank("8", "MANDIRI", true),
        bank("14", "BCA", true),
        bank("2", "BRI", false),
        region("SAMSAT_JABAR", 2_000, true),
        region("SAMSAT_JATENG", 2_000, false),
        region("SAMSAT_JATIM", 0, true));
    premises.introduce("mmbc", key -> Verifier.of(new Secret(key.key()), CHANCE));
    Key.ALL.stream().filter(key -> !key.equals(Key.POOR)).forEach(key -> enrich(premises, key));
    return premises;
  }

  private static Door.Builder openFront(
      Premises premises, Door.Builder door, MmbcSettings settings) {
    return new MmbcFront(
            premises.partners(),
            premises.payments(),
            premises.catalog(),
            premises.numbers(),
            premises.tickets(),
            premises.clock(),
            settings)
        .openOn(door);
  }

  private static Offer bank(String code, String brand, boolean open) {
    var name = "KARTU KREDIT " + brand;
    return offer("credit-card-" + code, Family.CREDIT_CARD, name, code, 3_000, 0, open);
  }

  private static Offer region(String code, long cashback, boolean open) {
    var product = code.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    return offer(product, Family.VEHICLE_TAX, code, code, 5_000, cashback, open);
  }

  private static Offer offer(
      String product,
      Family family,
      String name,
      String code,
      long admin,
      long cashback,
      boolean open) {
    return new Offer(
        product,
        family,
        name,
        name,
        null,
        Map.of("mmbc", code),
        new Offer.Route(Premises.UPSTREAM, code),
        new Fees(Rupiah.of(admin), Rupiah.ZERO, null, Rupiah.of(cashback)),
        null,
        open);
  }

  private static void enrich(Premises premises, Key key) {
    try {
      premises.topUp(key, Rupiah.of(10_000_000));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static Login login(Key key) {
    return new Login(key.username(), key.key());
  }

  /// A number that a VISA card can have.
  ///
  /// @param number 12 digits
  static String card(String number) {
    return IntStream.range(0, 10)
        .mapToObj(last -> "411" + number + last)
        .filter(Brand.VISA::canBe)
        .findFirst()
        .orElseThrow();
  }

  HttpResponse<String> inquireCard(Key key, String card, long amount) throws Exception {
    return ask(
        Mmbc.INQUIRY_ACC,
        new InquiryAcc(login(key), "8", card, Rupiah.of(amount), Optional.empty()));
  }

  static TransferAcc transfer(Key key, String card, long amount) {
    return TransferAcc.of(login(key), "8", card, Rupiah.of(amount));
  }

  HttpResponse<String> transferTo(Key key, String card, long amount) throws Exception {
    return ask(Mmbc.TRANSFER_ACC, transfer(key, card, amount));
  }

  HttpResponse<String> cardStatus(Key key, String invoice) throws Exception {
    return ask(Mmbc.STATUS_TRANSFER, new StatusTransfer(login(key), invoice, false));
  }

  /// @param customer as the core calls it: chassis number, comma, identity number
  HttpResponse<String> inquireTax(Key key, String region, String customer) throws Exception {
    var numbers = customer.split(",", -1);
    return ask(
        Mmbc.INQUIRY_ESAMSAT, new InquiryEsamsat(login(key), region, numbers[1], numbers[0]));
  }

  HttpResponse<String> payTax(Key key, String invoice) throws Exception {
    return ask(Mmbc.PAY_ESAMSAT, new PayEsamsat(login(key), invoice, Optional.empty()));
  }

  HttpResponse<String> taxStatus(Key key, String invoice) throws Exception {
    return ask(Mmbc.STATUS_INVOICE, new StatusInvoice(login(key), invoice));
  }

  <Q> HttpResponse<String> ask(Service<Q, ?> service, Q question) throws Exception {
    return post(service.path(), service.question().write(question));
  }

  HttpResponse<String> post(String path, Message message) throws Exception {
    return send(
        to(path)
            .header("Content-Type", message.mediaType())
            .POST(BodyPublishers.ofByteArray(message.body()))
            .build());
  }

  /// Posts what stands there, as a form.
  HttpResponse<String> post(String path, String form) throws Exception {
    return post(path, Message.of("application/x-www-form-urlencoded", form));
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + premises.port() + path));
  }

  HttpResponse<String> send(HttpRequest request) throws Exception {
    return CLIENT.send(request, BodyHandlers.ofString(UTF_8));
  }

  /// The text of one field of an answer; empty if it is not there.
  static String field(HttpResponse<String> answer, String name) {
    var found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(answer.body());
    return found.find() ? found.group(1) : "";
  }

  static String invoice(HttpResponse<String> answer) {
    return field(answer, "invoice");
  }

  static String status(HttpResponse<String> answer) {
    return field(answer, "status");
  }

  static String reason(HttpResponse<String> answer) {
    return field(answer, "reason");
  }
}
