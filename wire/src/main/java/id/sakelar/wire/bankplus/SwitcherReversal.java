package id.sakelar.wire.bankplus;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.util.Optional;

/// Sends the money of a booked transfer back. Immutable.
///
/// @param refnum 14 to 16 digits; empty if the switcher is to make one up
/// @param refnumTarget of the transfer
/// @param journal under which the transfer was booked; digits
public record SwitcherReversal(Optional<String> refnum, String refnumTarget, String journal) {
  static SwitcherReversal read(Fields from) throws Garbled {
    return new SwitcherReversal(
        SwitcherShape.findRefnum(from),
        SwitcherShape.REFNUM.read(from, "refnumTarget"),
        SwitcherShape.JOURNAL.read(from, "journal"));
  }

  Members spelled() {
    return new Draft()
        .text("refnum", refnum.orElse(""))
        .text("refnumTarget", refnumTarget)
        .text("journal", journal)
        .members();
  }
}
