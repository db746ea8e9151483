package id.sakelar.simulator.digiswitch;

import id.sakelar.wire.digiswitch.Account;
import id.sakelar.wire.digiswitch.PricedProduct;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.desc.Family;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Whom the biller knows, what it sells, and what time it is there. Safe for many threads.
///
/// @param account the one partner it has
/// @param products one for each family
/// @param pendingFor how long a pending payment stays undecided
record Shop(Account account, List<Product> products, InstantSource clock, Duration pendingFor) {
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

  Shop {
    products = List.copyOf(products);
  }

  /// A shop with everything on its shelves.
  static Shop open(Account account, InstantSource clock, Duration pendingFor) {
    var products = Arrays.stream(Family.values()).map(Product::read).toList();
    return new Shop(account, products, clock, pendingFor);
  }

  Instant now() {
    return clock.instant();
  }

  LocalDate today() {
    return LocalDate.ofInstant(now(), JAKARTA);
  }

  /// The product of a code in either spelling.
  Optional<Product> find(String code) {
    return products.stream().filter(it -> it.isSoldAs(code)).findFirst();
  }

  /// The lines of the price list, perhaps of one code or one brand only.
  List<PricedProduct> lines(Spelling spelling, Optional<String> code, Optional<String> brand) {
    return products.stream()
        .filter(it -> code.isEmpty() || it.isSoldAs(code.get()))
        .filter(it -> brand.isEmpty() || brand.get().equals(it.brand()))
        .map(it -> it.line(spelling))
        .toList();
  }
}
