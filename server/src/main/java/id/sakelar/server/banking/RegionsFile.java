package id.sakelar.server.banking;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.sakelar.server.banking.Region.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Places and their postal codes as a CSV file. The first line names the columns: province, kind
/// (`Kabupaten` or `Kota`), regency, district, village and postal_code. The village may be empty:
/// the code is that of all villages of the district that are not in the file.
public final class RegionsFile {
  private static final List<String> COLUMNS =
      List.of("province", "kind", "regency", "district", "village", "postal_code");

  private RegionsFile() {}

  /// Reads the whole file.
  ///
  /// @throws IllegalArgumentException naming the line that is wrong, or if there is none
  public static List<Region> read(String text) {
    var regions = new ArrayList<Region>();
    try (var reader = reader(text)) {
      for (NamedCsvRecord line : reader) {
        regions.add(region(line));
      }
    } catch (IOException | CsvParseException e) {
      throw new IllegalArgumentException("the file is no CSV file", e);
    }
    if (regions.isEmpty()) {
      throw new IllegalArgumentException("there are no regions in the file");
    }
    return regions;
  }

  /// One that leaves it to us to say which line has too few fields or too many.
  private static CsvReader<NamedCsvRecord> reader(String text) {
    return CsvReader.builder()
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .ofNamedCsvRecord(text);
  }

  private static Region region(NamedCsvRecord line) {
    if (!line.getHeader().containsAll(COLUMNS)) {
      throw new IllegalArgumentException("the first line has to name " + COLUMNS);
    }
    if (line.getFieldCount() != line.getHeader().size()) {
      throw wrong(line, "it has %d fields".formatted(line.getFieldCount()));
    }
    var kind = Kind.find(line.getField("kind")).orElseThrow(() -> wrong(line, "kind is wrong"));
    try {
      return new Region(
          RegionNames.province(line.getField("province")),
          kind,
          RegionNames.regency(line.getField("regency"), kind),
          RegionNames.fold(line.getField("district")),
          RegionNames.fold(line.getField("village")),
          line.getField("postal_code").strip());
    } catch (IllegalArgumentException e) {
      throw wrong(line, String.valueOf(e.getMessage()));
    }
  }

  private static IllegalArgumentException wrong(NamedCsvRecord line, String what) {
    return new IllegalArgumentException(
        "line " + line.getStartingLineNumber() + " of the regions: " + what);
  }
}
