package id.sakelar.server.banking;

import org.jspecify.annotations.Nullable;

/// A savings account that is opened together with its first deposit. Immutable.
///
/// @param number of the account, not in use yet
/// @param product whose limits hold
/// @param holder what agents may see
/// @param customer what the law wants known, as text that only its writer reads; stored sealed
/// @param identity a keyed hash of the identity number; null where a person may have several such
///   accounts
/// @param pinVerifier of the customer's PIN; null if none was chosen
/// @param openedBy the agent's username
public record NewAccount(
    String number,
    String product,
    Holder holder,
    String customer,
    @Nullable String identity,
    @Nullable String pinVerifier,
    String openedBy) {
  @Override
  public String toString() {
    return "NewAccount[" + product + "]";
  }
}
