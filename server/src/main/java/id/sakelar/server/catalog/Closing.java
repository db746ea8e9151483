package id.sakelar.server.catalog;

import java.time.LocalTime;

/// When a product is closed every day, in Jakarta. Immutable.
///
/// @param from the first moment it is closed
/// @param until the first moment it is open again; before `from` when the night is between them
public record Closing(LocalTime from, LocalTime until) {
  public Closing {
    if (from.equals(until)) {
      throw new IllegalArgumentException("a product is closed for less than a day");
    }
  }

  public boolean covers(LocalTime time) {
    boolean begun = !time.isBefore(from);
    boolean over = !time.isBefore(until);
    return from.isBefore(until) ? begun && !over : begun || !over;
  }
}
