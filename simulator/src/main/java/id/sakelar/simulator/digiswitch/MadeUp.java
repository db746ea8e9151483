package id.sakelar.simulator.digiswitch;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.digiswitch.desc.Desc;
import id.sakelar.wire.digiswitch.desc.Family;
import id.sakelar.wire.digiswitch.desc.Pdam;
import id.sakelar.wire.digiswitch.desc.Pln;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Bills for as many customers as anybody needs: electricity for every number of twelve digits that
/// begins with 55, water for every number of seven that begins with 77. One sheet each, whose
/// amount follows from the number: whole rupiah from Rp20.000 to Rp500.000.
final class MadeUp {
  private static final Pattern ELECTRICITY = Pattern.compile("55[0-9]{10}");
  private static final Pattern WATER = Pattern.compile("77[0-9]{5}");
  private static final Rupiah ADMIN = Rupiah.of(2_500);
  private static final Rupiah COMMISSION = Rupiah.of(1_000);
  private static final String MONTH = "202601";
  private static final long LEAST = 20_000;
  private static final long MOST = 500_000;

  private MadeUp() {}

  static Optional<Owed> owed(Family family, String number) {
    if (family == Family.PLN && ELECTRICITY.matcher(number).matches()) {
      return Optional.of(owed(number, electricity(amount(number))));
    }
    if (family == Family.PDAM && WATER.matcher(number).matches()) {
      return Optional.of(owed(number, water(amount(number))));
    }
    return Optional.empty();
  }

  private static Owed owed(String number, Desc desc) {
    var sellingPrice = amount(number).plus(ADMIN);
    return new Owed(
        "Pelanggan " + number.substring(number.length() - 4),
        ADMIN,
        Optional.empty(),
        Optional.of(MONTH),
        sellingPrice.minus(COMMISSION),
        sellingPrice,
        Optional.empty(),
        desc);
  }

  private static Rupiah amount(String number) {
    // the golden ratio scatters neighbours
    long scattered = (Long.parseLong(number) * 0x9E3779B97F4A7C15L) >>> 11;
    return Rupiah.of(LEAST + scattered % (MOST - LEAST + 1));
  }

  private static Desc electricity(Rupiah amount) {
    var sheet =
        new Pln.Sheet(
            MONTH, amount, ADMIN, Rupiah.ZERO, Optional.of("00012000"), Optional.of("00012150"));
    return new Pln("R1", 1_300, 1, List.of(sheet));
  }

  private static Desc water(Rupiah amount) {
    var sheet = new Pdam.Sheet(MONTH, amount, Rupiah.ZERO, "00001200", "00001215", Rupiah.ZERO);
    return new Pdam("3A", 1, "JALAN CONTOH 1", "1-20 JAN 2026", List.of(sheet));
  }
}
