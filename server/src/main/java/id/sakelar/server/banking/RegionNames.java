package id.sakelar.server.banking;

import id.sakelar.server.banking.Region.Kind;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How names of places are compared: without case, blanks, points and accents, and under one name
/// where there are several.
final class RegionNames {
  private static final Pattern PREFIX =
      Pattern.compile(
          "\\s*(?<kind>kabupaten|kab|kota)(?:[\\s._]+adm(?:inistrasi)?)?[\\s._]+(?<name>.+)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern ISLANDS = Pattern.compile("\\bkep\\b");
  private static final Pattern IGNORED = Pattern.compile("[^a-z0-9]+");

  /// Provinces by their other names. Those of Papua were two until 2022, and are two here: the
  /// names of their regencies tell them apart.
  private static final Map<String, String> PROVINCES =
      Map.ofEntries(
          Map.entry("dki", "jakarta"),
          Map.entry("dkijakarta", "jakarta"),
          Map.entry("daerahkhususibukotajakarta", "jakarta"),
          Map.entry("daerahkhususjakarta", "jakarta"),
          Map.entry("diy", "yogyakarta"),
          Map.entry("diyogyakarta", "yogyakarta"),
          Map.entry("daerahistimewayogyakarta", "yogyakarta"),
          Map.entry("nad", "aceh"),
          Map.entry("nanggroeacehdarussalam", "aceh"),
          Map.entry("diaceh", "aceh"),
          Map.entry("daerahistimewaaceh", "aceh"),
          Map.entry("bangkabelitung", "kepulauanbangkabelitung"),
          Map.entry("irianjaya", "papua"),
          Map.entry("papuaselatan", "papua"),
          Map.entry("papuatengah", "papua"),
          Map.entry("papuapegunungan", "papua"),
          Map.entry("irianjayabarat", "papuabarat"),
          Map.entry("papuabaratdaya", "papuabarat"));

  /// Regencies by names that they had or are given.
  private static final Map<String, String> REGENCIES =
      Map.of(
          "tobasamosir", "toba",
          "mamujuutara", "pasangkayu",
          "malukutenggarabarat", "kepulauantanimbar",
          "selayar", "kepulauanselayar",
          "pangkajenedankepulauan", "pangkajenekepulauan");

  private RegionNames() {}

  /// The kind that stands before a regency's name, as in `Kab_Bandung`.
  static Optional<Kind> findKind(String regency) {
    var matcher = PREFIX.matcher(regency);
    return matcher.matches() ? Kind.find(matcher.group("kind")) : Optional.empty();
  }

  static String province(String name) {
    var folded = fold(name);
    return PROVINCES.getOrDefault(folded, folded);
  }

  /// The name of a regency without the words for its kind; another kind's words belong to the name,
  /// as in Kabupaten Kota Baru.
  ///
  /// @param kind null if nobody knows
  static String regency(String name, @Nullable Kind kind) {
    var matcher = PREFIX.matcher(name);
    boolean said = matcher.matches() && Kind.find(matcher.group("kind")).orElseThrow() == kind;
    var folded = fold(said ? matcher.group("name") : name);
    return REGENCIES.getOrDefault(folded, folded);
  }

  /// The name of a district or a village, or of anything.
  static String fold(String name) {
    var letters = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    return IGNORED.matcher(ISLANDS.matcher(letters).replaceAll("kepulauan")).replaceAll("");
  }
}
