package id.sakelar.simulation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// Each classic mistake is found, by the law that it breaks.
class MutantsTest {
  private static final int SEEDS = 400;

  private static String law(Mutant mutant) {
    return switch (mutant) {
      case NONE -> "";
      case REFUND_ON_TIMEOUT, NOT_FOUND_IS_FAILED, HTTP_500_IS_FAILED, DUPLICATE_IS_FAILED -> "C12";
      case RESEND_UNDER_NEW_REFERENCE, SEND_BEFORE_COMMIT -> "C9";
      case REDISPATCH_AFTER_CRASH, CHECK_THEN_ACT -> "C10";
      case NO_STATE_GUARD -> "C11";
      case BROKEN_COMMIT_IS_FAILED, ANSWER_BEFORE_COMMIT -> "C14";
      case BALANCE_CHECKED_OUTSIDE -> "C3";
    };
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void a_planted_mistake_is_found(Mutant mutant) {
    var seeds = LongStream.rangeClosed(1, SEEDS).iterator();

    var failed = new Campaign(seeds, mutant, 100, Long.MAX_VALUE, false).run(1).failed();

    assertThat(failed).isNotNull();
    assertThat(requireNonNull(requireNonNull(failed).violation()).checker()).isEqualTo(law(mutant));
  }
}
