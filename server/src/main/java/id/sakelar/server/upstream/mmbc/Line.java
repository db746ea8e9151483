package id.sakelar.server.upstream.mmbc;

import id.sakelar.http.Body;
import id.sakelar.http.Caller;
import id.sakelar.http.Heard;
import id.sakelar.http.NotSent;
import id.sakelar.http.Unheard;
import id.sakelar.server.upstream.mmbc.Hearing.Denied;
import id.sakelar.server.upstream.mmbc.Hearing.Doubt;
import id.sakelar.server.upstream.mmbc.Hearing.Told;
import id.sakelar.server.upstream.mmbc.Hearing.Unsent;
import id.sakelar.wire.Codec;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.mmbc.Reply;
import id.sakelar.wire.mmbc.Reply.No;
import id.sakelar.wire.mmbc.Reply.Ok;
import id.sakelar.wire.mmbc.Service;
import java.util.Map;

/// The line to one biller: each question is sent at most once. Safe for many threads.
final class Line {
  private static final int OK = 200;

  private final Caller caller;

  Line(Caller caller) {
    this.caller = caller;
  }

  /// Asks, and listens for as long as the budget of the caller.
  <Q, A> Hearing<A> ask(Service<Q, A> service, Q asked) {
    var question = service.question().write(asked);
    var body = Body.of(question.mediaType(), question.body());
    try {
      return hear(service.answer(), caller.ask(service.method(), service.path(), Map.of(), body));
    } catch (NotSent _) {
      return new Unsent<>();
    } catch (Unheard _) {
      return new Doubt<>("no answer");
    } catch (Garbled _) {
      return new Doubt<>("garbled");
    }
  }

  /// The dialect says everything with 200: under any other status the words may be somebody else's,
  /// or older than what happened.
  private static <A> Hearing<A> hear(Codec<Reply<A>> answer, Heard heard) throws Garbled {
    if (heard.status() != OK) {
      return new Doubt<>("http " + heard.status());
    }
    var body = heard.body();
    return switch (answer.read(new Message(body.mediaType(), body.bytes()))) {
      case Ok<A>(A told) -> new Told<>(told);
      case No<A>(var refusal) -> new Denied<>(refusal);
    };
  }
}
