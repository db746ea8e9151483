package id.sakelar.wire.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Masked;
import java.time.Instant;

/// Cash has been paid in or out. Prints the account masked and no name. Immutable.
///
/// @param accountNumberCustomer whose savings went up or down
/// @param bankCode the bank's short name, `BNI`
public record CashReceipt(
    Rupiah amount,
    Rupiah admin,
    Instant dateTime,
    String accountNumberCustomer,
    String accountName,
    String bankCode) {
  static CashReceipt read(Fields from) throws Garbled {
    return new CashReceipt(
        Spelling.grouped(from, "amount"),
        Spelling.grouped(from, "admin"),
        Spelling.moment(from, "date_time"),
        from.text("account_number_customer"),
        from.text("account_name"),
        from.text("bank_code"));
  }

  Draft spelledIn() {
    return spelled("deposit_amount");
  }

  Draft spelledOut() {
    return spelled("withdraw_amount");
  }

  private Draft spelled(String nameOfAmount) {
    return new Draft()
        .text("amount", Spelling.grouped(amount))
        .text("admin", Spelling.grouped(admin))
        .text("total", Spelling.grouped(amount.plus(admin)))
        .text("date_time", Spelling.moment(dateTime))
        .text("account_number_customer", accountNumberCustomer)
        .text("account_name", accountName)
        .amount(nameOfAmount, amount)
        .text("bank_code", bankCode);
  }

  /// What is said of it, with the blank at its end that the document prints.
  String told() {
    return "Transaksi a.n "
        + accountName
        + " Rp."
        + Spelling.grouped(amount)
        + " , admin Rp."
        + Spelling.grouped(admin)
        + " berhasil dilakukan ";
  }

  @Override
  public String toString() {
    return "CashReceipt[" + Masked.lastFour(accountNumberCustomer) + ", " + amount + "]";
  }
}
