package id.sakelar.simulator.digiswitch;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Limits;
import id.sakelar.wire.Message;
import id.sakelar.wire.StrictJson;
import id.sakelar.wire.digiswitch.PricedProduct;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.desc.Family;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the biller sells of one family, and to whom: a file of its own for each. Immutable.
///
/// @param admin the fee on a sheet
/// @param commission the partner's part of it
/// @param customers by number
record Product(
    Family family,
    String name,
    String brand,
    Rupiah admin,
    Rupiah commission,
    Map<String, Customer> customers) {
  private static final StrictJson JSON = new StrictJson(Limits.ANSWER);

  Product {
    customers = Map.copyOf(customers);
  }

  /// Reads the file of `family`.
  ///
  /// @throws IllegalStateException if there is none or it is not what it has to be
  static Product read(Family family) {
    String file = family.code(Spelling.DIGISWITCH) + ".json";
    try (var in = Product.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + file);
      }
      var message = Message.json(new String(in.readAllBytes(), UTF_8));
      return read(family, new Fields(JSON.read(message)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Garbled e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }

  /// Whether `code` is its own, in either spelling.
  boolean isSoldAs(String code) {
    return Family.of(code).equals(Optional.of(family));
  }

  /// The customer of a number that has no blanks around its parts.
  Optional<Customer> find(String number) {
    return Optional.ofNullable(customers.get(number))
        .or(() -> MadeUp.owed(family, number).map(it -> new Customer(it, Fate.PAID)));
  }

  /// Its line in a price list.
  PricedProduct line(Spelling spelling) {
    String code = family.code(spelling);
    return new PricedProduct.Postpaid(
        name, "Pascabayar", brand, "Sakelar", admin, commission, code, true, "");
  }

  private static Product read(Family family, Fields from) throws Garbled {
    Map<String, Owed> bills = new HashMap<>();
    var sheets = from.group("bills");
    for (String name : from.members("bills").fields().keySet()) {
      bills.put(name, Owed.read(sheets.group(name), family));
    }
    Map<String, Customer> customers = new HashMap<>();
    var numbers = from.group("customers");
    for (String number : from.members("customers").fields().keySet()) {
      customers.put(number, customer(numbers.group(number), bills));
    }
    var sold = from.group("product");
    return new Product(
        family,
        sold.text("name"),
        sold.text("brand"),
        sold.amount("admin"),
        sold.amount("commission"),
        customers);
  }

  private static Customer customer(Fields from, Map<String, Owed> bills) throws Garbled {
    var owed = bills.get(from.text("bill"));
    if (owed == null) {
      throw Garbled.field("bill", "names no bill");
    }
    return new Customer(owed, Fate.of(from.text("fate")));
  }
}
