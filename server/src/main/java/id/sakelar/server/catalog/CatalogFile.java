package id.sakelar.server.catalog;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.sakelar.money.Rupiah;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Products as a CSV file, amounts in whole rupiah for each sheet of a bill. The first line names
/// the columns: product, name, brand, upstream, upstream_product, admin, commission,
/// base_commission (may be empty), open (`true` or `false`).
public final class CatalogFile {
  private static final Pattern AMOUNT = Pattern.compile("0|[1-9][0-9]{0,12}");
  private static final Pattern PRODUCT = Pattern.compile("[a-z0-9-]{1,30}");

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

  private static Offer offer(NamedCsvRecord line) {
    var product = field(line, "product");
    if (!PRODUCT.matcher(product).matches()) {
      throw wrong(line, "product");
    }
    return new Offer(
        product,
        field(line, "name"),
        field(line, "brand"),
        field(line, "upstream"),
        field(line, "upstream_product"),
        amount(line, "admin"),
        amount(line, "commission"),
        baseCommission(line),
        open(line));
  }

  private static String field(NamedCsvRecord line, String name) {
    return line.findField(name)
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> wrong(line, name));
  }

  private static Rupiah amount(NamedCsvRecord line, String name) {
    var text = field(line, name);
    if (!AMOUNT.matcher(text).matches()) {
      throw wrong(line, name);
    }
    return Rupiah.of(Long.parseLong(text));
  }

  private static @Nullable Rupiah baseCommission(NamedCsvRecord line) {
    var name = "base_commission";
    boolean none = line.findField(name).filter(text -> !text.isBlank()).isEmpty();
    return none ? null : amount(line, name);
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
