package id.sakelar.simulator;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/// How a simulated biller behaves towards payments. The same seed gives the same day. Immutable.
///
/// @param lateness how long a late answer takes, to be set above the caller's patience
public record Temper(Latency latency, Shares shares, Duration lateness, Closed closed) {
  /// Answers everything at once and truthfully.
  public static final Temper EVEN =
      new Temper(Latency.NONE, Shares.NONE, Duration.ofMinutes(1), Closed.NO);

  public Temper {
    if (lateness.isNegative()) {
      throw new IllegalArgumentException("a late answer takes some time, not " + lateness);
    }
  }

  /// Whether the biller serves at all.
  public enum Closed {
    /// It serves.
    NO,

    /// It answers, and refuses inquiries and payments because its products are closed.
    PRODUCT,

    /// It refuses every connection.
    CONNECTIONS
  }

  /// How long the biller thinks before it does anything, evenly between two bounds.
  ///
  /// @param everywhere whether other calls wait as payments do
  public record Latency(Duration min, Duration max, boolean everywhere) {
    /// The longest a payment may wait before it is taken. A switch that lets "not found" end a
    /// payment has to wait for longer, and the sandbox's does.
    public static final Duration LONGEST = Duration.ofSeconds(15);

    public static final Latency NONE = new Latency(Duration.ZERO, Duration.ZERO, false);

    public Latency {
      if (max.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException("latency is at most " + LONGEST + ", not " + max);
      }
      if (min.isNegative() || min.compareTo(max) > 0) {
        throw new IllegalArgumentException(
            "latency goes from nothing upwards, not from " + min + " to " + max);
      }
    }

    Duration draw(RandomGenerator random) {
      return min.plusNanos(random.nextLong(max.minus(min).toNanos() + 1));
    }
  }

  /// Which payments go wrong, in percent of all; the rest is answered truthfully.
  ///
  /// @param refusals are refused, and not taken
  /// @param hangUps are taken, and the connection is closed without an answer
  /// @param garbageBefore are not taken, and the answer is garbage
  /// @param garbageAfter are taken, and the answer is garbage
  /// @param late are taken, and answered late
  public record Shares(int refusals, int hangUps, int garbageBefore, int garbageAfter, int late) {
    public static final Shares NONE = new Shares(0, 0, 0, 0, 0);

    public Shares {
      var each = List.of(refusals, hangUps, garbageBefore, garbageAfter, late);
      long sum = each.stream().mapToLong(Integer::longValue).sum();
      if (Collections.min(each) < 0 || sum > 100) {
        throw new IllegalArgumentException(
            "refusals, hang-ups, garbage and late answers are between 0 and 100 percent together");
      }
    }

    /// What `roll`, from 0 to 99, stands for.
    Conduct conduct(int roll) {
      int end = 0;
      for (Conduct conduct : Conduct.values()) {
        end += percent(conduct);
        if (roll < end) {
          return conduct;
        }
      }
      throw new IllegalArgumentException("a roll goes from 0 to 99, not " + roll);
    }

    private int percent(Conduct conduct) {
      return switch (conduct) {
        case REFUSES -> refusals;
        case HANGS_UP -> hangUps;
        case GARBLES_BEFORE -> garbageBefore;
        case GARBLES_AFTER -> garbageAfter;
        case ANSWERS_LATE -> late;
        case ANSWERS -> 100 - refusals - hangUps - garbageBefore - garbageAfter - late;
      };
    }
  }

  public Temper withLatency(Latency other) {
    return new Temper(other, shares, lateness, closed);
  }

  public Temper withShares(Shares other) {
    return new Temper(latency, other, lateness, closed);
  }

  public Temper withLateness(Duration other) {
    return new Temper(latency, shares, other, closed);
  }

  public Temper withClosed(Closed other) {
    return new Temper(latency, shares, lateness, other);
  }

  /// The mood for the next payment. Draws the same number of times whatever comes out, so that a
  /// change of temper does not shift the day that follows.
  Mood next(RandomGenerator random) {
    var conduct = shares.conduct(random.nextInt(100));
    return new Mood(latency.draw(random), conduct, Garbage.draw(random));
  }
}
