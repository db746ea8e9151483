package id.sakelar.simulator.bankplus;

import id.sakelar.money.Rupiah;

/// An account, as it is when the bank first opens. Immutable.
///
/// @param balance exact to the sen
/// @param active whether money can be sent from and to it
public record Account(String number, String name, Rupiah balance, boolean active) {
  /// An account that works.
  public static Account of(String number, String name, Rupiah balance) {
    return new Account(number, name, balance, true);
  }
}
