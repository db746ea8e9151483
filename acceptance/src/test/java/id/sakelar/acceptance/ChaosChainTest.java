package id.sakelar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A switch that pays at another, in the words of Digiswitch, which pays at billers in all
/// dialects: whichever of their servers and databases dies, the books of both agree in the end,
/// with each other, with the billers' and with what everybody was told.
@EnabledIfSystemProperty(
    named = "chaos.minutes",
    matches = "[1-9].*",
    disabledReason = "takes minutes: ./sakelar chaos runs it")
class ChaosChainTest {
  private static final Logger LOG = LoggerFactory.getLogger(ChaosChainTest.class);
  private static final Path DIRECTORY = Path.of("target", "chaos-chain").toAbsolutePath();

  @Test
  void two_switches_agree_whatever_dies() throws Exception {
    var plan = ChaosPlan.ofChain();

    var report = new ChaosRun(plan, DIRECTORY, List.of(), true).go();

    LOG.info("a chain with {} took {}: {}", plan, report.took(), report.happened());
    assertThat(report.broken()).as("a chain with %s, see %s", plan, DIRECTORY).isEmpty();
  }
}
