package id.sakelar.wire.mmbc;

import id.sakelar.wire.Codec;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json;
import id.sakelar.wire.Json.Items;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Limits;
import id.sakelar.wire.Message;
import id.sakelar.wire.StrictJson;
import id.sakelar.wire.mmbc.Reply.No;
import id.sakelar.wire.mmbc.Reply.Ok;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Spells replies: an object whose `result` says what it is, or a bare list.
final class Replies {
  private static final StrictJson JSON = new StrictJson(Limits.ANSWER);
  private static final String RESULT = "result";

  private Replies() {}

  /// A codec of answers that are objects.
  static <A> Codec<Reply<A>> object(Fields.Reader<A> reader, Function<A, Members> writer) {
    return Codec.json(
        Limits.ANSWER,
        from -> isOk(from) ? Reply.ok(reader.read(from)) : Reply.no(Refusals.read(from)),
        reply -> spelled(reply, writer));
  }

  private static <A> Members spelled(Reply<A> reply, Function<A, Members> writer) {
    return switch (reply) {
      case Ok<A>(A answer) -> writer.apply(answer);
      case No<A>(Refusal refusal) -> Refusals.spelled(refusal);
    };
  }

  /// A codec of answers that are bare lists; a refusal is an object all the same.
  static <T> Codec<Reply<List<T>>> list(Fields.Reader<T> reader, Function<T, Members> writer) {
    return Codec.of(
        message -> list(message, reader),
        reply ->
            switch (reply) {
              case Ok<List<T>>(var lines) ->
                  JSON.write(new Items(lines.stream().<Json>map(writer).toList()));
              case No<List<T>>(Refusal refusal) -> JSON.write(Refusals.spelled(refusal));
            });
  }

  private static <T> Reply<List<T>> list(Message message, Fields.Reader<T> reader) throws Garbled {
    Json json = JSON.readObjectOrList(message);
    if (json instanceof Items(var lines)) {
      return Reply.ok(lines(lines, reader));
    }
    if (!(json instanceof Members members) || isOk(new Fields(members))) {
      throw Garbled.message("the body is neither a list nor a refusal");
    }
    return Reply.no(Refusals.read(new Fields(members)));
  }

  private static <T> List<T> lines(List<Json> items, Fields.Reader<T> reader) throws Garbled {
    List<T> lines = new ArrayList<>(items.size());
    for (Json item : items) {
      if (!(item instanceof Members members)) {
        throw Garbled.message("a line of the list is not an object");
      }
      lines.add(reader.read(new Fields(members)));
    }
    return List.copyOf(lines);
  }

  private static boolean isOk(Fields from) throws Garbled {
    return switch (from.text(RESULT)) {
      case "ok" -> true;
      case "no" -> false;
      default -> throw Garbled.field(RESULT, "is neither ok nor no");
    };
  }
}
