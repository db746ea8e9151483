package id.sakelar.server.front.digiswitch;

import id.sakelar.http.Door;
import id.sakelar.server.front.Key;
import id.sakelar.server.front.Premises;
import id.sakelar.wire.digiswitch.Account;
import id.sakelar.wire.digiswitch.Command;
import id.sakelar.wire.digiswitch.Digiswitch;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.Transaction;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

/// Somebody who calls at the premises and speaks one of the spellings.
record Visitor(Premises premises, Spelling spelling) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern RC = Pattern.compile("\"rc\":\"(\\d\\d)\"");

  /// Opens the front of the dialect, with one whole price list in five minutes.
  static Door.Builder open(Premises premises, Door.Builder door) {
    return new DigiswitchFront(
            premises.partners(),
            premises.payments(),
            premises.catalog(),
            premises.deposits(),
            premises.pseudonyms(),
            1)
        .openOn(door);
  }

  static Account account(Key key) {
    return new Account(key.username(), key.key());
  }

  /// A question about electricity.
  static Transaction about(Key key, Command command, String reference, String customer) {
    return Transaction.by(account(key), command, "pln", customer, reference);
  }

  HttpRequest request(Transaction question) {
    var operation = Digiswitch.in(spelling).transaction();
    var body = operation.question().write(question).text();
    return to(operation.path()).POST(BodyPublishers.ofString(body)).build();
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + premises.port() + path));
  }

  HttpResponse<String> say(Transaction question) throws Exception {
    return send(request(question));
  }

  HttpResponse<String> post(String path, String body) throws Exception {
    return send(to(path).POST(BodyPublishers.ofString(body)).build());
  }

  HttpResponse<String> send(HttpRequest request) throws Exception {
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  /// Status and response code of an answer: `400 41`.
  static String verdict(HttpResponse<String> answer) {
    return answer.statusCode() + " " + rc(answer);
  }

  static String rc(HttpResponse<String> answer) {
    var rc = RC.matcher(answer.body());
    if (!rc.find()) {
      throw new AssertionError("no rc: " + answer.body());
    }
    return rc.group(1);
  }
}
