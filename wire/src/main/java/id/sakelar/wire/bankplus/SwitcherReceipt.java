package id.sakelar.wire.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Masked;
import java.time.Instant;
import java.util.Optional;

/// A transfer or a reversal that is booked. Prints the accounts masked, and nothing of the holders.
/// Immutable.
///
/// @param timestamp when it was booked
/// @param amount whole rupiah
/// @param journal the number of the booking; digits
/// @param info how it stands, in the answer to a check only
public record SwitcherReceipt(
    Instant timestamp,
    String refnum,
    Side source,
    Side beneficiary,
    Rupiah amount,
    String remark,
    String journal,
    Optional<String> info) {
  /// What `info` says of a transfer that is booked and was not reversed.
  public static final String SUCCESS = "Transfer success";

  /// What `info` says of a reversal that is booked.
  public static final String REVERSAL_SUCCESS = "Reversal success";

  /// One side of it.
  ///
  /// @param bank a BIC, or three digits
  public record Side(String bank, String account, String name) {
    private static Side read(Fields from, String side) throws Garbled {
      return new Side(
          from.text(side + "Bank"), from.text(side + "Account"), from.text(side + "Name"));
    }

    private void write(Draft to, String side) {
      to.text(side + "Bank", bank).text(side + "Account", account).text(side + "Name", name);
    }

    @Override
    public String toString() {
      return bank + " " + Masked.lastFour(account);
    }
  }

  /// What `info` says of a transfer that was reversed.
  public static String reversedBy(String refnum, String journal) {
    return "%s, reversed by %s journal %s".formatted(SUCCESS, refnum, journal);
  }

  /// The same in the answer to a check.
  public SwitcherReceipt withInfo(String said) {
    return new SwitcherReceipt(
        timestamp, refnum, source, beneficiary, amount, remark, journal, Optional.of(said));
  }

  static SwitcherReceipt read(Fields from) throws Garbled {
    return new SwitcherReceipt(
        SwitcherMoment.read(from, "timestamp"),
        from.text("refnum"),
        Side.read(from, "source"),
        Side.read(from, "beneficiary"),
        from.amount("amount"),
        from.text("remark"),
        from.text("journal"),
        from.findText("info"));
  }

  Draft spelled() {
    var to = new Draft().text("timestamp", SwitcherMoment.spell(timestamp)).text("refnum", refnum);
    source.write(to, "source");
    beneficiary.write(to, "beneficiary");
    return to.amount("amount", amount)
        .text("remark", remark)
        .text("journal", journal)
        .text("info", info);
  }

  @Override
  public String toString() {
    return "SwitcherReceipt[%s, %s to %s, %s]".formatted(refnum, source, beneficiary, amount);
  }
}
