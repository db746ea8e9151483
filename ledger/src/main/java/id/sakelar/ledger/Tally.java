package id.sakelar.ledger;

import id.sakelar.ledger.Booking.Booked;
import id.sakelar.ledger.Booking.Refused;
import id.sakelar.money.Rupiah;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The running balances of one batch: decides units one after the other against what the accepted
/// ones before them left. Not thread-safe.
final class Tally {
  /// A balance row as it was locked.
  record Row(AccountId account, int stripe, long sen, long floor, long ceiling, boolean striped) {}

  private final Map<AccountId, Row> rows = new HashMap<>();
  private final Map<AccountId, Long> moved = new LinkedHashMap<>();

  Tally(List<Row> locked) {
    locked.forEach(row -> rows.put(row.account(), row));
  }

  /// The first account of these postings that was never opened.
  Optional<Refused> unknown(List<Posting> postings) {
    return changes(postings).keySet().stream()
        .filter(account -> !rows.containsKey(account))
        .findFirst()
        .map(account -> new Refused(Refusal.UNKNOWN_ACCOUNT, account.name()));
  }

  /// Books `postings` if every account keeps its limits, counted after all of them; else leaves
  /// everything as it was.
  Booking book(List<Posting> postings) {
    Map<AccountId, Long> changes = changes(postings);
    for (AccountId account : changes.keySet()) {
      if (after(account, changes) < row(account).floor()) {
        return new Refused(Refusal.FLOOR, account.name());
      }
    }
    for (AccountId account : changes.keySet()) {
      if (after(account, changes) > row(account).ceiling()) {
        return new Refused(Refusal.CEILING, account.name());
      }
    }
    changes.forEach((account, sen) -> moved.merge(account, sen, Math::addExact));
    return new Booked(standing(changes));
  }

  /// What the batch adds to each row it moved.
  Map<Row, Long> moved() {
    Map<Row, Long> byRow = new LinkedHashMap<>();
    moved.forEach((account, sen) -> byRow.put(row(account), sen));
    return byRow;
  }

  private Map<AccountId, Rupiah> standing(Map<AccountId, Long> changes) {
    Map<AccountId, Rupiah> standing = new HashMap<>();
    for (AccountId account : changes.keySet()) {
      Row row = row(account);
      if (!row.striped()) {
        standing.put(account, new Rupiah(row.sen() + moved.getOrDefault(account, 0L)));
      }
    }
    return standing;
  }

  private long after(AccountId account, Map<AccountId, Long> changes) {
    long running = Math.addExact(row(account).sen(), moved.getOrDefault(account, 0L));
    return Math.addExact(running, changes.getOrDefault(account, 0L));
  }

  private Row row(AccountId account) {
    Row row = rows.get(account);
    if (row == null) {
      throw new IllegalStateException("an account is locked before it is booked on: " + account);
    }
    return row;
  }

  private static Map<AccountId, Long> changes(List<Posting> postings) {
    Map<AccountId, Long> changes = new LinkedHashMap<>();
    for (Posting posting : postings) {
      changes.merge(posting.source(), -posting.amount().sen(), Math::addExact);
      changes.merge(posting.target(), posting.amount().sen(), Math::addExact);
    }
    return changes;
  }
}
