package id.sakelar.server.payment;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.BalanceStore.Booked;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds what billers say that we have left there against the books. Thread-safe.
///
/// While payments are under way the two cannot agree to the rupiah: what is in flight may be taken
/// or not. Only what lies outside of that, twice in a row and in the same direction, is a drift.
public final class Comparisons {
  private static final Logger LOG = LoggerFactory.getLogger(Comparisons.class);

  private final BalanceStore store;
  private final CaseStore cases;
  private final List<Upstream> upstreams;
  private final Duration every;

  /// @param every how often each biller is asked, by whichever server process comes first
  public Comparisons(
      BalanceStore store, CaseStore cases, Collection<Upstream> upstreams, Duration every) {
    this.store = store;
    this.cases = cases;
    this.upstreams = List.copyOf(upstreams);
    this.every = every;
  }

  /// Asks the billers whose time has come, one after the other.
  public void run() {
    for (Upstream upstream : upstreams) {
      if (store.take(upstream.name(), every)) {
        compare(upstream);
      }
    }
  }

  private void compare(Upstream upstream) {
    var before = store.booked(upstream.name());
    var told = upstream.biller().balance();
    if (told.isEmpty()) {
      return;
    }
    var off = off(told.get(), before, store.booked(upstream.name()));
    var drift = store.note(upstream.name(), told.get(), off);
    if (!drift.equals(Rupiah.ZERO)) {
      var note = "it says " + drift + " more than the books explain";
      cases.open(Case.Kind.DRIFT, "upstream/" + upstream.name(), note);
      LOG.error(
          "our deposit at {} is {} off what the books explain, and people must look",
          upstream.name(),
          drift);
    }
  }

  /// How far `told` lies outside of what the books explain, at any moment between two readings.
  static Rupiah off(Rupiah told, Booked before, Booked after) {
    var most = most(before.deposit(), after.deposit());
    var least =
        least(before.deposit().minus(before.inFlight()), after.deposit().minus(after.inFlight()));
    if (told.compareTo(most) > 0) {
      return told.minus(most);
    }
    return told.compareTo(least) < 0 ? told.minus(least) : Rupiah.ZERO;
  }

  private static Rupiah most(Rupiah one, Rupiah other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Rupiah least(Rupiah one, Rupiah other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
