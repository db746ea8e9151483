package id.sakelar.simulator.mmbc;

import id.sakelar.money.Rupiah;
import id.sakelar.simulator.mmbc.Subject.OfVehicle;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.mmbc.SamsatProduct;
import id.sakelar.wire.mmbc.Sentence;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the biller knows of regions and vehicles. Immutable.
///
/// @param owners by chassis number
/// @param former inquiries that were made before the book begins, by invoice; they can be paid on
///   any day
record Vehicles(
    List<SamsatProduct> products,
    Map<String, Owner> owners,
    Map<String, Invoice<OfVehicle>> former) {
  static final Rupiah FEE = Rupiah.of(5_000);
  private static final Rupiah CASHBACK = Rupiah.of(2_000);

  /// When the document was written.
  private static final Instant LONG_AGO = Instant.parse("2019-07-07T06:14:15Z");

  Vehicles {
    products = List.copyOf(products);
    owners = Map.copyOf(owners);
    former = Map.copyOf(former);
  }

  /// Reads the file.
  static Vehicles read() {
    return Stock.read("esamsat.json", Vehicles::read);
  }

  private static Vehicles read(Fields from) throws Garbled {
    var products = from.rows("products", Vehicles::product);
    Map<String, Owner> owners = new HashMap<>();
    var vehicles = from.group("vehicles");
    for (String number : from.members("vehicles").fields().keySet()) {
      owners.put(number, Owner.read(vehicles.group(number), number));
    }
    Map<String, Invoice<OfVehicle>> former = new HashMap<>();
    var inquiries = from.group("inquiries");
    for (String invoice : from.members("inquiries").fields().keySet()) {
      var about = subject(products.getFirst(), inquiries.text(invoice), owners);
      former.put(invoice, new Invoice<>(invoice, LONG_AGO, about));
    }
    return new Vehicles(products, owners, former);
  }

  private static SamsatProduct product(Fields from) throws Garbled {
    String code = from.text("product");
    return new SamsatProduct(code, code, FEE, CASHBACK, from.flag("open"));
  }

  private static OfVehicle subject(
      SamsatProduct product, String structureNumber, Map<String, Owner> owners) throws Garbled {
    var owner = owners.get(structureNumber);
    if (owner == null) {
      throw Garbled.field("inquiries", "names no vehicle");
    }
    return new OfVehicle(product.productCode(), owner.customerNumber(), structureNumber);
  }

  /// Refuses a region that is not there, or not open.
  void checkOpen(String product) throws Rejection {
    var found = products.stream().filter(it -> it.productCode().equals(product)).findFirst();
    if (found.isEmpty()) {
      throw new Rejection(Sentence.PRODUCT);
    }
    if (!found.get().open()) {
      throw new Rejection(Sentence.CLOSED);
    }
  }

  /// Whose the vehicle is: a known one has to be asked for under its owner's number.
  Owner owner(OfVehicle asked) throws Rejection {
    var known = Optional.ofNullable(owners.get(asked.structureNumber()));
    if (known.isEmpty()) {
      return Owner.madeUp(asked.customerNumber(), asked.structureNumber());
    }
    if (!known.get().customerNumber().equals(asked.customerNumber())) {
      throw new Rejection(Sentence.DATA_NOT_FOUND);
    }
    return known.get();
  }
}
