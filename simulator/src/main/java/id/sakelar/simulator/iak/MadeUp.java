package id.sakelar.simulator.iak;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.util.Optional;
import java.util.regex.Pattern;

/// Bills of one product for as many customers as anybody needs: one sheet each, whose amount
/// follows from the number: whole rupiah from Rp20.000 to Rp500.000. Immutable.
///
/// @param numbers whose bills they are: digits only, at most eighteen
/// @param desc with [Blanks], as the period
record MadeUp(Pattern numbers, String period, Members desc) {
  private static final long LEAST = 20_000;
  private static final long MOST = 500_000;
  private static final int SHOWN = 4;

  static MadeUp read(Fields from) throws Garbled {
    return new MadeUp(
        Pattern.compile(from.text("numbers")), from.text("period"), from.members("desc"));
  }

  Optional<Bill> find(String number) {
    return numbers.matcher(number).matches() ? Optional.of(bill(number)) : Optional.empty();
  }

  private Bill bill(String number) {
    String name = "Pelanggan " + number.substring(number.length() - SHOWN);
    return new Bill(name, period, amount(number), 1, Optional.empty(), desc);
  }

  private static Rupiah amount(String number) {
    // the golden ratio scatters neighbours
    long scattered = (Long.parseLong(number) * 0x9E3779B97F4A7C15L) >>> 11;
    return Rupiah.of(LEAST + scattered % (MOST - LEAST + 1));
  }
}
