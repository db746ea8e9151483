package id.sakelar.server.banking;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/// The list of banks that comes with the switch: `banks.csv`, whose first lines say where its facts
/// are from.
public final class BankFile {
  private BankFile() {}

  /// All of them, by code.
  public static List<Bank> shipped() {
    var file = Objects.requireNonNull(BankFile.class.getResourceAsStream("/banks.csv"));
    try (var reader =
        CsvReader.builder()
            .commentStrategy(CommentStrategy.SKIP)
            .ofNamedCsvRecord(new InputStreamReader(file, UTF_8))) {
      return reader.stream().map(BankFile::bank).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Bank bank(NamedCsvRecord line) {
    var bic = line.getField("bic");
    return new Bank(
        line.getField("code"),
        bic.isEmpty() ? null : bic,
        line.getField("name"),
        line.getField("short_name"));
  }
}
