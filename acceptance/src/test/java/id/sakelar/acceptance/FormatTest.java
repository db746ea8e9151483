package id.sakelar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/// Every Java file is laid out as google-java-format lays it out.
///
/// Spotless checks the same when Maven runs on a JDK 25; this holds the line under an older one.
class FormatTest {
  private static final String HOW_TO_FIX =
      "not formatted; run `mvn spotless:apply` with JAVA_HOME at a JDK 25";

  @Test
  void every_java_file_is_as_the_formatter_writes_it() throws IOException {
    var checkout = Checkout.read();
    var sources = new ArrayList<>(checkout.sources("main"));
    sources.addAll(checkout.sources("test"));
    assertThat(sources).isNotEmpty();

    var unformatted = new ArrayList<String>();
    for (Path source : sources) {
      if (!isFormatted(source)) {
        unformatted.add(checkout.name(source));
      }
    }
    assertThat(unformatted).as(HOW_TO_FIX).isEmpty();
  }

  /// The same three steps in the same order as Spotless takes.
  private static boolean isFormatted(Path source) throws IOException {
    var text = Checkout.text(source);
    try {
      var laidOut = new Formatter().formatSource(text);
      var needed = RemoveUnusedImports.removeUnusedImports(laidOut);
      return text.equals(ImportOrderer.reorderImports(needed, Style.GOOGLE));
    } catch (FormatterException e) {
      throw new AssertionError("the formatter cannot read " + source, e);
    }
  }
}
