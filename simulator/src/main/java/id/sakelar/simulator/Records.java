package id.sakelar.simulator;

import id.sakelar.wire.Draft;
import java.time.Instant;
import java.util.List;

/// What a book shows on the control surface. Safe for many threads.
public interface Records {
  /// How many rows there are. They are numbered from 1, in the order they were written.
  int count();

  /// Adds to `line` what the book comes to at `now`.
  Draft sum(Draft line, Instant now);

  /// At most `limit` rows after number `after`, spelled as they stand at `now`; 0 is before the
  /// first.
  List<Draft> tellAfter(int after, int limit, Instant now);
}
