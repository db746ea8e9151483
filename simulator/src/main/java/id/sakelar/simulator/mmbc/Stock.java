package id.sakelar.simulator.mmbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Limits;
import id.sakelar.wire.Message;
import id.sakelar.wire.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;

/// The files of what the biller knows.
final class Stock {
  private static final StrictJson JSON = new StrictJson(Limits.ANSWER);

  private Stock() {}

  /// A part of a file as a message of its own.
  static Message message(Members part) {
    return JSON.write(part);
  }

  /// @throws IllegalStateException if there is no such file or it is not what it has to be
  static <T> T read(String file, Fields.Reader<T> reader) {
    try (var in = Stock.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + file);
      }
      var message = Message.json(new String(in.readAllBytes(), UTF_8));
      return reader.read(new Fields(JSON.read(message)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Garbled e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }
}
