package id.sakelar.server.recovery;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.SettlementLine;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A biller's list of settled payments as a CSV file with a line of headings. Amounts are whole
/// rupiah without separators. Columns that the [SettlementFormat] does not name, the customer among
/// them, are not read.
public final class SettlementFile {
  private static final Pattern AMOUNT = Pattern.compile("0|[1-9][0-9]{0,12}");
  private static final Pattern WORD = Pattern.compile("[\\x21-\\x7e]{1,64}");

  private SettlementFile() {}

  /// Reads the whole file.
  ///
  /// @throws IllegalArgumentException naming the line and the column that is wrong
  public static List<SettlementLine> read(String text, SettlementFormat format) {
    var lines = new ArrayList<SettlementLine>();
    try (var reader =
        CsvReader.builder().fieldSeparator(format.separator()).ofNamedCsvRecord(text)) {
      for (NamedCsvRecord line : reader) {
        lines.add(line(lines.size() + 1, line, format));
      }
    } catch (IOException | CsvParseException e) {
      throw new IllegalArgumentException("the file is no CSV file", e);
    }
    return lines;
  }

  private static SettlementLine line(int row, NamedCsvRecord line, SettlementFormat format) {
    return new SettlementLine(
        row,
        date(line, format),
        word(line, format, "reference"),
        theirs(line, format),
        word(line, format, "product"),
        Rupiah.of(Long.parseLong(matching(line, format, "amount", AMOUNT))),
        format
            .status(word(line, format, "status"))
            .orElseThrow(() -> wrong(line, format, "status")));
  }

  private static LocalDate date(NamedCsvRecord line, SettlementFormat format) {
    try {
      return LocalDate.parse(field(line, format, "date"), format.dateFormat());
    } catch (DateTimeException _) {
      throw wrong(line, format, "date");
    }
  }

  private static String theirs(NamedCsvRecord line, SettlementFormat format) {
    var theirs = line.findField(format.column("theirs")).orElse("");
    return theirs.isEmpty() ? "" : word(line, format, "theirs");
  }

  private static String word(NamedCsvRecord line, SettlementFormat format, String ours) {
    return matching(line, format, ours, WORD);
  }

  private static String matching(
      NamedCsvRecord line, SettlementFormat format, String ours, Pattern pattern) {
    var text = field(line, format, ours);
    if (!pattern.matcher(text).matches()) {
      throw wrong(line, format, ours);
    }
    return text;
  }

  private static String field(NamedCsvRecord line, SettlementFormat format, String ours) {
    return line.findField(format.column(ours)).orElseThrow(() -> wrong(line, format, ours));
  }

  /// Leaves the field itself out: it may be anything.
  private static IllegalArgumentException wrong(
      NamedCsvRecord line, SettlementFormat format, String ours) {
    return new IllegalArgumentException(
        "line %d of the list: %s is wrong"
            .formatted(line.getStartingLineNumber(), format.column(ours)));
  }
}
