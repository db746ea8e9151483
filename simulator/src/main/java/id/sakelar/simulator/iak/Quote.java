package id.sakelar.simulator.iak;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.iak.Inquiry;
import id.sakelar.wire.iak.Question;
import java.time.DateTimeException;
import java.time.Instant;

/// An inquiry that was answered. Immutable.
///
/// @param trId the number it was given
/// @param scheme how its number was read, and stays read
/// @param at when it was answered
record Quote(long trId, Inquiry asked, Scheme scheme, Instant at) {
  String reference() {
    return asked.refId();
  }

  static Quote read(Fields from) throws Garbled {
    if (!(Question.read(from.group("asked")) instanceof Inquiry asked)) {
      throw Garbled.field("asked", "is no inquiry");
    }
    try {
      return new Quote(
          Long.parseLong(from.text("tr_id")),
          asked,
          Scheme.valueOf(from.text("scheme")),
          Instant.parse(from.text("at")));
    } catch (IllegalArgumentException | DateTimeException _) {
      throw Garbled.message("a quote has a number, a scheme and a moment");
    }
  }

  Members spelled() {
    return new Draft()
        .text("tr_id", Long.toString(trId))
        .text("scheme", scheme.name())
        .text("at", at.toString())
        .json("asked", asked.spelled())
        .members();
  }
}
