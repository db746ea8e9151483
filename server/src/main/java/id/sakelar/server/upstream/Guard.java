package id.sakelar.server.upstream;

import id.sakelar.money.Rupiah;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How much trouble a biller may be in, and how much we have with it at once, before it gets
/// nothing new. Set per biller by the operator. Immutable.
///
/// @param calls how many of its last answers are looked at
/// @param failures how many of a hundred of them may be failures; if as many are, it is left alone
/// @param rest how long it is left alone before a few calls try it again
/// @param probes how many calls try it
/// @param atOnce how many inquiries and payments may be under way there at once
/// @param questionsAtOnce how many status questions may be under way there at once
/// @param mostInFlight if open payments there come to more than this, it gets no new ones; null for
///   no limit
public record Guard(
    int calls,
    int failures,
    Duration rest,
    int probes,
    int atOnce,
    int questionsAtOnce,
    @Nullable Rupiah mostInFlight) {
  /// The defaults: half of twenty answers, half a minute, three probes, 64 calls and four
  /// questions.
  public static Guard standard() {
    return new Guard(20, 50, Duration.ofSeconds(30), 3, 64, 4, null);
  }

  public Guard withMostInFlight(Rupiah most) {
    return new Guard(calls, failures, rest, probes, atOnce, questionsAtOnce, most);
  }
}
