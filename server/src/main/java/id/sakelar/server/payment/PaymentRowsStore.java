package id.sakelar.server.payment;

import id.sakelar.ledger.Accepted;
import id.sakelar.ledger.AccountId;
import id.sakelar.ledger.Guard;
import id.sakelar.ledger.Riders;
import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.payment.Change.Claim;
import id.sakelar.server.payment.Change.Move;
import id.sakelar.server.payment.Change.Open;
import id.sakelar.server.payment.Change.Refuse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The rows of payments that change with the books: judges and writes those of a whole batch in a
/// few set-based statements. Thread-safe.
final class PaymentRowsStore implements Riders<Change> {
  static final String EXISTS = "exists";
  static final String MOVED_ON = "moved on";
  static final String UNDECIDED = "undecided";
  static final String DAY_LIMIT = "day limit";
  private static final String STANDING = "refused ";

  private static final String LOCK =
      """
      SELECT p.partner, p.dialect, p.reference, p.version
      FROM payment p
      JOIN unnest(?::text[], ?::text[], ?::text[]) AS key (partner, dialect, reference)
        ON (p.partner, p.dialect, p.reference) = (key.partner, key.dialect, key.reference)
      ORDER BY p.partner, p.dialect, p.reference
      FOR UPDATE OF p
      """;

  private static final String EXISTING =
      """
      SELECT p.partner, p.dialect, p.reference, p.version
      FROM payment p
      JOIN unnest(?::text[], ?::text[], ?::text[]) AS key (partner, dialect, reference)
        ON (p.partner, p.dialect, p.reference) = (key.partner, key.dialect, key.reference)
      """;

  private static final String REMEMBERED =
      """
      SELECT r.partner, r.dialect, r.reference, r.reason
      FROM refusal r
      JOIN unnest(?::text[], ?::text[], ?::text[]) AS key (partner, dialect, reference)
        ON (r.partner, r.dialect, r.reference) = (key.partner, key.dialect, key.reference)
      WHERE r.until > clock_timestamp()
      """;

  private static final String SPENT =
      """
      SELECT s.partner, s.day, s.sen
      FROM spending s
      JOIN unnest(?::text[], ?::date[]) AS key (partner, day)
        ON (s.partner, s.day) = (key.partner, key.day)
      """;

  private final PaymentWritesStore writes;

  PaymentRowsStore(PaymentWritesStore writes) {
    this.writes = writes;
  }

  /// The reason that a guard's word for a standing refusal tells.
  static Reason standing(String word) {
    return Reason.valueOf(word.substring(STANDING.length()));
  }

  @Override
  public Guard<Change> lock(Connection tx, List<Change> changes) throws SQLException {
    var moves = changes.stream().filter(Move.class::isInstance).map(Change::id).distinct().toList();
    var versions = moves.isEmpty() ? Map.<PaymentId, Integer>of() : versions(tx, LOCK, moves);
    var claims = changes.stream().filter(Claim.class::isInstance).map(Claim.class::cast).toList();
    return new Rows(changes, versions, DecisionRowsStore.lock(tx, claims), writes);
  }

  private static Map<PaymentId, Integer> versions(
      Connection tx, String statement, List<PaymentId> ids) throws SQLException {
    try (var select = tx.prepareStatement(statement)) {
      setIds(tx, select, ids);
      var versions = new HashMap<PaymentId, Integer>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          var id = new PaymentId(rows.getString(1), rows.getString(2), rows.getString(3));
          versions.put(id, rows.getInt(4));
        }
      }
      return versions;
    }
  }

  private static void setIds(Connection tx, PreparedStatement select, List<PaymentId> ids)
      throws SQLException {
    select.setArray(1, ColumnsStore.text(tx, ids, PaymentId::partner));
    select.setArray(2, ColumnsStore.text(tx, ids, PaymentId::dialect));
    select.setArray(3, ColumnsStore.text(tx, ids, PaymentId::reference));
  }

  private static Map<PaymentId, String> remembered(Connection tx, List<PaymentId> ids)
      throws SQLException {
    try (var select = tx.prepareStatement(REMEMBERED)) {
      setIds(tx, select, ids);
      var remembered = new HashMap<PaymentId, String>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          var id = new PaymentId(rows.getString(1), rows.getString(2), rows.getString(3));
          remembered.put(id, STANDING + rows.getString(4));
        }
      }
      return remembered;
    }
  }

  /// A partner's business day.
  record Day(String partner, LocalDate date) {
    static Day of(Payment payment) {
      return new Day(payment.id().partner(), payment.inquiry().day());
    }
  }

  /// The changes of one batch, judged and written.
  private static final class Rows implements Guard<Change> {
    private final List<Change> changes;
    private final Map<PaymentId, Integer> versions;
    private final Set<Long> decided;
    private final PaymentWritesStore writes;
    private final Set<PaymentId> taken = new HashSet<>();
    private final Map<PaymentId, String> refused = new HashMap<>();
    private final Map<Day, Rupiah> spent = new HashMap<>();

    Rows(
        List<Change> changes,
        Map<PaymentId, Integer> versions,
        Set<Long> decided,
        PaymentWritesStore writes) {
      this.changes = changes;
      this.versions = versions;
      this.decided = decided;
      this.writes = writes;
    }

    /// The payer's account is locked by now, so nobody else can open a payment of the same partner
    /// or spend on its day.
    @Override
    public void look(Connection tx) throws SQLException {
      var fresh = changes.stream().filter(Rows::mayBeFirst).map(Change::id).toList();
      if (fresh.isEmpty()) {
        return;
      }
      taken.addAll(versions(tx, EXISTING, fresh).keySet());
      refused.putAll(remembered(tx, fresh));
      var opens = changes.stream().filter(Open.class::isInstance).map(Open.class::cast).toList();
      var limited =
          opens.stream()
              .filter(open -> open.dayLimit() != null)
              .map(open -> Day.of(open.payment()))
              .distinct()
              .toList();
      if (!limited.isEmpty()) {
        readSpent(tx, limited);
      }
    }

    /// Whether it is judged by there being no payment yet.
    private static boolean mayBeFirst(Change change) {
      return switch (change) {
        case Open _, Refuse _ -> true;
        case Move _, Claim _ -> false;
      };
    }

    private void readSpent(Connection tx, List<Day> days) throws SQLException {
      try (var select = tx.prepareStatement(SPENT)) {
        select.setArray(1, ColumnsStore.text(tx, days, Day::partner));
        select.setArray(2, ColumnsStore.text(tx, days, day -> day.date().toString()));
        try (var rows = select.executeQuery()) {
          while (rows.next()) {
            var date = LocalDate.parse(rows.getString(2));
            spent.put(new Day(rows.getString(1), date), new Rupiah(rows.getLong(3)));
          }
        }
      }
    }

    @Override
    public Optional<String> refusal(Change change) {
      return switch (change) {
        case Move(Step step) ->
            Integer.valueOf(step.before().version()).equals(versions.get(step.before().id()))
                ? Optional.empty()
                : Optional.of(MOVED_ON);
        case Open open -> {
          if (taken.contains(open.id())) {
            yield Optional.of(EXISTS);
          }
          if (refused.containsKey(open.id())) {
            yield Optional.of(refused.get(open.id()));
          }
          yield exceedsDay(open) ? Optional.of(DAY_LIMIT) : Optional.empty();
        }
        case Claim claim ->
            decided.contains(claim.decision()) ? Optional.empty() : Optional.of(UNDECIDED);
        case Refuse refuse ->
            taken.contains(refuse.id())
                ? Optional.of(EXISTS)
                : Optional.ofNullable(refused.get(refuse.id()));
      };
    }

    private boolean exceedsDay(Open open) {
      var most = open.dayLimit();
      if (most == null || open.payment().inquiry().test()) {
        return false;
      }
      var before = spent.getOrDefault(Day.of(open.payment()), Rupiah.ZERO);
      return before.plus(open.payment().quote().price()).compareTo(most) > 0;
    }

    @Override
    public void accept(Change change) {
      if (change instanceof Open open && !open.payment().inquiry().test()) {
        spent.merge(Day.of(open.payment()), open.payment().quote().price(), Rupiah::plus);
      }
      if (change instanceof Open open) {
        taken.add(open.id());
      }
    }

    @Override
    public void write(Connection tx, List<Accepted<Change>> accepted) throws SQLException {
      var opened = accepted.stream().filter(a -> a.rider() instanceof Open).toList();
      var moved = accepted.stream().filter(a -> a.rider() instanceof Move).toList();
      var refuses =
          accepted.stream()
              .map(Accepted::rider)
              .filter(Refuse.class::isInstance)
              .map(Refuse.class::cast)
              .toList();
      if (!refuses.isEmpty()) {
        writes.refuse(tx, refuses);
      }
      if (!opened.isEmpty()) {
        writes.insert(tx, opened.stream().map(Rows::openWithBalance).toList());
      }
      if (!moved.isEmpty()) {
        writes.move(tx, moved.stream().map(Rows::stepWithBalance).toList());
      }
      var changed = accepted.stream().map(Accepted::rider).toList();
      writes.spend(tx, changed);
      // last, since it locks the operators' log
      DecisionRowsStore.apply(tx, changed);
    }

    private static Open openWithBalance(Accepted<Change> accepted) {
      var open = (Open) accepted.rider();
      return new Open(balanced(open.payment(), accepted.after()), open.lease(), open.dayLimit());
    }

    private static Step stepWithBalance(Accepted<Change> accepted) {
      var step = ((Move) accepted.rider()).step();
      return step.withAfter(balanced(step.after(), accepted.after()));
    }
  }

  /// The payment with its partner's balance after a unit, if the unit touched it.
  static Payment balanced(Payment payment, Map<AccountId, Rupiah> after) {
    if (payment.inquiry().test()) {
      return payment.withBalance(TestCalls.balanceAfter(payment.quote().price()));
    }
    var told = after.get(DepositStore.account(payment.id().partner()));
    return told == null ? payment : payment.withBalance(told);
  }
}
