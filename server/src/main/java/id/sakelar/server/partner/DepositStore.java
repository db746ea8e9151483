package id.sakelar.server.partner;

import id.sakelar.ledger.Accepted;
import id.sakelar.ledger.Account;
import id.sakelar.ledger.AccountId;
import id.sakelar.ledger.Accounts;
import id.sakelar.ledger.Booking;
import id.sakelar.ledger.Booking.Booked;
import id.sakelar.ledger.Books;
import id.sakelar.ledger.Guard;
import id.sakelar.ledger.Posting;
import id.sakelar.ledger.Refusal;
import id.sakelar.ledger.Riders;
import id.sakelar.ledger.Unit;
import id.sakelar.money.Rupiah;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/// The partners' deposits in the books: opened, read and topped up. Thread-safe.
public final class DepositStore {
  /// The house's account at its own bank: what partners paid in is owed by it.
  public static final AccountId BANK = new AccountId("bank");

  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

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
    if (!REFERENCE.matcher(reference).matches()) {
      throw new IllegalArgumentException("a reference is 1 to 64 of A-Z a-z 0-9 . _ : -");
    }
    var deposit = account(partner);
    var unit =
        new Unit<>(
            "topup/" + reference,
            "TOPUP",
            List.of(new Posting(BANK, deposit, amount)),
            deposit,
            new Alone());
    try (var books = Books.open(database, new Nobody(), new Books.Size(1, 1), chance)) {
      return switch (books.submit(unit)) {
        case Booked _ -> true;
        case Booking.Refused(Refusal why, String word) -> refused(why, word, unit);
        case Booking.Overloaded _, Booking.Undecided _ ->
            throw new IllegalStateException("the books did not answer");
      };
    }
  }

  private boolean refused(Refusal why, String word, Unit<Alone> unit) {
    if (why != Refusal.DUPLICATE) {
      throw new IllegalArgumentException("not booked: " + why + " " + word);
    }
    if (!isBooked(unit.subject(), unit.postings().getFirst())) {
      throw new IllegalArgumentException("the reference was booked for another top-up");
    }
    return false;
  }

  private boolean isBooked(String subject, Posting posting) {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                """
                SELECT 1 FROM posting
                WHERE subject = ? AND kind = 'TOPUP' AND target = ? AND sen = ?
                """)) {
      select.setString(1, subject);
      select.setString(2, posting.target().name());
      select.setLong(3, posting.amount().sen());
      try (var found = select.executeQuery()) {
        return found.next();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a top-up could not be read", e);
    }
  }

  /// A top-up changes nothing beside the books.
  private record Alone() {}

  private static final class Nobody implements Riders<Alone> {
    @Override
    public Guard<Alone> lock(Connection tx, List<Alone> riders) {
      return new Unguarded();
    }
  }

  private static final class Unguarded implements Guard<Alone> {
    @Override
    public void look(Connection tx) {}

    @Override
    public Optional<String> refusal(Alone rider) {
      return Optional.empty();
    }

    @Override
    public void accept(Alone rider) {}

    @Override
    public void write(Connection tx, List<Accepted<Alone>> accepted) {}
  }
}
