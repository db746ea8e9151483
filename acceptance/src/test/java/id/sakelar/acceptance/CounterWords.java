package id.sakelar.acceptance;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/// The bodies that an agent's program writes by hand. Uses nothing of the product. Immutable.
///
/// @param pin the agent's
record CounterWords(String pin) {
  /// What the identity numbers of new customers begin with.
  static final String IDENTITY = "3201110000";

  /// What the mother of every new customer is called.
  static final String MOTHER = "CANARY-IBU";

  /// What every new customer is called.
  static final String CUSTOMER = "Nasabah Tiga";

  private static final AtomicLong CUSTOMERS = new AtomicLong();

  /// Savings for somebody nobody knows.
  String opening(long deposit, String customerPin) {
    return written(
        "{'pin_transaksi':'%s','name':'%s','email':'','mother_name':'%s',"
            + "'profession':'pedagang','last_education':'sma','status_nikah':'Lajang','pob':'sby',"
            + "'dob':'1997-08-01','ktp':'%s%06d','gender':'p','address':'waru','rt':'022','rw':'001',"
            + "'zip_code':'12345','kelurahan':'waru','kecamatan':'waru','city':'sidoarjo',"
            + "'state':'jatim','hp':'08998321234','phone':'','income':'1','jumlah_transaksi':'1',"
            + "'deposit':'%d','pin_nasabah':'%s'}",
        pin, CUSTOMER, MOTHER, IDENTITY, CUSTOMERS.incrementAndGet(), deposit, customerPin);
  }

  String depositing(String account, long amount) {
    return written(
        "{'toAccount':'%s','name':'x','amount':'%d','narration':'','pin_transaksi':'%s'}",
        account, amount, pin);
  }

  String withdrawing(String account, long amount, String customerPin) {
    return written(
        "{'fromAccount':'%s','amount':'%d','narration':'','pin_nasabah':'%s','pin_transaksi':'%s'}",
        account, amount, customerPin, pin);
  }

  /// To one of the new customers.
  String sendingWithin(String account, long amount) {
    return written(
        "{'account_number':'%s','account_name':'%s','amount':%d,'admin_fee':1000,'pin':'%s'}",
        account, CUSTOMER, amount, pin);
  }

  static String askingFor(String bank, String account) {
    return written("{'bank_code':'%s','account_number':'%s'}", bank, account);
  }

  /// @param quote what the inquiry has told
  String sending(JsonNode quote, long amount) {
    return written(
        "{'transaction_id':'%s','bank_code':'%s','bank_name':'%s','account_number':'%s',"
            + "'account_name':'%s','amount':%d,'admin_fee':%d,'pin':'%s'}",
        quote.get("transaction_id").asString(),
        quote.get("bank_code").asString(),
        quote.get("bank_name").asString(),
        quote.get("account_number").asString(),
        quote.get("account_name").asString(),
        amount,
        quote.get("admin_fee").asLong(),
        pin);
  }

  String askingForBalance(String account) {
    return written("{'pin_platform':'%s','accountNum':'%s'}", pin, account);
  }

  /// JSON, its quotes written as `'`.
  static String written(String pattern, Object... words) {
    return String.format(Locale.ROOT, pattern.replace('\'', '"'), words);
  }

  /// Leaves the PIN out.
  @Override
  public String toString() {
    return "CounterWords";
  }
}
