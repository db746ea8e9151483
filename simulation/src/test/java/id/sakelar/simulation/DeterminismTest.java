package id.sakelar.simulation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// A world is a function of its seed: whatever happens in it happens again, and can be made small.
class DeterminismTest {
  @Test
  void the_same_seeds_give_the_same_worlds_however_many_run_at_a_time() {
    var alone =
        new Campaign(LongStream.range(0, 200).iterator(), Mutant.NONE, 60, Long.MAX_VALUE, false);
    var beside =
        new Campaign(LongStream.range(0, 200).iterator(), Mutant.NONE, 60, Long.MAX_VALUE, false);

    var once = alone.run(1);
    var again = beside.run(2);

    assertThat(again.hash()).isEqualTo(once.hash());
    assertThat(again.tally().counts()).isEqualTo(once.tally().counts());
  }

  @Test
  void what_is_told_of_a_world_is_told_again() {
    var once = new ArrayList<String>();
    var again = new ArrayList<String>();

    World.run(Plan.draw(7, 40), Mutant.NONE, once::add);
    World.run(Plan.draw(7, 40), Mutant.NONE, again::add);

    assertThat(again).isEqualTo(once).hasSizeGreaterThan(400);
  }

  @Test
  void another_seed_gives_another_world() {
    var one = World.run(Plan.draw(7, 40), Mutant.NONE, null);
    var other = World.run(Plan.draw(8, 40), Mutant.NONE, null);

    assertThat(other.hash()).isNotEqualTo(one.hash());
  }

  @Test
  void what_was_found_is_made_small_and_still_goes_wrong() {
    var seeds = LongStream.iterate(1, seed -> seed + 1).iterator();
    var found =
        new Campaign(seeds, Mutant.CHECK_THEN_ACT, 100, Long.MAX_VALUE, false).run(1).failed();

    var plan = Shrinking.of(requireNonNull(found), Mutant.CHECK_THEN_ACT);

    var again = World.run(plan, Mutant.CHECK_THEN_ACT, null).violation();
    assertThat(requireNonNull(again).checker()).isEqualTo("C10");
    assertThat(plan.wishes()).hasSizeLessThanOrEqualTo(2);
    assertThat(plan.blows()).isEmpty();
    assertThat(World.run(plan, Mutant.NONE, null).violation()).isNull();
  }
}
