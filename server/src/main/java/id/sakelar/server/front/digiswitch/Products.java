package id.sakelar.server.front.digiswitch;

import id.sakelar.server.catalog.Catalog;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.desc.Family;

/// Which product of ours a code means. Thread-safe.
final class Products {
  private final Catalog catalog;

  Products(Catalog catalog) {
    this.catalog = catalog;
  }

  /// Our code of the product. Digiflazz calls two of its test products by other names than
  /// Digiswitch; those names mean the same here, unless the catalogue has products of that name.
  String find(String code, String partner) {
    if (catalog.findOffer(code, partner).isPresent()) {
      return code;
    }
    return Family.of(code).map(family -> family.code(Spelling.DIGISWITCH)).orElse(code);
  }
}
