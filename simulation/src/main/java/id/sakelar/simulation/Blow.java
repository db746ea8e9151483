package id.sakelar.simulation;

import java.time.Duration;
import java.util.Locale;

/// A disaster at a certain time.
///
/// @param at microseconds since the world began
/// @param whom the number of the process, or of the biller
/// @param lasts how long, or for a clock how far it jumps
record Blow(int number, long at, Kind kind, int whom, Duration lasts) {
  /// What happens.
  enum Kind {
    /// A process dies, and is started again.
    CRASH,
    /// A process is stopped in order, and is started again.
    STOP,
    /// A process does not run for a while, and knows nothing of it.
    PAUSE,
    /// A process's clock jumps.
    CLOCK,
    /// The database cannot be reached by anybody.
    OUTAGE,
    /// A biller cannot be reached by anybody.
    SILENCE
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "blow %d at %.3f s: %s %d, %s", number, at / 1e6, kind, whom, lasts);
  }
}
