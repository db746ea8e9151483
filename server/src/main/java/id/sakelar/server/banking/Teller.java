package id.sakelar.server.banking;

import id.sakelar.server.partner.Partner.Limits;

/// The agent behind a counter, for whom transfers are ordered. Immutable.
///
/// @param partner whose deposit is the agent's float; owns the transfers
/// @param limits of the partner, per transfer and per business day
/// @param account number of the agent's own account at our bank
/// @param name of the agent, as the holder of that account
public record Teller(String partner, Limits limits, String account, String name) {
  /// Leaves out who it is.
  @Override
  public String toString() {
    return "Teller[" + partner + "]";
  }
}
