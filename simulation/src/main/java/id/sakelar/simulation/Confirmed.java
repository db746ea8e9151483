package id.sakelar.simulation;

import static java.util.Objects.requireNonNull;

import id.sakelar.server.catalog.Family;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.State;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Finds a payment that a biller surely knows.
final class Confirmed {
  /// How many of the newest are looked at.
  private static final int NEWEST = 20;

  private Confirmed() {}

  /// The newest success of such a bill at the biller, of its newest twenty successes.
  static Optional<Payment> find(Collection<Payment> payments, String upstream, Family family) {
    return payments.stream()
        .filter(payment -> payment.state() == State.SUCCEEDED && !payment.inquiry().test())
        .filter(payment -> payment.quote().upstream().equals(upstream))
        .sorted(
            Comparator.comparing(Confirmed::endedAt)
                .reversed()
                .thenComparing(payment -> payment.id().subject()))
        .limit(NEWEST)
        .filter(payment -> payment.quote().bill().family() == family)
        .findFirst();
  }

  private static Instant endedAt(Payment payment) {
    return requireNonNull(payment.ending()).at();
  }
}
