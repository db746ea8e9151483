package id.sakelar.server.console;

import id.sakelar.money.Rupiah;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/// Reads what the console shows. Thread-safe.
public final class FiguresStore {
  private final Jdbi jdbi;

  public FiguresStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Whether the database answers now.
  public boolean answers() {
    try {
      return jdbi.withHandle(
          handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one() == 1);
    } catch (RuntimeException e) {
      return false;
    }
  }

  /// How many payments are open in each state; states without any are left out.
  Map<String, Long> openPayments() {
    return jdbi.withHandle(
        handle -> {
          var counts = new TreeMap<String, Long>();
          handle
              .createQuery(
                  """
                  SELECT state, count(*) AS payments FROM payment
                  WHERE wake_at IS NOT NULL GROUP BY state
                  """)
              .map((row, _) -> Map.entry(row.getString("state"), row.getLong("payments")))
              .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
          return counts;
        });
  }

  /// The money that nobody has decided about.
  Rupiah inFlight() {
    return jdbi.withHandle(
        handle ->
            new Rupiah(
                handle
                    .createQuery(
                        """
                        SELECT coalesce(sum(sen), 0)::bigint FROM balance
                        WHERE account = 'in-flight'
                        """)
                    .mapTo(Long.class)
                    .one()));
  }

  /// How far each biller's word on our deposit there is off the books; sen.
  Map<String, Long> drifts() {
    return jdbi.withHandle(
        handle -> {
          var drifts = new TreeMap<String, Long>();
          handle
              .createQuery("SELECT upstream, drift_sen FROM upstream_balance")
              .map((row, _) -> Map.entry(row.getString("upstream"), row.getLong("drift_sen")))
              .forEach(entry -> drifts.put(entry.getKey(), entry.getValue()));
          return drifts;
        });
  }

  /// How many notices to partners wait to be delivered.
  long waitingNotices() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT count(*) FROM notice WHERE wake_at IS NOT NULL")
                .mapTo(Long.class)
                .one());
  }
}
