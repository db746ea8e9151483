package id.sakelar.ledger;

import java.util.List;
import java.util.UUID;

/// What became of one transaction.
sealed interface Attempt {
  /// It is over, and this is what became of the units, in their order.
  record Decided(List<Booking> bookings) implements Attempt {}

  /// Its commit was sent and nothing certain was heard. The bookings stand if batch `id` does.
  record Doubtful(UUID id, List<Booking> bookings) implements Attempt {}

  /// It is certainly rolled back, now or as soon as the server notices.
  record Undone(Trouble trouble, Exception why) implements Attempt {}
}
