package id.sakelar.server.payment;

import id.sakelar.money.Rupiah;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/// Sums what is on its way to each biller. Thread-safe.
public final class FlightStore {
  private final Jdbi jdbi;

  public FlightStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// The prices of the open payments at each biller; billers without any are left out.
  public Map<String, Rupiah> prices() {
    return jdbi.withHandle(
        handle -> {
          var prices = new TreeMap<String, Rupiah>();
          handle
              .createQuery(
                  """
                  SELECT upstream, sum(price_sen)::bigint AS sen FROM payment
                  WHERE wake_at IS NOT NULL AND state <> 'HELD' AND NOT test
                  GROUP BY upstream
                  """)
              .map(
                  (row, _) -> prices.put(row.getString("upstream"), new Rupiah(row.getLong("sen"))))
              .list();
          return prices;
        });
  }
}
