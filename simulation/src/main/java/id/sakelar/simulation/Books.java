package id.sakelar.simulation;

import id.sakelar.ledger.AccountId;
import id.sakelar.ledger.Posting;
import id.sakelar.money.Rupiah;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The ledger in memory: balances, and every line that made them.
final class Books {
  /// One posting as it was booked.
  record Line(String subject, String kind, Posting posting) {}

  private final TreeMap<AccountId, Long> balances = new TreeMap<>();
  private final List<Line> lines = new ArrayList<>();

  boolean knows(AccountId account) {
    return balances.containsKey(account);
  }

  void open(AccountId account) {
    balances.putIfAbsent(account, 0L);
  }

  Rupiah balance(AccountId account) {
    return new Rupiah(balances.getOrDefault(account, 0L));
  }

  void book(String subject, String kind, List<Posting> postings) {
    for (Posting posting : postings) {
      balances.merge(posting.source(), -posting.amount().sen(), Math::addExact);
      balances.merge(posting.target(), posting.amount().sen(), Math::addExact);
      lines.add(new Line(subject, kind, posting));
    }
  }

  List<Line> lines() {
    return lines;
  }

  SortedMap<AccountId, Long> balances() {
    return balances;
  }
}
