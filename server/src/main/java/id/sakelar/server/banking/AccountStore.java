package id.sakelar.server.banking;

import id.sakelar.ledger.Account;
import id.sakelar.ledger.AccountId;
import id.sakelar.ledger.Accounts;
import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.partner.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;

/// The accounts of our bank. Thread-safe when its source of chance is.
public final class AccountStore {
  private static final String SAVINGS = "savings:";

  private static final String SELECT =
      "SELECT number, books, product, username, active, holder FROM bank_account\n";

  private final Jdbi jdbi;
  private final OurBank bank;
  private final HolderTextStore texts;
  private final InstantSource clock;
  private final RandomGenerator chance;

  /// The accounts in this database.
  ///
  /// @param vault seals who the holders are
  /// @param chance makes the numbers of new accounts
  public AccountStore(
      Jdbi jdbi, OurBank bank, Vault vault, InstantSource clock, RandomGenerator chance) {
    this.jdbi = jdbi;
    this.bank = bank;
    this.texts = new HolderTextStore(vault);
    this.clock = clock;
    this.chance = chance;
  }

  /// The account in the books that holds a customer's savings.
  static AccountId savings(String number) {
    return new AccountId(SAVINGS + number);
  }

  static boolean isSavings(AccountId books) {
    return books.name().startsWith(SAVINGS);
  }

  /// The account with this number, active or not.
  public Optional<BankAccount> find(String number) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "WHERE number = :number")
                .bind("number", number)
                .map((row, _) -> account(row))
                .findOne());
  }

  /// The next accounts by number, for operators to page through.
  ///
  /// @param after the number of the last one seen; empty for the first page
  public List<BankAccount> list(String after, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "WHERE number > :after ORDER BY number LIMIT :most")
                .bind("after", after)
                .bind("most", most)
                .map((row, _) -> account(row))
                .list());
  }

  /// What the law wants known of the customer who has this account, as it was written when the
  /// account was opened.
  public Optional<String> findCustomer(String number) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT customer FROM bank_account
                    WHERE number = :number AND customer IS NOT NULL
                    """)
                .bind("number", number)
                .map((row, _) -> texts.readCustomer(number, row.getString("customer")))
                .findOne());
  }

  /// What an account holds.
  public Rupiah balance(BankAccount account) {
    try {
      return jdbi.withHandle(handle -> Accounts.balance(handle.getConnection(), account.books()));
    } catch (SQLException e) {
      throw new IllegalStateException("an account could not be read", e);
    }
  }

  /// Adds the account of an agent: another name for the deposit of its partner, which is open.
  ///
  /// @throws IllegalArgumentException if the number is taken or the agent has an account
  public void addAgentAccount(String username, String partner, String number, Holder holder) {
    int added =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        INSERT INTO bank_account (number, books, kind, username, holder, opened_at)
                        VALUES (:number, :books, 'AGENT', :username, :holder, :now)
                        ON CONFLICT DO NOTHING
                        """)
                    .bind("number", number)
                    .bind("books", DepositStore.account(partner).name())
                    .bind("username", username)
                    .bind("holder", texts.write(number, holder))
                    .bind("now", clock.instant())
                    .execute());
    if (added == 0) {
      throw new IllegalArgumentException("the number is taken, or the agent has an account");
    }
  }

  /// Lets an account move money, or stops it. What is under way is not stopped.
  ///
  /// @return false if there is no such account
  public boolean setActive(String number, boolean active) {
    return jdbi.withHandle(
        handle ->
            handle.execute("UPDATE bank_account SET active = ? WHERE number = ?", active, number)
                == 1);
  }

  /// A number for a new account, taken by nobody yet: ten digits by chance, the first not zero and
  /// the last a check digit after Luhn.
  public String newNumber() {
    while (true) {
      var number = Luhn.complete(String.valueOf(chance.nextInt(100_000_000, 1_000_000_000)));
      if (find(number).isEmpty()) {
        return number;
      }
    }
  }

  /// Opens savings in the books, empty, with the limit of their product. Does nothing if they are
  /// open already.
  void openSavings(NewAccount account) {
    var product = bank.products().get(account.product());
    if (product == null) {
      throw new IllegalArgumentException("there is no product " + account.product());
    }
    var savings =
        new Account(savings(account.number()), "savings", Rupiah.ZERO, product.most(), false);
    try {
      jdbi.useHandle(handle -> Accounts.open(handle.getConnection(), savings));
    } catch (SQLException e) {
      throw new IllegalStateException("savings could not be opened", e);
    }
  }

  private BankAccount account(ResultSet row) throws SQLException {
    var number = row.getString("number");
    return new BankAccount(
        number,
        new AccountId(row.getString("books")),
        row.getString("product"),
        row.getString("username"),
        row.getBoolean("active"),
        texts.readHolder(number, row.getString("holder")));
  }
}
