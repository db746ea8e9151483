package id.sakelar.wire.bankplus;

import id.sakelar.wire.Codec;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Limits;
import id.sakelar.wire.Message;
import id.sakelar.wire.StrictJson;
import java.util.function.Function;

/// Spells questions: a JSON object, said to be one.
final class Questions {
  private static final StrictJson JSON = new StrictJson(Limits.QUESTION);
  private static final Message NOTHING = Message.json("");

  /// A question without parameters has no body; the fields of one that comes are ignored.
  static final Codec<Blank> BLANK =
      Codec.of(
          message -> {
            if (message.size() > 0) {
              object(message);
            }
            return new Blank();
          },
          _ -> NOTHING);

  private Questions() {}

  static <Q> Codec<Q> codec(Fields.Reader<Q> reader, Function<Q, Members> writer) {
    return Codec.of(
        message -> reader.read(new Fields(object(message))),
        question -> JSON.write(writer.apply(question)));
  }

  private static Members object(Message message) throws Garbled {
    if (!message.typeInUtf8().equals(Message.JSON)) {
      throw Garbled.message("the body is not said to be " + Message.JSON);
    }
    return JSON.read(message);
  }
}
