package id.sakelar.server;

import id.sakelar.money.Rupiah;
import id.sakelar.server.BankSettings.ProductSettings;
import id.sakelar.server.banking.OurBank;
import id.sakelar.server.banking.OurBank.Fees;
import id.sakelar.server.banking.OurBank.Product;
import java.util.HashMap;
import java.util.Map;

/// Our bank as the settings describe it.
final class BankTerms {
  /// The limits of POJK 1/POJK.03/2022.
  private static final Product BASIC =
      new Product(Rupiah.of(20_000_000), Rupiah.of(5_000_000), true, "A");

  private BankTerms() {}

  static OurBank of(Settings settings, BankSettings bank) {
    var agents = settings.agents();
    var fees =
        new Fees(
            Rupiah.of(agents.intrabankFee()),
            Rupiah.of(agents.interbankFee()),
            Rupiah.of(agents.withdrawalFee()));
    return new OurBank(bank.name(), bank.code(), bank.bic(), fees, products(settings.savings()));
  }

  private static Map<String, Product> products(Map<String, ProductSettings> settings) {
    if (settings.isEmpty()) {
      return Map.of("bsa", BASIC);
    }
    var products = new HashMap<String, Product>();
    settings.forEach((name, product) -> products.put(name, product(product)));
    return products;
  }

  private static Product product(ProductSettings settings) {
    return new Product(
        settings.most().map(Rupiah::of).orElse(null),
        settings.monthlyDebits().map(Rupiah::of).orElse(null),
        settings.oneEach(),
        settings.leastClass());
  }
}
