package id.sakelar.ledger;

import id.sakelar.money.Rupiah;
import java.util.Map;

/// What became of a unit. There is no fifth case. Immutable.
public sealed interface Booking {
  /// It is booked, and durable.
  ///
  /// @param after what the accounts it touched held right after it; striped accounts are left out
  record Booked(Map<AccountId, Rupiah> after) implements Booking {
    public Booked {
      after = Map.copyOf(after);
    }
  }

  /// It was decided against, and changed nothing.
  record Refused(Refusal why, String word) implements Booking {}

  /// Nobody got round to it: the queue was full, patience ended before its turn came, or the books
  /// were closed. Certainly not booked, and it will not be.
  record Overloaded() implements Booking {}

  /// Patience ended while its commit was under way or in doubt. It may be booked, or be booked any
  /// moment; the journal knows, under its subject and kind, once the database answers again.
  record Undecided() implements Booking {}
}
