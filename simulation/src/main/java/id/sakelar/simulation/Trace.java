package id.sakelar.simulation;

import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What happened, folded into one number: two runs with the same number were the same run. Tells it
/// line by line to whoever wants to read it.
final class Trace {
  private static final long PRIME = 0x100000001B3L;

  private final @Nullable Consumer<String> reader;
  private long hash = 0xCBF29CE484222325L;
  private long now;

  /// @param reader told each line; null when nobody reads
  Trace(@Nullable Consumer<String> reader) {
    this.reader = reader;
  }

  /// Somebody has the turn at this moment.
  void turn(long micros) {
    now = micros;
    fold(micros);
  }

  /// Something happened to somebody or something.
  ///
  /// @param words are the same in each run
  void note(String what, String about, String words) {
    fold(what.hashCode());
    fold(about.hashCode());
    fold(words.hashCode());
    if (reader != null) {
      reader.accept(
          String.format(Locale.ROOT, "%14.6f %-10s %s %s", now / 1e6, what, about, words));
    }
  }

  private void fold(long value) {
    hash = (hash ^ value) * PRIME;
    hash ^= hash >>> 29;
  }

  long hash() {
    return hash;
  }
}
