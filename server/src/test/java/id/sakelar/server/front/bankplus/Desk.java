package id.sakelar.server.front.bankplus;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.bankplus.AgentCard;
import id.sakelar.wire.bankplus.Bankplus;
import id.sakelar.wire.bankplus.Blank;
import id.sakelar.wire.bankplus.LoggedIn;
import id.sakelar.wire.bankplus.Login;
import id.sakelar.wire.bankplus.Refusal;
import id.sakelar.wire.bankplus.Reply;
import id.sakelar.wire.bankplus.Service;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Somebody who calls at a branch, with these headers. Immutable.
record Desk(Branch branch, Map<String, String> headers) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /// Somebody without a session.
  static Desk at(Branch branch) {
    return new Desk(branch, Map.of());
  }

  /// The agent, in a session that has just begun.
  static Desk of(Branch branch, Demo agent) throws Exception {
    var answer = at(branch).logIn(agent);
    if (!(reply(Bankplus.LOGIN, answer) instanceof Reply.Done<LoggedIn>(LoggedIn in, _))) {
      throw new AssertionError(answer.body());
    }
    return at(branch).with(Bankplus.SESSION, in.sessionId());
  }

  HttpResponse<String> logIn(Demo agent) throws Exception {
    return ask(Bankplus.LOGIN, new Login(agent.username(), agent.password()));
  }

  Desk with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Desk(branch, more);
  }

  Desk sid(String sid) {
    return with(Bankplus.SID, sid);
  }

  String session() {
    return headers.getOrDefault(Bankplus.SESSION, "");
  }

  <A> HttpResponse<String> ask(Service<Blank, A> service) throws Exception {
    return ask(service, new Blank());
  }

  <Q> HttpResponse<String> ask(Service<Q, ?> service, Q question) throws Exception {
    return post(service.path(), service.question().write(question));
  }

  HttpResponse<String> post(String path, String json) throws Exception {
    return post(path, Message.json(json));
  }

  HttpResponse<String> post(String path, Message message) throws Exception {
    return send(
        to(path)
            .header("Content-Type", message.mediaType())
            .POST(BodyPublishers.ofByteArray(message.body())));
  }

  HttpRequest.Builder to(String path) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + branch.premises.port() + path));
    headers.forEach(request::header);
    return request;
  }

  static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofString(UTF_8));
  }

  static <A> Reply<A> reply(Service<?, A> service, HttpResponse<String> answer) throws Garbled {
    return service.answer().read(Message.json(answer.body()));
  }

  /// What was asked for.
  static <A> A done(Service<?, A> service, HttpResponse<String> answer) throws Garbled {
    if (reply(service, answer) instanceof Reply.Done<A>(A done, Optional<AgentCard> _)) {
      return done;
    }
    throw new AssertionError(answer.body());
  }

  /// HTTP status, code and message.
  static String said(HttpResponse<String> answer) throws Garbled {
    var words =
        switch (reply(Bankplus.LOGOUT, answer)) {
          case Reply.Done<?> _ -> "00";
          case Reply.Pending<?> _ -> "68";
          case Reply.Refused<?>(Refusal refusal) -> refusal.code().word() + " " + refusal.message();
        };
    return answer.statusCode() + " " + words;
  }

  @Override
  public String toString() {
    return "Desk";
  }
}
