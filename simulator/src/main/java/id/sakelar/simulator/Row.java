package id.sakelar.simulator;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/// A payment in a biller's book. What becomes of it is written down at once; until it is due it is
/// pending all the same. Immutable.
///
/// @param reference the caller's own name for the payment
/// @param fingerprint of what was asked, so that the reference is good for nothing else
/// @param serial what the biller calls it, perhaps nothing
/// @param product the code it was asked for under
/// @param customer masked
/// @param price what it costs the caller if it is paid
/// @param at when it was taken
/// @param due when it is final, not before `at`
/// @param word the dialect's own word for its ending
public record Row(
    String reference,
    String fingerprint,
    String serial,
    String product,
    String customer,
    Rupiah price,
    Instant at,
    Instant due,
    Ending ending,
    String word) {
  public Row {
    if (due.isBefore(at)) {
      throw new IllegalArgumentException("a payment is due after " + at + ", not " + due);
    }
  }

  /// What becomes of a payment.
  public enum Ending {
    /// The money was taken.
    PAID,

    /// No money was taken, or it went back.
    FAILED
  }

  /// How a payment stands.
  public enum State {
    /// Not decided yet; the money is with the biller.
    PENDING,

    /// Final: the biller has the money.
    PAID,

    /// Final: the biller has no money.
    FAILED
  }

  /// How it stands at `now`.
  public State state(Instant now) {
    if (now.isBefore(due)) {
      return State.PENDING;
    }
    return switch (ending) {
      case PAID -> State.PAID;
      case FAILED -> State.FAILED;
    };
  }

  /// What the biller has of the caller's money at `now`.
  public Rupiah charged(Instant now) {
    return switch (state(now)) {
      case PENDING, PAID -> price;
      case FAILED -> Rupiah.ZERO;
    };
  }

  static Row read(Fields from) throws Garbled {
    return new Row(
        from.text("reference"),
        from.text("fingerprint"),
        from.text("serial"),
        from.text("product"),
        from.text("customer"),
        from.amount("price"),
        instant(from, "at"),
        instant(from, "due"),
        ending(from),
        from.text("word"));
  }

  Members spelled() {
    return new Draft()
        .text("reference", reference)
        .text("fingerprint", fingerprint)
        .text("serial", serial)
        .text("product", product)
        .text("customer", customer)
        .amount("price", price)
        .text("at", at.toString())
        .text("due", due.toString())
        .text("ending", ending.name())
        .text("word", word)
        .members();
  }

  /// What others may see of it at `now`.
  Draft told(Instant now) {
    return new Draft()
        .text("reference", reference)
        .text("serial", serial)
        .text("product", product)
        .text("customer", customer)
        .amount("charged", charged(now))
        .text("at", at.toString())
        .text("state", state(now).name().toLowerCase(Locale.ROOT));
  }

  private static Instant instant(Fields from, String name) throws Garbled {
    String text = from.text(name);
    try {
      return Instant.parse(text);
    } catch (DateTimeException _) {
      throw Garbled.field(name, "is no moment");
    }
  }

  private static Ending ending(Fields from) throws Garbled {
    String name = from.text("ending");
    return Arrays.stream(Ending.values())
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Garbled.field("ending", "is no ending"));
  }
}
