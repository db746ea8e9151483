package id.sakelar.wire.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Masked;
import java.time.Instant;
import java.util.Optional;

/// An account in rupiah and who holds it. Prints the number masked and nothing else. Immutable.
///
/// @param accountBalance whole rupiah; not shown of accounts of others
/// @param phoneMobile the telephones may be empty, or have their last four characters hidden
/// @param bankCode the bank's short name, `BNI`
public record Account(
    String accountNumber,
    String accountName,
    Optional<Rupiah> accountBalance,
    String phoneMobile,
    String phoneHome,
    String phoneOffice,
    String bankCode,
    Instant dateTime) {
  static final String CURRENCY = "IDR";

  static Account read(Fields from) throws Garbled {
    return new Account(
        from.text("account_number"),
        from.text("account_name"),
        from.findBalance("account_balance"),
        from.text("phone_mobile"),
        from.text("phone_home"),
        from.text("phone_office"),
        from.text("bank_code"),
        Spelling.moment(from, "date_time"));
  }

  Draft spelled() {
    var to =
        new Draft()
            .text("account_currency", CURRENCY)
            .text("account_number", accountNumber)
            .text("account_name", accountName);
    return Spelling.balance(to, "account_balance", accountBalance)
        .text("phone_mobile", phoneMobile)
        .text("phone_home", phoneHome)
        .text("phone_office", phoneOffice)
        .text("bank_code", bankCode)
        .text("date_time", Spelling.moment(dateTime));
  }

  /// What is said when its balance is shown.
  String shown() {
    return "Transaksi a.n "
        + accountName
        + ", pada "
        + Spelling.inSentence(dateTime)
        + " berhasil dilakukan.";
  }

  @Override
  public String toString() {
    return "Account[" + Masked.lastFour(accountNumber) + "]";
  }

  /// An account as any agent may see it. Prints as the account does. Immutable.
  ///
  /// @param referenceNumber as a trace code, see [Refusal.OfBank]
  /// @param kodeAgen of the agent who asks
  /// @param admin what looking costs
  /// @param phoneNumber the mobile telephone, its last four characters hidden
  public record Checked(
      Account account, String referenceNumber, String kodeAgen, Rupiah admin, String phoneNumber) {
    static Checked read(Fields from) throws Garbled {
      return new Checked(
          Account.read(from),
          from.text("referenceNumber"),
          from.text("kodeAgen"),
          from.amount("admin"),
          from.text("phoneNumber"));
    }

    Draft spelled() {
      return account
          .spelled()
          .text("referenceNumber", referenceNumber)
          .text("kodeAgen", kodeAgen)
          .amount("admin", admin)
          .text("phoneNumber", phoneNumber);
    }

    @Override
    public String toString() {
      return account.toString();
    }
  }

  /// The agent's own account. Prints as the account does. Immutable.
  ///
  /// @param referenceNumber as a trace code, see [Refusal.OfBank]
  /// @param balance whole rupiah
  public record Own(Account account, String referenceNumber, String kodeAgen, Rupiah balance) {
    static Own read(Fields from) throws Garbled {
      return new Own(
          Account.read(from),
          from.text("referenceNumber"),
          from.text("kodeAgen"),
          Spelling.grouped(from, "balance"));
    }

    Draft spelled() {
      return account
          .spelled()
          .text("referenceNumber", referenceNumber)
          .text("kodeAgen", kodeAgen)
          .text("balance", Spelling.grouped(balance));
    }

    @Override
    public String toString() {
      return account.toString();
    }
  }
}
