package id.sakelar.server.upstream.mmbc;

import id.sakelar.wire.mmbc.Echo;
import id.sakelar.wire.mmbc.Shape;
import id.sakelar.wire.mmbc.Vehicle;
import java.util.Optional;

/// The two numbers under which the tax of a vehicle is found. Prints neither. Immutable.
///
/// @param chassis of the vehicle, a `structure_number`
/// @param identity of its owner, a `customer_number`
record Papers(String chassis, String identity) {
  /// The numbers of a customer of ours, `chassis,identity`; nothing if the dialect cannot say them.
  static Optional<Papers> find(String customer) {
    int comma = customer.indexOf(',');
    if (comma < 0) {
      return Optional.empty();
    }
    var papers = new Papers(customer.substring(0, comma), customer.substring(comma + 1));
    return Optional.of(papers).filter(Papers::areSpeakable);
  }

  private boolean areSpeakable() {
    return Shape.CHASSIS.holds(chassis) && Shape.KTP.holds(identity);
  }

  boolean areOf(Vehicle vehicle) {
    return vehicle.structureNumber().equals(chassis) && vehicle.customerNumber().equals(identity);
  }

  /// Whether a refusal repeats nothing else. What it cannot know, as when it has refused the login,
  /// it repeats as an empty text.
  boolean areRepeatedBy(Echo echo) {
    return isRepeated(chassis, echo.structureNumber())
        && isRepeated(identity, echo.customerNumber());
  }

  static boolean isRepeated(String asked, String repeated) {
    return repeated.isEmpty() || repeated.equals(asked);
  }

  @Override
  public String toString() {
    return "Papers";
  }
}
