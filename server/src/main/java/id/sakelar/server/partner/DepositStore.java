package id.sakelar.server.partner;

import id.sakelar.ledger.Account;
import id.sakelar.ledger.AccountId;
import id.sakelar.ledger.Accounts;
import id.sakelar.ledger.Posting;
import id.sakelar.money.Rupiah;
import java.sql.SQLException;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/// The partners' deposits in the books: opened, read and topped up. Thread-safe.
public final class DepositStore {
  /// The house's account at its own bank: what partners paid in is owed by it.
  public static final AccountId BANK = new AccountId("bank");

  private final DataSource database;

  public DepositStore(DataSource database) {
    this.database = database;
  }

  /// The account of a partner's deposit.
  public static AccountId account(String partner) {
    return new AccountId("deposit:" + partner);
  }

  /// Opens a partner's deposit, empty, if it is not open yet.
  ///
  /// @throws IllegalStateException if the database cannot be written
  public void open(String partner) {
    try (var connection = database.getConnection()) {
      Accounts.open(connection, Account.house(BANK, "bank"));
      Accounts.open(connection, Account.prepaid(account(partner), "deposit"));
    } catch (SQLException e) {
      throw new IllegalStateException("a deposit could not be opened", e);
    }
  }

  /// What a partner may still spend.
  ///
  /// @throws IllegalStateException if the database cannot be read
  public Rupiah balance(Partner partner) {
    try (var connection = database.getConnection()) {
      return Accounts.balance(connection, account(partner.id()));
    } catch (SQLException e) {
      throw new IllegalStateException("a deposit could not be read", e);
    }
  }

  /// Books a top-up. Under one reference it is booked once, however often it is asked for.
  ///
  /// @param reference the bank's number of the payment, or another that is used once:
  ///   `[A-Za-z0-9._:-]{1,64}`
  /// @return false if the very same top-up was booked before, and nothing was changed
  /// @throws IllegalArgumentException if the reference was booked for something else, or is not
  ///   made of those characters
  public boolean topUp(String partner, String reference, Rupiah amount, RandomGenerator chance) {
    return topUp(partner, reference, amount, "", chance);
  }

  /// The same by somebody, as the operators' log will say if it is booked now.
  ///
  /// @param by 1 to 64 printable characters of ASCII, without blanks
  public boolean topUp(
      String partner, String reference, Rupiah amount, String by, RandomGenerator chance) {
    var posting = new Posting(BANK, account(partner), amount);
    return new OnceStore(database).book("TOPUP", "top-up", reference, posting, by, chance);
  }
}
