package id.sakelar.simulator;

import id.sakelar.money.Rupiah;
import java.time.Instant;
import java.util.Optional;

/// Where payments are taken, at most one for each reference. Safe for many threads.
public interface Till {
  /// Takes a payment, unless there is one of that reference.
  ///
  /// @return the one that is there now
  Row take(Row row);

  /// The payment of a reference, once it has been taken for good.
  Optional<Row> find(String reference);

  /// What the caller has been charged with in all, as it stands at `now`, which never goes back.
  Rupiah charged(Instant now);
}
