package id.sakelar.server;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.server.banking.RegionStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an operator types about places.
class RegionsCommandTest {
  private static final String HEADER = "province,kind,regency,district,village,postal_code\n";
  private static final String GAMBIR = "DKI Jakarta,Kota,Jakarta Pusat,Gambir,Gambir,10110\n";

  @TempDir private Path folder;
  private static id.sakelar.server.partner.Database database;
  private static RegionStore store;
  private Path config;

  @BeforeAll
  static void open() throws SQLException {
    database = id.sakelar.server.partner.Database.create();
    store = new RegionStore(database.jdbi());
  }

  @AfterAll
  static void close() throws SQLException {
    database.close();
  }

  @BeforeEach
  void ship() throws IOException {
    store.replace(List.of());
    store.loadShipped();
    config = folder.resolve("sakelar.properties");
    Files.writeString(
        config,
        """
        sakelar.database.url=%s
        sakelar.database.user=postgres
        sakelar.vault.key-file=%s
        """
            .formatted(database.source().getUrl(), folder.resolve("vault.json")));
  }

  private record Said(int code, String out, String err) {}

  private Said importing(String text) throws IOException {
    var file = folder.resolve("regions.csv");
    Files.writeString(file, text);
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Main.commandLine(new RegionsCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute("import", file.toString(), "--config", config.toString());
    return new Said(code, out.toString(), err.toString());
  }

  private int count() {
    return database
        .jdbi()
        .withHandle(
            handle -> handle.createQuery("SELECT count(*) FROM region").mapTo(Integer.class).one());
  }

  @Test
  void an_import_takes_the_place_of_everything() throws IOException {
    assertThat(importing(HEADER + GAMBIR)).isEqualTo(new Said(0, "Imported 1 places.\n", ""));

    assertThat(count()).isOne();
    assertThat(store.postalCodes("DKI Jakarta", "Kota", "Jakarta Pusat", "Gambir", "Gambir"))
        .containsExactly("10110");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        ",Kota,Jakarta Pusat,Gambir,Gambir,10110; province is wrong",
        "DKI Jakarta,Kelurahan,Jakarta Pusat,Gambir,Gambir,10110; kind is wrong",
        "DKI Jakarta,Kota,..,Gambir,Gambir,10110; regency is wrong",
        "DKI Jakarta,Kota,Jakarta Pusat,,Gambir,10110; district is wrong",
        "DKI Jakarta,Kota,Jakarta Pusat,Gambir,Gambir,1011; postal_code is wrong",
        "DKI Jakarta,Kota,Jakarta Pusat,Gambir,Gambir,01110; postal_code is wrong",
        "DKI Jakarta,Kota,Jakarta Pusat,Gambir,Gambir; it has 5 fields",
        "DKI Jakarta,Kota,Jakarta Pusat,Gambir,Gambir,10110,; it has 7 fields",
      },
      delimiter = ';')
  void a_line_that_is_wrong_is_named_and_nothing_is_changed(String line, String what)
      throws IOException {
    var said = importing(HEADER + GAMBIR + line + "\n" + GAMBIR);

    assertThat(said).isEqualTo(new Said(1, "", "sakelar: line 3 of the regions: " + what + "\n"));
    assertThat(count()).isEqualTo(4_292);
  }

  @Test
  void a_file_whose_first_line_lacks_a_column_is_refused() throws IOException {
    assertThat(importing(HEADER.replace("village", "desa") + GAMBIR).err())
        .isEqualTo(
            "sakelar: the first line has to name"
                + " [province, kind, regency, district, village, postal_code]\n");
    assertThat(count()).isEqualTo(4_292);
  }

  @Test
  void a_file_without_places_is_refused() throws IOException {
    assertThat(importing(HEADER).err()).isEqualTo("sakelar: there are no regions in the file\n");
    assertThat(importing("\"").err()).isEqualTo("sakelar: the file is no CSV file\n");
    assertThat(count()).isEqualTo(4_292);
  }
}
