package id.sakelar.simulator.digiswitch;

import id.sakelar.money.Rupiah;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;

/// The inquiries that have been answered, by reference. Forgets the oldest when there are too many,
/// and all with the process: a payment without inquiry makes its own. Safe for many threads.
final class Quotes {
  private static final int MOST = 50_000;

  private final LinkedHashMap<String, Quote> byReference = new LinkedHashMap<>();

  /// What was asked under a reference.
  ///
  /// @param amount what the customer wants to send, where he says how much
  /// @param day in Jakarta
  record Quote(String fingerprint, Optional<Rupiah> amount, LocalDate day) {}

  synchronized Optional<Quote> find(String reference) {
    return Optional.ofNullable(byReference.get(reference));
  }

  synchronized void put(String reference, Quote quote) {
    byReference.putLast(reference, quote);
    if (byReference.size() > MOST) {
      byReference.pollFirstEntry();
    }
  }

  synchronized void remove(String reference) {
    byReference.remove(reference);
  }
}
