package id.sakelar.wire.digiswitch;

import id.sakelar.wire.Codec;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Limits;
import id.sakelar.wire.digiswitch.Reply.Answered;
import id.sakelar.wire.digiswitch.Reply.Refused;
import java.util.function.Function;
import java.util.function.Predicate;

/// Spells replies: the envelope `data`, and the choice between an answer and a refusal.
final class Replies {
  private Replies() {}

  /// A codec of replies: `data` is an answer if `isAnswer`, else a refusal.
  static <T> Codec<Reply<T>> codec(
      Predicate<Fields> isAnswer, Fields.Reader<T> reader, Function<T, Members> writer) {
    return Codec.json(
        Limits.ANSWER,
        body -> {
          var data = body.group("data");
          return isAnswer.test(data) ? new Answered<>(reader.read(data)) : refusal(data);
        },
        reply -> spelled(reply, writer));
  }

  static <T> Reply<T> refusal(Fields data) throws Garbled {
    return new Refused<>(data.text("rc"), data.text("message"), data.findText("status"));
  }

  static <T> Members spelled(Reply<T> reply, Function<T, ? extends Json> writer) {
    Json data =
        switch (reply) {
          case Answered<T>(T answer) -> writer.apply(answer);
          case Refused<T>(var rc, var message, var status) ->
              new Draft().text("rc", rc).text("message", message).text("status", status).members();
        };
    return new Draft().json("data", data).members();
  }
}
