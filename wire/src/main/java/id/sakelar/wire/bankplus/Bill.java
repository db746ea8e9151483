package id.sakelar.wire.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import java.time.Instant;

/// What is owed for a product; an extension. Prints nothing about the customer. Immutable.
///
/// @param transactionId to be paid under
/// @param amount what the biller wants
/// @param adminFee on top of it; both are what the customer pays
/// @param period as the biller says it, perhaps empty
public record Bill(
    String transactionId,
    String productCode,
    String productName,
    String customerNumber,
    String customerName,
    Rupiah amount,
    Rupiah adminFee,
    String period) {
  static Bill read(Fields from) throws Garbled {
    return new Bill(
        from.text("transaction_id"),
        from.text("product_code"),
        from.text("product_name"),
        from.text("customer_number"),
        from.text("customer_name"),
        from.amount("amount"),
        from.amount("admin_fee"),
        from.text("period"));
  }

  Draft spelled() {
    return new Draft()
        .text("transaction_id", transactionId)
        .text("product_code", productCode)
        .text("product_name", productName)
        .text("customer_number", customerNumber)
        .text("customer_name", customerName)
        .amount("amount", amount)
        .amount("admin_fee", adminFee)
        .balance("total", amount.plus(adminFee))
        .text("period", period);
  }

  @Override
  public String toString() {
    return "Bill[" + transactionId + ", " + productCode + ", " + amount + "]";
  }

  /// A bill that is paid. Prints as the bill does. Immutable.
  ///
  /// @param referenceNumber the biller's own
  public record Paid(Bill bill, String referenceNumber, Instant dateTime) {
    static Paid read(Fields from) throws Garbled {
      return new Paid(
          Bill.read(from), from.text("reference_number"), Spelling.moment(from, "date_time"));
    }

    Draft spelled() {
      return bill.spelled()
          .text("reference_number", referenceNumber)
          .text("date_time", Spelling.moment(dateTime));
    }

    @Override
    public String toString() {
      return bill.toString();
    }
  }
}
