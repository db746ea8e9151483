package id.sakelar.simulator.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// Money that went from one account of the bank to another. Immutable.
///
/// @param refnum the caller's own name for it, or one that was made up
/// @param fingerprint of what was asked, so that the name is good for nothing else
/// @param journal the number of the booking
/// @param reverses the refnum of what it reverses; missing for a transfer
public record Move(
    String refnum,
    String fingerprint,
    String source,
    String target,
    Rupiah amount,
    String remark,
    int journal,
    Instant at,
    Optional<String> reverses) {
  static Move read(Fields from) throws Garbled {
    return new Move(
        from.text("refnum"),
        from.text("fingerprint"),
        from.text("source"),
        from.text("target"),
        from.amount("amount"),
        from.text("remark"),
        from.count("journal"),
        instant(from),
        from.findText("reverses"));
  }

  Members spelled() {
    return told().text("fingerprint", fingerprint).members();
  }

  /// What others may see of it.
  Draft told() {
    return new Draft()
        .text("refnum", refnum)
        .text("source", source)
        .text("target", target)
        .amount("amount", amount)
        .text("remark", remark)
        .count("journal", journal)
        .text("at", at.toString())
        .text("reverses", reverses);
  }

  private static Instant instant(Fields from) throws Garbled {
    try {
      return Instant.parse(from.text("at"));
    } catch (DateTimeException _) {
      throw Garbled.field("at", "is no moment");
    }
  }

  /// Leaves the accounts and the remark out.
  @Override
  public String toString() {
    return "Move[%s, %s under %d]".formatted(refnum, amount, journal);
  }
}
