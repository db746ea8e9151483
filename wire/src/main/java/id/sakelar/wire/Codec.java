package id.sakelar.wire;

import id.sakelar.wire.Json.Members;
import java.util.function.Function;

/// Spells one kind of value as a message, and reads it back.
///
/// Reading is lenient in form and strict in meaning; writing follows the published example to the
/// letter. Safe for use by many threads.
///
/// @param <T> the value
public final class Codec<T> {
  private final StrictJson json;
  private final Fields.Reader<T> reader;
  private final Function<T, Members> writer;

  private Codec(StrictJson json, Fields.Reader<T> reader, Function<T, Members> writer) {
    this.json = json;
    this.reader = reader;
    this.writer = writer;
  }

  /// A codec of JSON objects within `limits`.
  public static <T> Codec<T> json(
      Limits limits, Fields.Reader<T> reader, Function<T, Members> writer) {
    return new Codec<>(new StrictJson(limits), reader, writer);
  }

  public T read(Message message) throws Garbled {
    return reader.read(new Fields(json.read(message)));
  }

  public Message write(T value) {
    return json.write(writer.apply(value));
  }
}
