package id.sakelar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The chaos finds what it is there to find: with each planted bug, a short run breaks the law that
/// the bug offends.
@EnabledIfSystemProperty(
    named = "chaos.minutes",
    matches = "[1-9].*",
    disabledReason = "takes minutes: ./sakelar chaos runs it")
class ChaosPlantedTest {
  private static final Path TARGET = Path.of("target").toAbsolutePath();

  @ParameterizedTest
  @EnumSource
  void a_planted_bug_breaks_its_law(ChaosPlant bug) throws Exception {
    var folder = bug.plant(TARGET.resolve("chaos-plants"));
    var directory = TARGET.resolve("chaos-planted");

    var report = new ChaosRun(ChaosPlan.ofPlants(), directory, List.of(folder), false).go();

    assertThat(report.broken())
        .as("%s, see %s", bug, directory)
        .anySatisfy(broken -> assertThat(broken).startsWith(bug.law() + ":"));
  }
}
