package id.sakelar.server.banking;

import id.sakelar.money.Rupiah;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Our own bank, as configured. Immutable.
///
/// @param name as agents see it, such as `BNI`
/// @param code its three digits
/// @param bic its eight letters
/// @param products of savings, by name; `bsa` is the one that agents open
public record OurBank(
    String name, String code, String bic, Fees fees, Map<String, Product> products) {
  public OurBank {
    products = Map.copyOf(products);
  }

  /// What a movement costs, on top of its amount.
  public record Fees(Rupiah intrabank, Rupiah interbank, Rupiah withdrawal) {}

  /// The limits of a product of savings, of POJK 1/POJK.03/2022 for `bsa`.
  ///
  /// @param most the most an account may hold at any time; null for no limit
  /// @param monthlyDebits the most it may pay out in a calendar month of Jakarta; null for no limit
  /// @param oneEach whether a person has one such account
  /// @param leastClass the class an agent needs to open one: `A`, `B` or `C`
  public record Product(
      @Nullable Rupiah most, @Nullable Rupiah monthlyDebits, boolean oneEach, String leastClass) {}

  /// Whether an account there is ours.
  public boolean isOurs(End end) {
    return end.bank().equals(code);
  }
}
