package id.sakelar.server.upstream.digiswitch;

import id.sakelar.http.Body;
import id.sakelar.http.Heard;
import id.sakelar.http.Messenger;
import id.sakelar.http.NotSent;
import id.sakelar.http.Unheard;
import id.sakelar.money.Rupiah;
import id.sakelar.server.upstream.digiswitch.Hearing.Bare;
import id.sakelar.server.upstream.digiswitch.Hearing.Doubt;
import id.sakelar.server.upstream.digiswitch.Hearing.Told;
import id.sakelar.server.upstream.digiswitch.Hearing.Unsent;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.Operation;
import id.sakelar.wire.digiswitch.Answer;
import id.sakelar.wire.digiswitch.BalanceQuestion;
import id.sakelar.wire.digiswitch.Digiswitch;
import id.sakelar.wire.digiswitch.Reply;
import id.sakelar.wire.digiswitch.Reply.Answered;
import id.sakelar.wire.digiswitch.Reply.Refused;
import id.sakelar.wire.digiswitch.ResponseCode;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.Status;
import id.sakelar.wire.digiswitch.Transaction;
import java.util.Map;
import java.util.Optional;

/// The line to one biller: each question is sent at most once. Safe for many threads.
final class Line {
  private static final int OK = 200;

  /// How the dialect sends refusals, or some of them.
  private static final int BAD_REQUEST = 400;

  private final Messenger caller;
  private final Operation<Transaction, Reply<Answer>> operation;
  private final Operation<BalanceQuestion, Reply<Rupiah>> balance;

  Line(Messenger caller, Spelling spelling) {
    this.caller = caller;
    this.operation = Digiswitch.in(spelling).transaction();
    this.balance = Digiswitch.in(spelling).balance();
  }

  /// Asks for the deposit; empty if the biller does not say.
  Optional<Rupiah> ask(BalanceQuestion asked) {
    var question = balance.question().write(asked);
    var body = Body.of(question.mediaType(), question.body());
    try {
      var heard = caller.ask("POST", balance.path(), Map.of(), body);
      var message = new Message(heard.body().mediaType(), heard.body().bytes());
      return heard.status() == OK && balance.answer().read(message) instanceof Answered(Rupiah told)
          ? Optional.of(told)
          : Optional.empty();
    } catch (NotSent | Unheard | Garbled _) {
      return Optional.empty();
    }
  }

  /// Asks, and listens for as long as the budget of the caller.
  Hearing ask(Transaction asked) {
    var question = operation.question().write(asked);
    var body = Body.of(question.mediaType(), question.body());
    try {
      return hear(asked, caller.ask("POST", operation.path(), Map.of(), body));
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
  private Hearing hear(Transaction asked, Heard heard) throws Garbled {
    var doubt = new Doubt("http " + heard.status());
    if (heard.status() != OK && heard.status() != BAD_REQUEST) {
      return doubt;
    }
    var hearing = hear(asked, read(heard.body()));
    boolean isNoRefusal = hearing instanceof Told(var code, _) && code.status() != Status.FAILURE;
    return heard.status() == BAD_REQUEST && isNoRefusal ? doubt : hearing;
  }

  private Reply<Answer> read(Body body) throws Garbled {
    return operation.answer().read(new Message(body.mediaType(), body.bytes()));
  }

  private static Hearing hear(Transaction asked, Reply<Answer> reply) {
    return switch (reply) {
      case Answered<Answer>(Answer answer) -> Hearing.of(asked, answer);
      case Refused<Answer>(String rc, _, _) ->
          ResponseCode.of(rc).<Hearing>map(Bare::new).orElse(new Doubt("unknown rc"));
    };
  }
}
