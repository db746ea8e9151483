package id.sakelar.server.catalog;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Offer.Route;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Products as a CSV file, amounts in whole rupiah for each sheet of a bill. The first line names
/// the columns: product, family (such as `electricity` or `vehicle-tax`), name, brand, upstream,
/// upstream_product, admin, commission, open (`true` or `false`), and perhaps base_commission,
/// cashback, province, closed_from and closed_until (`23:00`, in Jakarta), fallbacks, and `iak` and
/// `mmbc` for what those dialects call the product. A field of the latter kind may be empty.
///
/// `fallbacks` are the billers that are tried after `upstream`, one after the other:
/// `biller-two:PLNPOSTPAID;biller-three:pln`. The first has preference 2, and each of the others
/// one more than the one before it, unless a number says otherwise: `biller-two:PLNPOSTPAID@1` is
/// preferred as much as `upstream`.
public final class CatalogFile {
  private static final Pattern AMOUNT = Pattern.compile("0|[1-9][0-9]{0,12}");
  private static final Pattern PRODUCT = Pattern.compile("[a-z0-9-]{1,30}");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,40}");
  private static final Pattern FALLBACK =
      Pattern.compile("([a-z0-9][a-z0-9-]{0,39}):([^:;@\\s]{1,60})(?:@([1-9][0-9]?))?");
  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

  private static final String[] NONE = {};

  /// The dialects that have codes of their own for products.
  private static final Set<String> DIALECTS = Set.of("iak", "mmbc");

  private CatalogFile() {}

  /// Reads the whole file.
  ///
  /// @throws IllegalArgumentException naming the line that is wrong
  public static List<Offer> read(String text) {
    var offers = new ArrayList<Offer>();
    try (var reader = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord line : reader) {
        offers.add(offer(line));
      }
    } catch (java.io.IOException | CsvParseException e) {
      throw new IllegalArgumentException("the file is no CSV file", e);
    }
    return offers;
  }

  /// How the file writes a family.
  public static String word(Family family) {
    return family.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Offer offer(NamedCsvRecord line) {
    return new Offer(
        matching(line, "product", PRODUCT),
        family(line),
        field(line, "name"),
        field(line, "brand"),
        find(line, "province").orElse(null),
        codes(line),
        routes(line),
        fees(line),
        closing(line),
        open(line));
  }

  private static List<Route> routes(NamedCsvRecord line) {
    var routes = new ArrayList<Route>();
    routes.add(new Route(field(line, "upstream"), field(line, "upstream_product")));
    for (String text : find(line, "fallbacks").map(it -> it.split(";", -1)).orElse(NONE)) {
      var fallback = FALLBACK.matcher(text.strip());
      if (!fallback.matches() || isAmong(routes, fallback.group(1))) {
        throw wrong(line, "fallbacks");
      }
      int next = routes.getLast().preference() + 1;
      var said = fallback.group(3);
      routes.add(
          new Route(
              fallback.group(1),
              fallback.group(2),
              said == null ? next : Integer.parseInt(said),
              null,
              null));
    }
    return routes;
  }

  private static boolean isAmong(List<Route> routes, String upstream) {
    return routes.stream().anyMatch(route -> route.upstream().equals(upstream));
  }

  private static Family family(NamedCsvRecord line) {
    var word = field(line, "family").toUpperCase(Locale.ROOT).replace('-', '_');
    try {
      return Family.valueOf(word);
    } catch (IllegalArgumentException e) {
      throw wrong(line, "family");
    }
  }

  private static Map<String, String> codes(NamedCsvRecord line) {
    var codes = new HashMap<String, String>();
    for (String dialect : DIALECTS) {
      if (find(line, dialect).isPresent()) {
        codes.put(dialect, matching(line, dialect, CODE));
      }
    }
    return codes;
  }

  private static Fees fees(NamedCsvRecord line) {
    return new Fees(
        amount(line, "admin"),
        amount(line, "commission"),
        find(line, "base_commission").isEmpty() ? null : amount(line, "base_commission"),
        find(line, "cashback").isEmpty() ? Rupiah.ZERO : amount(line, "cashback"));
  }

  private static @Nullable Closing closing(NamedCsvRecord line) {
    if (find(line, "closed_from").isEmpty() && find(line, "closed_until").isEmpty()) {
      return null;
    }
    return new Closing(time(line, "closed_from"), time(line, "closed_until"));
  }

  private static LocalTime time(NamedCsvRecord line, String name) {
    return LocalTime.parse(matching(line, name, TIME));
  }

  private static Optional<String> find(NamedCsvRecord line, String name) {
    return line.findField(name).filter(text -> !text.isBlank());
  }

  private static String field(NamedCsvRecord line, String name) {
    return find(line, name).orElseThrow(() -> wrong(line, name));
  }

  private static String matching(NamedCsvRecord line, String name, Pattern alphabet) {
    var text = field(line, name);
    if (!alphabet.matcher(text).matches()) {
      throw wrong(line, name);
    }
    return text;
  }

  private static Rupiah amount(NamedCsvRecord line, String name) {
    return Rupiah.of(Long.parseLong(matching(line, name, AMOUNT)));
  }

  private static boolean open(NamedCsvRecord line) {
    return switch (field(line, "open")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(line, "open");
    };
  }

  private static IllegalArgumentException wrong(NamedCsvRecord line, String name) {
    return new IllegalArgumentException(
        "line " + line.getStartingLineNumber() + " of the catalogue: " + name + " is wrong");
  }
}
