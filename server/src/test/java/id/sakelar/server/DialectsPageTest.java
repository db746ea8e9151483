package id.sakelar.server;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.server.catalog.CatalogFile;
import id.sakelar.server.catalog.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The page of dialects tells which bills cross over: what its table says is what the code does.
class DialectsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "dialects", "README.md");

  @Test
  void the_table_of_crossings_is_what_fronts_sell_and_billers_serve() throws IOException {
    var lines = Files.readString(PAGE).lines().filter(line -> line.startsWith("| `")).toList();

    assertThat(lines)
        .containsExactlyElementsOf(
            Arrays.stream(Family.values()).map(DialectsPageTest::line).toList());
  }

  private static String line(Family family) {
    var asked =
        Arrays.stream(Dialect.values())
            .filter(dialect -> dialect.sells(family))
            .map(Dialect::word)
            .collect(Collectors.joining(", "));
    var paid =
        Arrays.stream(Dialect.values())
            .filter(dialect -> dialect.serves(family))
            .map(Dialect::word)
            .collect(Collectors.joining(", "));
    return "| `%s` | %s | %s |".formatted(CatalogFile.word(family), asked, paid);
  }
}
