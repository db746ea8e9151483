package id.sakelar.simulator.mmbc;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.time.DateTimeException;
import java.time.Instant;

/// A number that the biller has given out, and what for. Immutable.
///
/// @param at when
/// @param <S> what it is about
record Invoice<S extends Subject>(String number, Instant at, S subject) {
  static <S extends Subject> Invoice<S> read(Fields from, Fields.Reader<S> reader) throws Garbled {
    return new Invoice<>(from.text("invoice"), at(from), reader.read(from));
  }

  private static Instant at(Fields from) throws Garbled {
    String text = from.text("at");
    try {
      return Instant.parse(text);
    } catch (DateTimeException _) {
      throw Garbled.field("at", "is no moment");
    }
  }

  Members spelled() {
    var to = new Draft().text("invoice", number).text("at", at.toString());
    subject.write(to);
    return to.members();
  }
}
