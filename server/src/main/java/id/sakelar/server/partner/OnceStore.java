package id.sakelar.server.partner;

import id.sakelar.ledger.Accepted;
import id.sakelar.ledger.AccountId;
import id.sakelar.ledger.Booking;
import id.sakelar.ledger.Booking.Booked;
import id.sakelar.ledger.Books;
import id.sakelar.ledger.Guard;
import id.sakelar.ledger.Posting;
import id.sakelar.ledger.Refusal;
import id.sakelar.ledger.Riders;
import id.sakelar.ledger.Unit;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/// Books what an operator says has been paid, once for each reference. Thread-safe.
public final class OnceStore {
  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  private final DataSource database;

  public OnceStore(DataSource database) {
    this.database = database;
  }

  /// Books a posting. Under one reference a kind is booked once, however often it is asked for.
  ///
  /// @param kind how the books call it, such as `TOPUP`
  /// @param what how people call it, such as `top-up`
  /// @param reference the bank's number of the payment, or another that is used once:
  ///   `[A-Za-z0-9._:-]{1,64}`
  /// @param by who says so, for the operators' log: 1 to 64 printable characters of ASCII, without
  ///   blanks; empty where nobody is to be named, and then there is no entry
  /// @return false if the very same was booked before, and nothing was changed
  /// @throws IllegalArgumentException if the reference was booked for something else, or is not
  ///   made of those characters
  public boolean book(
      String kind,
      String what,
      String reference,
      Posting posting,
      String by,
      RandomGenerator chance) {
    if (!REFERENCE.matcher(reference).matches()) {
      throw new IllegalArgumentException("a reference is 1 to 64 of A-Z a-z 0-9 . _ : -");
    }
    var subject = kind.toLowerCase(Locale.ROOT) + "/" + reference;
    var entry = new Entry(by, kind, posting, reference);
    var unit = new Unit<>(subject, kind, List.of(posting), posting.target(), entry);
    try (var books = Books.open(database, new Nobody(), new Books.Size(1, 1), chance)) {
      return switch (books.submit(unit)) {
        case Booked _ -> true;
        case Booking.Refused(Refusal why, String word) -> refused(why, word, unit, what);
        case Booking.Overloaded _, Booking.Undecided _ ->
            throw new IllegalStateException("the books did not answer");
      };
    }
  }

  private boolean refused(Refusal why, String word, Unit<Entry> unit, String what) {
    if (why != Refusal.DUPLICATE) {
      throw new IllegalArgumentException("not booked: " + why + " " + word);
    }
    if (!isBooked(unit)) {
      throw new IllegalArgumentException("the reference was booked for another " + what);
    }
    return false;
  }

  private boolean isBooked(Unit<Entry> unit) {
    var posting = unit.postings().getFirst();
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                """
                SELECT 1 FROM posting
                WHERE subject = ? AND kind = ? AND source = ? AND target = ? AND sen = ?
                """)) {
      select.setString(1, unit.subject());
      select.setString(2, unit.kind());
      select.setString(3, posting.source().name());
      select.setString(4, posting.target().name());
      select.setLong(5, posting.amount().sen());
      try (var found = select.executeQuery()) {
        return found.next();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("what was booked could not be read", e);
    }
  }

  /// What is left beside the books: an entry in the operators' log.
  private record Entry(String by, String kind, Posting posting, String reference) {
    /// Whose money it is: not the bank's.
    AccountId account() {
      return posting.source().equals(DepositStore.BANK) ? posting.target() : posting.source();
    }
  }

  private static final class Nobody implements Riders<Entry> {
    @Override
    public Guard<Entry> lock(Connection tx, List<Entry> riders) {
      return new Unguarded();
    }
  }

  private static final class Unguarded implements Guard<Entry> {
    @Override
    public void look(Connection tx) {}

    @Override
    public Optional<String> refusal(Entry rider) {
      return Optional.empty();
    }

    @Override
    public void accept(Entry rider) {}

    @Override
    public void write(Connection tx, List<Accepted<Entry>> accepted) throws SQLException {
      for (Accepted<Entry> each : accepted) {
        if (!each.rider().by().isEmpty()) {
          log(tx, each.rider());
        }
      }
    }

    private static void log(Connection tx, Entry entry) throws SQLException {
      try (var log = tx.prepareStatement("SELECT log_operation(?, ?, ?, NULL, ?)")) {
        log.setString(1, entry.by());
        log.setString(2, entry.kind());
        log.setString(3, entry.account().name());
        log.setString(4, entry.reference() + ": " + entry.posting().amount());
        log.execute();
      }
    }
  }
}
