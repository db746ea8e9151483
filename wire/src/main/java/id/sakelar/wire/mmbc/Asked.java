package id.sakelar.wire.mmbc;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import java.util.Optional;

/// Reads what several questions have.
final class Asked {
  private Asked() {}

  /// What is to be paid: `^[1-9][0-9]{0,12}$`, in whole rupiah.
  static Rupiah amount(Fields from) throws Garbled {
    Rupiah amount = from.amount("amount");
    if (!amount.isPositive()) {
      throw Garbled.field("amount", "is not a positive amount");
    }
    return amount;
  }

  static Optional<String> findRefId(Fields from) throws Garbled {
    return from.has("ref_id") ? Optional.of(Shape.REF_ID.read(from, "ref_id")) : Optional.empty();
  }

  /// A switch that is `0`, `1` or absent, which is `0`.
  static boolean isOn(Fields from, String name) throws Garbled {
    return switch (from.findText(name).orElse("0")) {
      case "0" -> false;
      case "1" -> true;
      default -> throw Garbled.field(name, "is neither 0 nor 1");
    };
  }
}
