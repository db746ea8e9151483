package id.sakelar.wire;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Json.Items;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Json.Numeral;
import id.sakelar.wire.Json.Text;
import id.sakelar.wire.Json.Truth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Writes the fields of a JSON object one by one, in the order they are to stand.
///
/// For one thread; [#members] hands out what has been written so far.
public final class Draft {
  private static final Rupiah LARGEST = Rupiah.of(9_999_999_999_999L);

  private final Map<String, Json> fields = new LinkedHashMap<>();

  public Draft json(String name, Json value) {
    if (fields.put(name, value) != null) {
      throw new IllegalArgumentException(name + " is written twice");
    }
    return this;
  }

  public Draft text(String name, String text) {
    return json(name, new Text(text));
  }

  public Draft text(String name, Optional<String> text) {
    text.ifPresent(it -> text(name, it));
    return this;
  }

  public Draft flag(String name, boolean isUp) {
    return json(name, new Truth(isUp));
  }

  public Draft count(String name, int count) {
    return json(name, new Numeral(Integer.toString(count)));
  }

  public Draft count(String name, Optional<Integer> count) {
    count.ifPresent(it -> count(name, it));
    return this;
  }

  /// An amount as a number of whole rupiah.
  ///
  /// @throws IllegalArgumentException if it is negative, has sen, or is above Rp9.999.999.999.999
  public Draft amount(String name, Rupiah amount) {
    return json(name, new Numeral(digits(name, amount)));
  }

  public Draft amount(String name, Optional<Rupiah> amount) {
    amount.ifPresent(it -> amount(name, it));
    return this;
  }

  /// An amount as digits between quotes.
  ///
  /// @throws IllegalArgumentException if it is negative, has sen, or is above Rp9.999.999.999.999
  public Draft amountText(String name, Rupiah amount) {
    return text(name, digits(name, amount));
  }

  public Draft amountText(String name, Optional<Rupiah> amount) {
    amount.ifPresent(it -> amountText(name, it));
    return this;
  }

  /// A balance as a number of whole rupiah, perhaps below zero.
  ///
  /// @throws IllegalArgumentException if it has sen
  public Draft balance(String name, Rupiah balance) {
    return json(name, new Numeral(Long.toString(whole(name, balance))));
  }

  public Draft balance(String name, Optional<Rupiah> balance) {
    balance.ifPresent(it -> balance(name, it));
    return this;
  }

  /// A list of objects.
  public <T> Draft rows(String name, List<T> rows, Function<T, Draft> writer) {
    return json(
        name, new Items(rows.stream().<Json>map(it -> writer.apply(it).members()).toList()));
  }

  public Members members() {
    return new Members(fields);
  }

  private static String digits(String name, Rupiah amount) {
    if (amount.isNegative() || amount.compareTo(LARGEST) > 0) {
      throw new IllegalArgumentException(name + " cannot be written as " + amount);
    }
    return Long.toString(whole(name, amount));
  }

  private static long whole(String name, Rupiah amount) {
    if (!amount.isWhole()) {
      throw new IllegalArgumentException(name + " cannot carry the sen of " + amount);
    }
    return amount.toWhole();
  }
}
