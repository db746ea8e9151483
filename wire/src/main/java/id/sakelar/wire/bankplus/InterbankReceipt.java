package id.sakelar.wire.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Masked;
import java.time.Instant;

/// Money has been sent to another bank. Prints the account masked and no name. Immutable.
///
/// @param bankCode the bank's three digits
/// @param amount what has arrived, the fee not included
public record InterbankReceipt(
    Instant dateTime,
    Rupiah adminFee,
    String bankCode,
    Rupiah amount,
    String bankName,
    String accountNumber,
    String accountName) {
  static InterbankReceipt read(Fields from) throws Garbled {
    return new InterbankReceipt(
        Spelling.moment(from, "date_time"),
        from.amount("admin_fee"),
        from.text("bank_code"),
        from.amount("amount"),
        from.text("bank_name"),
        from.text("account_number"),
        from.text("account_name"));
  }

  Draft spelled() {
    return new Draft()
        .text("date_time", Spelling.moment(dateTime))
        .amount("admin_fee", adminFee)
        .balance("total", amount.plus(adminFee))
        .text("bank_code", bankCode)
        .amount("amount", amount)
        .text("bank_name", bankName)
        .text("account_number", accountNumber)
        .text("account_name", accountName);
  }

  @Override
  public String toString() {
    return "InterbankReceipt[" + bankCode + ", " + Masked.lastFour(accountNumber) + "]";
  }
}
