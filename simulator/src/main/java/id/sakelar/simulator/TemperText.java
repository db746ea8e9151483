package id.sakelar.simulator;

import id.sakelar.simulator.Temper.Closed;
import id.sakelar.simulator.Temper.Latency;
import id.sakelar.simulator.Temper.Shares;
import id.sakelar.wire.Codec;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Limits;
import id.sakelar.wire.Message;
import id.sakelar.wire.StrictJson;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// Spells a temper as JSON, and reads it back strictly: a name nobody knows is refused. What is
/// left out is as in [Temper#EVEN].
final class TemperText {
  private static final StrictJson JSON = new StrictJson(Limits.QUESTION);
  private static final Codec<Temper> CODEC =
      Codec.json(Limits.QUESTION, TemperText::read, TemperText::spelled);
  private static final Members KNOWN = spelled(Temper.EVEN);

  private TemperText() {}

  static Temper read(Message message) throws Garbled {
    for (String name : JSON.read(message).fields().keySet()) {
      if (!KNOWN.fields().containsKey(name)) {
        throw Garbled.message("a temper has no such field; it has " + KNOWN.fields().keySet());
      }
    }
    return CODEC.read(message);
  }

  static Message write(Temper temper) {
    return CODEC.write(temper);
  }

  private static Members spelled(Temper temper) {
    var latency = temper.latency();
    var shares = temper.shares();
    return new Draft()
        .count("latency_ms_min", millis(latency.min()))
        .count("latency_ms_max", millis(latency.max()))
        .flag("latency_everywhere", latency.everywhere())
        .count("refusals_percent", shares.refusals())
        .count("hang_ups_percent", shares.hangUps())
        .count("garbage_before_percent", shares.garbageBefore())
        .count("garbage_after_percent", shares.garbageAfter())
        .count("late_percent", shares.late())
        .count("lateness_ms", millis(temper.lateness()))
        .text("closed", word(temper.closed()))
        .members();
  }

  private static Temper read(Fields from) throws Garbled {
    try {
      var lateness = duration(from, "lateness_ms", Temper.EVEN.lateness());
      return new Temper(latency(from), shares(from), lateness, closed(from));
    } catch (IllegalArgumentException e) {
      throw Garbled.message(String.valueOf(e.getMessage()));
    }
  }

  private static Latency latency(Fields from) throws Garbled {
    return new Latency(
        duration(from, "latency_ms_min", Duration.ZERO),
        duration(from, "latency_ms_max", Duration.ZERO),
        from.flag("latency_everywhere"));
  }

  private static Shares shares(Fields from) throws Garbled {
    return new Shares(
        percent(from, "refusals_percent"),
        percent(from, "hang_ups_percent"),
        percent(from, "garbage_before_percent"),
        percent(from, "garbage_after_percent"),
        percent(from, "late_percent"));
  }

  private static int percent(Fields from, String name) throws Garbled {
    return from.findCount(name).orElse(0);
  }

  private static Duration duration(Fields from, String name, Duration other) throws Garbled {
    Optional<Integer> millis = from.findCount(name);
    return millis.isPresent() ? Duration.ofMillis(millis.get()) : other;
  }

  private static int millis(Duration duration) {
    return Math.toIntExact(duration.toMillis());
  }

  private static Closed closed(Fields from) throws Garbled {
    String word = from.findText("closed").orElse(word(Closed.NO));
    for (Closed closed : Closed.values()) {
      if (word(closed).equals(word)) {
        return closed;
      }
    }
    throw Garbled.field("closed", "is none of no, product and connections");
  }

  private static String word(Closed closed) {
    return closed.name().toLowerCase(Locale.ROOT);
  }
}
