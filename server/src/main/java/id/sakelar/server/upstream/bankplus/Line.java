package id.sakelar.server.upstream.bankplus;

import id.sakelar.http.Body;
import id.sakelar.http.Caller;
import id.sakelar.http.Heard;
import id.sakelar.http.NotSent;
import id.sakelar.http.Unheard;
import id.sakelar.server.upstream.bankplus.Hearing.Doubt;
import id.sakelar.server.upstream.bankplus.Hearing.Said;
import id.sakelar.server.upstream.bankplus.Hearing.Unsent;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.Operation;
import id.sakelar.wire.bankplus.SwitcherReply;
import java.util.Map;

/// The line to one bank's host: each question is sent at most once. Safe for many threads.
record Line(Caller caller) {
  private static final int OK = 200;

  /// Asks, and listens for as long as the budget of the caller.
  <Q, A> Hearing<A> ask(Operation<Q, SwitcherReply<A>> operation, Q asked) {
    var question = operation.question().write(asked);
    var body = Body.of(question.mediaType(), question.body());
    try {
      return hear(operation, caller.ask("POST", operation.path(), Map.of(), body));
    } catch (NotSent _) {
      return new Unsent<>();
    } catch (Unheard _) {
      return new Doubt<>("no answer");
    } catch (Garbled _) {
      return new Doubt<>("garbled");
    }
  }

  /// Only 200 is a status of the dialect: under any other the words may be somebody else's.
  private static <Q, A> Hearing<A> hear(Operation<Q, SwitcherReply<A>> operation, Heard heard)
      throws Garbled {
    if (heard.status() != OK) {
      return new Doubt<>("http " + heard.status());
    }
    var body = heard.body();
    return new Said<>(operation.answer().read(new Message(body.mediaType(), body.bytes())));
  }
}
