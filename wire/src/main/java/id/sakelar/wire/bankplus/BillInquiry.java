package id.sakelar.wire.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Masked;
import java.util.Optional;

/// Asks what is owed for a product, an extension. Prints the customer masked. Immutable.
///
/// @param productCode see [Shape#PRODUCT]
/// @param customerNumber see [Shape#CUSTOMER]
/// @param amount what the customer wants to pay, for a product that leaves it to him; positive
public record BillInquiry(String productCode, String customerNumber, Optional<Rupiah> amount) {
  public BillInquiry {
    Shape.PRODUCT.check("product_code", productCode);
    Shape.CUSTOMER.check("customer_number", customerNumber);
  }

  static BillInquiry read(Fields from) throws Garbled {
    return new BillInquiry(
        Shape.PRODUCT.read(from, "product_code"),
        Shape.CUSTOMER.read(from, "customer_number"),
        from.has("amount") ? Optional.of(Asked.amount(from, "amount")) : Optional.empty());
  }

  Members spelled() {
    return new Draft()
        .text("product_code", productCode)
        .text("customer_number", customerNumber)
        .amount("amount", amount)
        .members();
  }

  @Override
  public String toString() {
    return "BillInquiry[" + productCode + ", " + Masked.lastFour(customerNumber) + "]";
  }
}
