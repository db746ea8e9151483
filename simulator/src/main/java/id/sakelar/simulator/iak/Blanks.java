package id.sakelar.simulator.iak;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Json;
import id.sakelar.wire.Json.Items;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Json.Nothing;
import id.sakelar.wire.Json.Numeral;
import id.sakelar.wire.Json.Text;
import id.sakelar.wire.Json.Truth;
import id.sakelar.wire.iak.Inquiry;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What is filled into a bill once somebody asks for it: `{nominal}`, `{admin}` and `{price}` in
/// rupiah, the customer's `{number}` and `{identity}`, the `{year}` of a property tax, the
/// `{month}` count of an insurance, also as `{two-digit-month}`, and the `{ntpd}` of a vehicle tax.
/// Prints none of them. Immutable.
record Blanks(Map<String, String> texts) {
  private static final int YEAR = 2019;

  Blanks {
    texts = Map.copyOf(texts);
  }

  static Blanks of(Inquiry asked, Customer customer, String ntpd) {
    int month = asked.month().orElse(1);
    return new Blanks(
        Map.of(
            "{nominal}", whole(customer.bill().nominal()),
            "{admin}", whole(customer.admin()),
            "{price}", whole(customer.price()),
            "{number}", asked.hp(),
            "{identity}", asked.nomorIdentitas().orElse(""),
            "{year}", Integer.toString(asked.year().orElse(YEAR)),
            "{month}", Integer.toString(month),
            "{two-digit-month}", String.format(Locale.ROOT, "%02d", month),
            "{ntpd}", ntpd));
  }

  String fill(String text) {
    String filled = text;
    for (var blank : texts.entrySet()) {
      filled = filled.replace(blank.getKey(), blank.getValue());
    }
    return filled;
  }

  Members fill(Members members) {
    Map<String, Json> filled = new LinkedHashMap<>();
    members.fields().forEach((name, value) -> filled.put(name, fill(value)));
    return new Members(filled);
  }

  private Json fill(Json json) {
    return switch (json) {
      case Text(String text) -> new Text(fill(text));
      case Items(var list) -> new Items(list.stream().map(this::fill).toList());
      case Members members -> fill(members);
      case Numeral _, Truth _, Nothing _ -> json;
    };
  }

  private static String whole(Rupiah amount) {
    return Long.toString(amount.toWhole());
  }

  @Override
  public String toString() {
    return "Blanks" + texts.keySet();
  }
}
