package id.sakelar.acceptance;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What STYLE.md asks for and a machine can count.
class TidyTest {
  private static final int LONGEST_FILE = 400;
  private static final int LONGEST_METHOD = 60;
  private static final int P99_METHOD = 40;
  private static final int P90_METHOD = 12;

  /// Gates name what they refuse.
  private static final Set<String> GATES = Set.of("TidyTest.java", "ArchitectureTest.java");

  /// Main is where the command line is: the ready line and usage go to standard output, and
  /// complaints about arguments to standard error.
  private static final Set<String> COMMAND_LINE = Set.of("Main.java");

  /// Text that no main source holds, and the files whose job is an exception.
  private static final Map<Pattern, Set<String>> BANNED_IN_MAIN =
      Map.ofEntries(
          Map.entry(Pattern.compile("\\b(FIXME|TODO|XXX)\\b"), Set.of()),
          Map.entry(Pattern.compile("\\bSystem\\.(out|err)\\b"), COMMAND_LINE),
          Map.entry(Pattern.compile("\\bInstant(\\.|::)now\\b"), Set.of()),
          Map.entry(Pattern.compile("\\bnew (java\\.util\\.)?Random\\("), Set.of()),
          Map.entry(Pattern.compile("\\bcatch\\s*\\((final )?(Exception|Throwable)\\b"), Set.of()),
          Map.entry(Pattern.compile("\\bThread(\\.|::)sleep\\b"), Set.of()),
          Map.entry(Pattern.compile("\\bUUID(\\.|::)randomUUID\\b"), Set.of()),
          Map.entry(Pattern.compile("\\bHttpURLConnection\\b"), Set.of()),
          Map.entry(Pattern.compile("@Disabled\\b"), Set.of()),
          Map.entry(Pattern.compile("\\bprintStackTrace\\b"), Set.of()));

  private static final Map<Pattern, Set<String>> BANNED_IN_TESTS =
      Map.of(
          Pattern.compile("\\bThread(\\.|::)sleep\\b"), GATES,
          Pattern.compile("@Disabled\\b"), GATES,
          Pattern.compile("(?i)mockito|easymock|powermock|jmockit|mockk|wiremock"), GATES);

  private static final Map<Pattern, Set<String>> BANNED_IN_POMS =
      Map.of(
          Pattern.compile("(?i)mockito|easymock|powermock|jmockit|mockk|wiremock"), Set.of(),
          Pattern.compile("(?i)lombok|mapstruct|springframework|jqwik|jpos"), Set.of());

  /// Paths of one machine, and hosts that a build may take its libraries from: a checkout works
  /// anywhere. Controls and marks that turn the direction of text hide what a reader would see.
  private static final Map<Pattern, Set<String>> BANNED_EVERYWHERE =
      Map.of(
          Pattern.compile("/(work|tmp/wt|root)/"),
          GATES,
          Pattern.compile("(?i)repo1?\\.maven\\.(apache\\.)?org|registry\\.npmjs|pypi\\.org"),
          GATES,
          Pattern.compile("(?i)artifactory|sonatype|jitpack\\.io|maven-central\\."),
          GATES,
          Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|[\\x{80}-\\x{9f}]"),
          Set.of(),
          Pattern.compile("[\\x{200b}-\\x{200f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}\\x{feff}]"),
          Set.of(),
          Pattern.compile("\\x{fffd}"),
          Set.of());

  private static final Pattern EMPTY_NAME =
      Pattern.compile("\\b(class|record|interface|enum)\\s+\\w*Impl\\b");
  private static final Set<String> EMPTY_PACKAGES =
      Set.of("util", "utils", "common", "commons", "helper", "helpers", "manager", "managers");

  private static final Pattern LINK_TO_PAGE = Pattern.compile("\\]\\(([\\w-]+\\.md)\\)");
  private static final Pattern MARKDOWN_COMMENT = Pattern.compile("(?m)^/// .*\\w{2,}.*\\.");

  private static Checkout checkout;

  @BeforeAll
  static void read() throws IOException {
    checkout = Checkout.read();
  }

  @ParameterizedTest
  @ValueSource(strings = {"main", "test"})
  void methods_can_be_seen_at_a_glance(String side) throws IOException {
    var lengths = MethodLengths.of(checkout.sources(side));

    var seen = "methods of src/" + side + ": " + lengths.describe() + "\n";
    assertThat(lengths.longest()).as(seen).isLessThanOrEqualTo(LONGEST_METHOD);
    assertThat(lengths.percentile(99)).as(seen).isLessThanOrEqualTo(P99_METHOD);
    assertThat(lengths.percentile(90)).as(seen).isLessThanOrEqualTo(P90_METHOD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"main", "test"})
  void a_file_has_at_most_four_hundred_lines(String side) throws IOException {
    var tooLong = new ArrayList<String>();
    for (Path source : checkout.sources(side)) {
      long lines = Checkout.text(source).lines().count();
      if (lines > LONGEST_FILE) {
        tooLong.add(checkout.name(source) + ": " + lines + " lines");
      }
    }

    assertThat(tooLong).isEmpty();
  }

  @Test
  void main_sources_are_free_of_what_style_refuses() throws IOException {
    assertThat(found(BANNED_IN_MAIN, checkout.sources("main"))).isEmpty();
  }

  @Test
  void tests_neither_sleep_nor_hide_nor_mock() throws IOException {
    assertThat(found(BANNED_IN_TESTS, checkout.sources("test"))).isEmpty();
  }

  @Test
  void poms_are_free_of_libraries_that_style_refuses() throws IOException {
    assertThat(found(BANNED_IN_POMS, named("pom\\.xml"))).isEmpty();
  }

  @Test
  void text_names_no_machine_and_hides_no_character() throws IOException {
    var texts = new ArrayList<Path>();
    for (Path file : checkout.files()) {
      if (!Checkout.isBinary(file)) {
        texts.add(file);
      }
    }

    assertThat(found(BANNED_EVERYWHERE, texts)).isEmpty();
  }

  @Test
  void every_package_says_what_it_is_for() throws IOException {
    var silent = new TreeSet<String>();
    for (Path source : checkout.sources("main")) {
      Path info = source.resolveSibling("package-info.java");
      if (!Files.exists(info) || !saysWhatItIsFor(Checkout.text(info))) {
        silent.add(checkout.name(info));
      }
    }

    assertThat(silent).as("no package-info.java with @NullMarked and a sentence").isEmpty();
  }

  private static boolean saysWhatItIsFor(String info) {
    return info.contains("@NullMarked\n") && MARKDOWN_COMMENT.matcher(info).find();
  }

  @Test
  void names_are_nouns_of_the_business() throws IOException {
    var empty = new TreeSet<String>();
    for (String side : List.of("main", "test")) {
      for (Path source : checkout.sources(side)) {
        checkout.root().relativize(source).forEach(word -> empty.add(word.toString()));
        EMPTY_NAME.matcher(Checkout.text(source)).results().forEach(r -> empty.add(r.group()));
      }
    }
    empty.removeIf(word -> !EMPTY_PACKAGES.contains(word) && !word.endsWith("Impl"));

    assertThat(empty).isEmpty();
  }

  @Test
  void a_dialect_is_one_word_in_six_places() {
    var dialects = dialects("wire/src/main/java/id/sakelar/wire");
    assertThat(dialects).isNotEmpty();

    var missing = dialects.stream().flatMap(dialect -> placesWithout(dialect).stream());
    assertThat(missing).as("places where a dialect of wire is missing").isEmpty();
  }

  private static Set<String> dialects(String folder) {
    var word = Pattern.compile(folder + "/(\\w+)/.*");
    return checkout.sources("main").stream()
        .map(checkout::name)
        .flatMap(name -> word.matcher(name).results())
        .map(result -> result.group(1))
        .collect(toCollection(TreeSet::new));
  }

  private static List<String> placesWithout(String dialect) {
    return Stream.of(
            "server/src/main/java/id/sakelar/server/front/" + dialect + "/\\w+\\.java",
            "server/src/main/java/id/sakelar/server/upstream/" + dialect + "/\\w+\\.java",
            "simulator/src/main/java/id/sakelar/simulator/" + dialect + "/\\w+\\.java",
            "conversations/(.*/)?" + dialect + "/[^/]+\\.txt",
            "docs/dialects/" + dialect + "\\.md")
        .filter(place -> named(place).isEmpty())
        .toList();
  }

  @Test
  void every_dialect_in_use_is_spelled_in_wire() {
    var inUse = dialects("server/src/main/java/id/sakelar/server/(?:front|upstream)");

    assertThat(dialects("wire/src/main/java/id/sakelar/wire")).containsAll(inUse);
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/dialects", "docs/decisions"})
  void every_page_is_listed_and_every_listed_page_is_there(String folder) throws IOException {
    var index = checkout.root().resolve(folder, "README.md");
    assertThat(index).exists();

    var links = LINK_TO_PAGE.matcher(Checkout.text(index)).results().map(link -> link.group(1));
    var pages = named(folder + "/[\\w-]+\\.md").stream().filter(page -> !page.equals(index));
    assertThat(links.distinct())
        .containsExactlyInAnyOrderElementsOf(pages.map(TidyTest::lastName).toList())
        .isNotEmpty();
  }

  @Test
  void decisions_are_numbered_without_a_gap() {
    var numbers =
        named("docs/decisions/\\d{4}-[a-z0-9-]+\\.md").stream()
            .map(page -> page.getFileName().toString().substring(0, 4))
            .sorted()
            .toList();

    assertThat(numbers).isNotEmpty().doesNotHaveDuplicates();
    assertThat(numbers.getLast()).isEqualTo(String.format(Locale.ROOT, "%04d", numbers.size()));
  }

  /// The files whose path from the root is matched as a whole, or whose name is.
  private static List<Path> named(String pattern) {
    var whole = Pattern.compile(pattern).asMatchPredicate();
    return checkout.files().stream()
        .filter(file -> whole.test(checkout.name(file)) || whole.test(lastName(file)))
        .toList();
  }

  private static String lastName(Path file) {
    return file.getFileName().toString();
  }

  /// Where the banned text stands, as file, line and text.
  private static List<String> found(Map<Pattern, Set<String>> banned, List<Path> files)
      throws IOException {
    assertThat(files).isNotEmpty();
    var found = new ArrayList<String>();
    for (Path file : files) {
      var text = Checkout.text(file);
      banned.entrySet().stream()
          .filter(entry -> !entry.getValue().contains(lastName(file)))
          .flatMap(entry -> entry.getKey().matcher(text).results())
          .forEach(hit -> found.add(place(file, text, hit)));
    }
    return found;
  }

  private static String place(Path file, String text, MatchResult hit) {
    long line = 1 + text.substring(0, hit.start()).chars().filter(c -> c == '\n').count();
    return checkout.name(file) + ":" + line + " " + visible(hit.group());
  }

  private static String visible(String text) {
    return text.codePoints()
        .mapToObj(
            c ->
                c >= ' ' && c < 127
                    ? Character.toString(c)
                    : String.format(Locale.ROOT, "U+%04X", c))
        .reduce("", String::concat);
  }
}
