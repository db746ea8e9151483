package id.sakelar.wire.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Alphabet;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Numeral;
import id.sakelar.wire.Masked;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Whose account it is. Prints the account masked, and nothing of the holder. Immutable.
///
/// @param refnum of the inquiry
/// @param bank as it was asked for
/// @param balance exact to the sen; missing where the bank does not say
/// @param status [#ACTIVE] or [#INACTIVE]
/// @param paymentCode stands for this account in one transfer: a secret
public record SwitcherHolder(
    Instant timestamp,
    String refnum,
    String bank,
    String account,
    String name,
    Optional<Rupiah> balance,
    String status,
    String paymentCode) {
  /// The account can be sent to.
  public static final String ACTIVE = "Rekening Aktif";

  /// It cannot.
  public static final String INACTIVE = "Rekening Tidak Aktif";

  private static final int SEN = 100;

  static SwitcherHolder read(Fields from) throws Garbled {
    return new SwitcherHolder(
        SwitcherMoment.read(from, "timestamp"),
        from.text("refnum"),
        from.text("bank"),
        from.text("account"),
        from.text("name"),
        from.findBalance("balance"),
        from.text("status"),
        from.word("paymentCode", Alphabet.REFERENCE));
  }

  Draft spelled() {
    var to =
        new Draft()
            .text("timestamp", SwitcherMoment.spell(timestamp))
            .text("refnum", refnum)
            .text("bank", bank)
            .text("account", account)
            .text("name", name);
    balance.ifPresent(it -> to.json("balance", new Numeral(digits(it))));
    return to.text("status", status).text("paymentCode", paymentCode);
  }

  /// Whole rupiah, or a point and two digits of sen behind it.
  private static String digits(Rupiah balance) {
    if (balance.isWhole()) {
      return Long.toString(balance.toWhole());
    }
    long sen = Math.absExact(balance.sen());
    return String.format(
        Locale.ROOT, "%s%d.%02d", balance.isNegative() ? "-" : "", sen / SEN, sen % SEN);
  }

  @Override
  public String toString() {
    return "SwitcherHolder[%s, %s, %s]".formatted(bank, Masked.lastFour(account), status);
  }
}
