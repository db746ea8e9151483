package id.sakelar.simulator.iak;

import id.sakelar.wire.iak.PriceList;
import id.sakelar.wire.iak.PriceListQuestion;
import id.sakelar.wire.iak.PriceListQuestion.Shelf;
import id.sakelar.wire.iak.ResponseCode;
import id.sakelar.wire.iak.Signed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Whom the biller knows, what it sells, and what time it is there. Safe for many threads.
///
/// @param products in the order of the price list
/// @param pendingFor how long a pending payment stays undecided
record Shop(
    List<Client> clients, List<Product> products, InstantSource clock, Duration pendingFor) {
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  private static final List<String> CODES =
      List.of(
          "PLNPOSTPAID",
          "PLNNONH",
          "PLNNONTAG",
          "BPJS",
          "BPJSTK",
          "BPJSTKPU",
          "FNMEGA",
          "AIA.PREMICONVEN",
          "PDAMKOTA.SURABAYA",
          "PDAMKOTA.MEDAN",
          "AETRA",
          "PGAS",
          "TELKOMPSTN",
          "HPTHREE",
          "CBN",
          "TVBIG",
          "TVTLKMV",
          "PBBKOT.CIMAHI",
          "ESAMSAT.JABAR",
          "SHOPEEPAY",
          "MEMBER.GEREJA",
          "NONMEMBER.GEREJA");

  Shop {
    clients = List.copyOf(clients);
    products = List.copyOf(products);
  }

  /// A shop with everything on its shelves.
  static Shop open(List<Client> clients, InstantSource clock, Duration pendingFor) {
    return new Shop(clients, CODES.stream().map(Product::read).toList(), clock, pendingFor);
  }

  Instant now() {
    return clock.instant();
  }

  LocalDateTime local(Instant moment) {
    return LocalDateTime.ofInstant(moment, JAKARTA);
  }

  /// Whether it is still the day of `moment`.
  boolean isToday(Instant moment) {
    return local(moment).toLocalDate().equals(local(now()).toLocalDate());
  }

  /// Who signed a question.
  Optional<Client> find(Signed asked) {
    return clients.stream().filter(it -> asked.isSignedBy(it.account())).findFirst();
  }

  Product product(String code) throws Refusal {
    return products.stream()
        .filter(it -> it.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new Refusal(ResponseCode.PRODUCT));
  }

  /// The price list, perhaps of one kind of bills only. Everything is active.
  PriceList priceList(PriceListQuestion asked, Optional<String> type) {
    if (asked.shelf().equals(Optional.of(Shelf.INACTIVE))) {
      return new PriceList(List.of());
    }
    return new PriceList(
        products.stream()
            .filter(it -> type.isEmpty() || type.get().equals(it.type()))
            .filter(it -> asked.province().isEmpty() || asked.province().equals(it.province()))
            .map(Product::line)
            .toList());
  }
}
