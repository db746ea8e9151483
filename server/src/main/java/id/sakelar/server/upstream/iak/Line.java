package id.sakelar.server.upstream.iak;

import id.sakelar.http.Body;
import id.sakelar.http.Caller;
import id.sakelar.http.Heard;
import id.sakelar.http.NotSent;
import id.sakelar.http.Unheard;
import id.sakelar.money.Rupiah;
import id.sakelar.server.upstream.iak.Hearing.Bare;
import id.sakelar.server.upstream.iak.Hearing.Doubt;
import id.sakelar.server.upstream.iak.Hearing.Told;
import id.sakelar.server.upstream.iak.Hearing.Unsent;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.Operation;
import id.sakelar.wire.iak.Answer;
import id.sakelar.wire.iak.BalanceQuestion;
import id.sakelar.wire.iak.Echo;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.Iak;
import id.sakelar.wire.iak.Question;
import id.sakelar.wire.iak.Reply;
import id.sakelar.wire.iak.ResponseCode;
import id.sakelar.wire.iak.ResponseCode.Standing;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The line to one biller: each question is sent at most once. Safe for many threads.
final class Line {
  private static final int OK = 200;

  /// How the dialect sends refusals of what it does not accept.
  private static final int BAD_REQUEST = 400;

  private final Caller caller;
  private final Operation<Question, Reply<Answer>> operation;

  Line(Caller caller, Format format) {
    this.caller = caller;
    this.operation = Iak.in(format).bill();
  }

  /// Asks for the deposit; empty if the biller does not say.
  Optional<Rupiah> ask(BalanceQuestion asked) {
    var question = Iak.BALANCE.question().write(asked);
    var body = Body.of(question.mediaType(), question.body());
    try {
      var heard = caller.ask("POST", Iak.BALANCE.path(), Map.of(), body);
      if (heard.status() != OK) {
        return Optional.empty();
      }
      var message = new Message(heard.body().mediaType(), heard.body().bytes());
      var told = Iak.BALANCE.answer().read(message);
      return told.rc().equals(ResponseCode.SUCCESS.code()) ? told.balance() : Optional.empty();
    } catch (NotSent | Unheard | Garbled _) {
      return Optional.empty();
    }
  }

  /// Asks, and listens for as long as the budget of the caller.
  ///
  /// @param ours whether an answer that repeats this is about what was asked
  Hearing ask(Question asked, Predicate<Echo> ours) {
    var question = operation.question().write(asked);
    var body = Body.of(question.mediaType(), question.body());
    try {
      return hear(caller.ask("POST", operation.path(), Map.of(), body), ours);
    } catch (NotSent _) {
      return new Unsent();
    } catch (Unheard _) {
      return new Doubt("no answer");
    } catch (Garbled _) {
      return new Doubt("garbled");
    }
  }

  /// Only 200 and 400 are statuses of the dialect, and 400 is one of refusals only: under any other
  /// the words may be somebody else's, or older than what happened.
  private Hearing hear(Heard heard, Predicate<Echo> ours) throws Garbled {
    var doubt = new Doubt("http " + heard.status());
    if (heard.status() != OK && heard.status() != BAD_REQUEST) {
      return doubt;
    }
    var hearing = Hearing.of(read(heard.body()), ours);
    return heard.status() == BAD_REQUEST && !isRefusal(hearing) ? doubt : hearing;
  }

  private static boolean isRefusal(Hearing hearing) {
    return switch (hearing) {
      case Bare(var code) -> code.standing() == Standing.FAILURE;
      case Told(var code, _) -> code.standing() == Standing.FAILURE;
      case Unsent _, Doubt _ -> true;
    };
  }

  private Reply<Answer> read(Body body) throws Garbled {
    return operation.answer().read(new Message(body.mediaType(), body.bytes()));
  }
}
