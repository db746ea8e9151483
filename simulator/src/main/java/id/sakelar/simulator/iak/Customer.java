package id.sakelar.simulator.iak;

import id.sakelar.money.Rupiah;

/// One who owes something on a product. Immutable.
record Customer(Product product, Bill bill, Fate fate) {
  /// The fee on all sheets.
  Rupiah admin() {
    return product.fee().times(bill.sheets());
  }

  /// What he pays.
  Rupiah price() {
    return bill.nominal().plus(admin());
  }

  /// What the client's deposit pays.
  Rupiah sellingPrice() {
    return price().minus(product.komisi().times(bill.sheets()));
  }
}
