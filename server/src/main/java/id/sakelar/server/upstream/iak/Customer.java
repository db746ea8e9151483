package id.sakelar.server.upstream.iak;

import id.sakelar.server.catalog.Family;
import id.sakelar.wire.Masked;
import org.jspecify.annotations.Nullable;

/// Whose bill it is, in the dialect's two fields. Prints neither whole. Immutable.
///
/// @param hp the customer's number, or the payment code of a vehicle tax
/// @param identity the owner's identity number; null but for a vehicle tax
record Customer(String hp, @Nullable String identity) {
  /// Takes apart what the core calls the customer of a bill of `family`: of a vehicle tax, what
  /// stands before and behind the comma. Either is empty if it is not there.
  static Customer of(Family family, String customer) {
    if (family != Family.VEHICLE_TAX) {
      return new Customer(customer, null);
    }
    int comma = customer.indexOf(',');
    return comma < 0
        ? new Customer(customer, "")
        : new Customer(customer.substring(0, comma), customer.substring(comma + 1));
  }

  /// Whether both numbers of a vehicle tax are there.
  boolean isWhole() {
    return !hp.isEmpty() && (identity == null || !identity.isEmpty());
  }

  @Override
  public String toString() {
    return "Customer[" + Masked.lastFour(hp) + "]";
  }
}
