package id.sakelar.ledger;

import id.sakelar.money.Rupiah;
import java.util.Map;

/// A rider whose unit stands if the batch commits. Immutable if the rider is.
///
/// @param after what the accounts of its unit held right after it; striped accounts are left out
public record Accepted<R>(R rider, Map<AccountId, Rupiah> after) {
  public Accepted {
    after = Map.copyOf(after);
  }
}
