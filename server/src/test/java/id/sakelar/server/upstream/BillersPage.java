package id.sakelar.server.upstream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/// The page that tells operators what billers' words are taken for.
public final class BillersPage {
  private static final Path PAGE = Path.of("../docs/operating/billers.md");

  private BillersPage() {}

  /// The whole page.
  public static String read() {
    try {
      return Files.readString(PAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The lines of a table that say what each word means as the answer to what was asked.
  public static <W, M extends Enum<M>> String rows(
      String asked, List<W> words, Function<W, M> meaning, Function<W, String> spelling) {
    var byMeaning = new TreeMap<M, List<String>>();
    for (W word : words) {
      byMeaning
          .computeIfAbsent(meaning.apply(word), _ -> new ArrayList<>())
          .add(spelling.apply(word));
    }
    var rows = new StringBuilder();
    byMeaning.forEach(
        (means, spelled) ->
            rows.append("| %s | %s | %s |\n".formatted(asked, means, String.join(" ", spelled))));
    return rows.toString();
  }
}
