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
  private final Reader<T> reader;
  private final Function<T, Message> writer;

  private Codec(Reader<T> reader, Function<T, Message> writer) {
    this.reader = reader;
    this.writer = writer;
  }

  /// Reads a value from a whole message.
  @FunctionalInterface
  public interface Reader<T> {
    T read(Message message) throws Garbled;
  }

  /// A codec of messages in any form; both functions are used by many threads.
  public static <T> Codec<T> of(Reader<T> reader, Function<T, Message> writer) {
    return new Codec<>(reader, writer);
  }

  /// A codec of JSON objects within `limits`.
  public static <T> Codec<T> json(
      Limits limits, Fields.Reader<T> reader, Function<T, Members> writer) {
    var json = new StrictJson(limits);
    return of(
        message -> reader.read(new Fields(json.read(message))),
        value -> json.write(writer.apply(value)));
  }

  public T read(Message message) throws Garbled {
    return reader.read(message);
  }

  public Message write(T value) {
    return writer.apply(value);
  }
}
