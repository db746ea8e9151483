package id.sakelar.server.banking;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A place and its postal code, under names as they are compared, such as `jakartapusat`.
/// Immutable.
///
/// @param village empty for all villages of the district that have no code of their own
/// @param postalCode five digits
public record Region(
    String province,
    Kind kind,
    String regency,
    String district,
    String village,
    String postalCode) {
  private static final Pattern FOLDED = Pattern.compile("[a-z0-9]+");
  private static final Pattern POSTAL_CODE = Pattern.compile("[1-9][0-9]{4}");

  public Region {
    check("province", FOLDED.matcher(province).matches());
    check("regency", FOLDED.matcher(regency).matches());
    check("district", FOLDED.matcher(district).matches());
    check("village", village.isEmpty() || FOLDED.matcher(village).matches());
    check("postal_code", POSTAL_CODE.matcher(postalCode).matches());
  }

  private static void check(String name, boolean good) {
    if (!good) {
      throw new IllegalArgumentException(name + " is wrong");
    }
  }

  /// What the law calls what a province is divided into.
  public enum Kind {
    KABUPATEN,
    KOTA;

    /// The kind that `word` names: `Kab.`, `Kabupaten` or `Kota` in any case.
    static Optional<Kind> find(String word) {
      return switch (word.strip().toLowerCase(Locale.ROOT)) {
        case "kabupaten", "kab", "kab." -> Optional.of(KABUPATEN);
        case "kota" -> Optional.of(KOTA);
        default -> Optional.empty();
      };
    }
  }
}
