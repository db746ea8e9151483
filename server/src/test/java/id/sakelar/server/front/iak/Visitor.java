package id.sakelar.server.front.iak;

import id.sakelar.http.Door;
import id.sakelar.server.front.Key;
import id.sakelar.server.front.Premises;
import id.sakelar.server.partner.Secret;
import id.sakelar.wire.Message;
import id.sakelar.wire.iak.Account;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.Iak;
import id.sakelar.wire.iak.Inquiry;
import id.sakelar.wire.iak.Payment;
import id.sakelar.wire.iak.Question;
import id.sakelar.wire.iak.StatusQuestion;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

/// Somebody who calls at the premises and speaks the dialect in one format.
record Visitor(Premises premises, Format format) {
  static final String PATH = "/api/v1/bill/check";
  static final String ELECTRICITY = "PLNPOSTPAID";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern CODE =
      Pattern.compile("(?:\"response_code\":\"|\"rc\":\"|<response_code>)(\\d+)");
  private static final Pattern NUMBER = Pattern.compile("(?:\"tr_id\":|<tr_id>)(\\d+)");

  /// Opens the front of the dialect, with its products, and everybody known in it.
  static Door.Builder open(Premises premises, Door.Builder door) {
    premises.sell(Shop.offers());
    premises.introduce(IakFront.DIALECT, key -> new Secret(key.key()));
    return new IakFront(
            premises.partners(),
            premises.payments(),
            premises.catalog(),
            premises.deposits(),
            premises.numbers(),
            premises.partnerStore(),
            premises.clock())
        .openOn(door);
  }

  static Account account(Key key) {
    return new Account(key.username(), key.key());
  }

  HttpResponse<String> inquire(Key key, String reference, String customer) throws Exception {
    return ask(Inquiry.by(account(key), ELECTRICITY, customer, reference));
  }

  /// Asks for a bill that is there.
  ///
  /// @return the number of the inquiry
  long inquired(Key key, String reference, String customer) throws Exception {
    return number(inquire(key, reference, customer));
  }

  HttpResponse<String> pay(Key key, long number) throws Exception {
    return ask(Payment.by(account(key), number));
  }

  HttpResponse<String> status(Key key, String reference) throws Exception {
    return ask(StatusQuestion.by(account(key), reference));
  }

  HttpResponse<String> ask(Question question) throws Exception {
    return ask(PATH, question);
  }

  HttpResponse<String> ask(String path, Question question) throws Exception {
    return post(path, spelled(question));
  }

  Message spelled(Question question) {
    return Iak.in(format).bill().question().write(question);
  }

  HttpResponse<String> post(String path, Message body) throws Exception {
    return post(path, body.mediaType(), body.text());
  }

  HttpResponse<String> post(String path, String mediaType, String body) throws Exception {
    return send(
        to(path).header("Content-Type", mediaType).POST(BodyPublishers.ofString(body)).build());
  }

  HttpResponse<String> get(String path) throws Exception {
    return send(to(path).build());
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + premises.port() + path));
  }

  static HttpResponse<String> send(HttpRequest request) throws Exception {
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  static HttpResponse<byte[]> fetch(HttpRequest request) throws Exception {
    return CLIENT.send(request, BodyHandlers.ofByteArray());
  }

  /// Status and response code of an answer: `400 107`.
  static String verdict(HttpResponse<String> answer) {
    return answer.statusCode() + " " + code(answer);
  }

  static String code(HttpResponse<String> answer) {
    return first(CODE, answer);
  }

  static long number(HttpResponse<String> answer) {
    return Long.parseLong(first(NUMBER, answer));
  }

  private static String first(Pattern pattern, HttpResponse<String> answer) {
    var found = pattern.matcher(answer.body());
    if (!found.find()) {
      throw new AssertionError("no " + pattern + ": " + answer.body());
    }
    return found.group(1);
  }
}
