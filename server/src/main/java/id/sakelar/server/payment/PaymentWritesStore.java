package id.sakelar.server.payment;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Change.Claim;
import id.sakelar.server.payment.Change.Move;
import id.sakelar.server.payment.Change.Open;
import id.sakelar.server.payment.Change.Refuse;
import id.sakelar.server.payment.Payment.Ending;
import id.sakelar.server.payment.PaymentRowsStore.Day;
import id.sakelar.server.payment.Step.Movement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes the rows of a batch of payments, each kind in one statement, in the caller's transaction.
final class PaymentWritesStore {
  private static final String INSERT =
      """
      INSERT INTO payment (partner, dialect, reference, quote, day, test, upstream,
                           upstream_reference, price_sen, cost_sen, cashback_sen, state, version,
                           opened_at, attempts, sent_at, polls, not_founds, balance_sen, wake_at,
                           product)
      SELECT partner, dialect, reference, quote, day::date, test::boolean, upstream,
             upstream_reference, price_sen, cost_sen, cashback_sen, state, version,
             opened_at::timestamptz, attempts, sent_at::timestamptz, 0, 0, balance_sen,
             clock_timestamp() + lease_ms * interval '1 millisecond', product
      FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                  ?::bigint[])
           AS opened (partner, dialect, reference, quote, day, test, upstream,
                      upstream_reference, state, opened_at, sent_at, product,
                      price_sen, cost_sen, cashback_sen, version, attempts, balance_sen, lease_ms)
      """;

  /// Moves them, and writes the notices of those whose partner may have been told "pending": as the
  /// step says, or as whoever told it has noted. The rows are locked, so that nobody notes it
  /// later.
  private static final String MOVE =
      """
      WITH moved AS (
      UPDATE payment p
      SET state = m.state, version = m.version, polls = m.polls, not_founds = m.not_founds,
          last_not_found_at = m.last_not_found_at::timestamptz,
          upstream_number = m.upstream_number, serial = m.serial, code = m.code,
          reason = m.reason, receipt = m.receipt, ended_at = m.ended_at::timestamptz,
          balance_sen = m.balance_sen,
          review_since = CASE WHEN m.state = 'REVIEW'
                              THEN coalesce(p.review_since, clock_timestamp()) END,
          wake_at = clock_timestamp() + m.wake_ms * interval '1 millisecond'
      FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
           AS m (partner, dialect, reference, state, last_not_found_at, upstream_number, serial,
                 code, reason, receipt, ended_at, telling,
                 version, polls, not_founds, balance_sen, wake_ms)
      WHERE (p.partner, p.dialect, p.reference) = (m.partner, m.dialect, m.reference)
        AND p.version = m.version - 1
      RETURNING p.partner, p.dialect, p.reference, p.state, p.version,
                m.telling = 'ALWAYS' OR (m.telling = 'IF_NOTED' AND p.told_pending) AS told),
      written AS (
      INSERT INTO notice (partner, dialect, reference, state, version)
      SELECT partner, dialect, reference, state, version FROM moved WHERE told
      ON CONFLICT (partner, dialect, reference, state) DO NOTHING)
      SELECT count(*) FROM moved
      """;

  private static final String HEAR =
      """
      INSERT INTO evidence (partner, dialect, reference, version, class, source, code, trouble)
      SELECT partner, dialect, reference, version, class, source, code, trouble
      FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::bigint[])
           AS heard (partner, dialect, reference, class, source, code, trouble, version)
      """;

  /// Where it was sent before, and where it goes now.
  private static final String LEAVE =
      """
      INSERT INTO former_attempt (partner, dialect, reference, attempt, upstream,
                                  upstream_reference, cost_sen, sent_at)
      SELECT p.partner, p.dialect, p.reference, p.attempts, p.upstream, p.upstream_reference,
             p.cost_sen, p.sent_at
      FROM payment p
      JOIN unnest(?::text[], ?::text[], ?::text[]) AS key (partner, dialect, reference)
        ON (p.partner, p.dialect, p.reference) = (key.partner, key.dialect, key.reference)
      """;

  private static final String GO =
      """
      UPDATE payment p
      SET quote = g.quote, upstream = g.upstream, upstream_reference = g.upstream_reference,
          cost_sen = g.cost_sen
      FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
           AS g (partner, dialect, reference, quote, upstream, upstream_reference, cost_sen)
      WHERE (p.partner, p.dialect, p.reference) = (g.partner, g.dialect, g.reference)
      """;

  private static final String SEND =
      """
      UPDATE payment p
      SET attempts = s.attempts, sent_at = s.sent_at::timestamptz, resends = s.resends,
          late_success = s.late_success::boolean
      FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
           AS s (partner, dialect, reference, sent_at, late_success, attempts, resends)
      WHERE (p.partner, p.dialect, p.reference) = (s.partner, s.dialect, s.reference)
      """;

  private static final String REFUSE =
      """
      INSERT INTO refusal (partner, dialect, reference, reason, until)
      SELECT partner, dialect, reference, reason,
             clock_timestamp() + memory_ms * interval '1 millisecond'
      FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
           AS refused (partner, dialect, reference, reason, memory_ms)
      ON CONFLICT (partner, dialect, reference) DO UPDATE
      SET reason = excluded.reason, until = excluded.until
      """;

  private static final String SPEND =
      """
      INSERT INTO spending AS s (partner, day, sen)
      SELECT partner, day::date, sen
      FROM unnest(?::text[], ?::text[], ?::bigint[]) AS spent (partner, day, sen)
      ON CONFLICT (partner, day) DO UPDATE SET sen = s.sen + excluded.sen
      """;

  private static final String GIVE_BACK =
      """
      UPDATE spending s SET sen = s.sen - back.sen
      FROM unnest(?::text[], ?::text[], ?::bigint[]) AS back (partner, day, sen)
      WHERE (s.partner, s.day) = (back.partner, back.day::date)
      """;

  private final QuoteTextStore quotes;

  PaymentWritesStore(QuoteTextStore quotes) {
    this.quotes = quotes;
  }

  void insert(Connection tx, List<Open> opened) throws SQLException {
    try (var insert = tx.prepareStatement(INSERT)) {
      new Row<>(tx, insert, opened)
          .text(o -> o.id().partner())
          .text(o -> o.id().dialect())
          .text(o -> o.id().reference())
          .text(o -> quotes.write(o.payment()))
          .text(o -> o.payment().inquiry().day())
          .text(o -> o.payment().inquiry().test())
          .text(o -> o.payment().quote().upstream())
          .text(o -> o.payment().quote().upstreamReference())
          .text(o -> o.payment().state())
          .text(o -> o.payment().openedAt())
          .text(o -> o.payment().trail().sentAt())
          .text(o -> o.payment().quote().product())
          .number(o -> o.payment().quote().price().sen())
          .number(o -> o.payment().quote().cost().sen())
          .number(o -> o.payment().quote().cashback().sen())
          .number(o -> (long) o.payment().version())
          .number(o -> (long) o.payment().trail().attempts())
          .number(o -> sen(o.payment().balance()))
          .number(o -> o.lease().toMillis());
      expect(insert.executeUpdate(), opened.size());
    }
  }

  void move(Connection tx, List<Step> steps) throws SQLException {
    send(tx, steps);
    try (var move = tx.prepareStatement(MOVE)) {
      key(new Row<>(tx, move, steps))
          .text(s -> s.after().state())
          .text(s -> s.after().trail().lastNotFoundAt())
          .text(s -> s.after().trail().number())
          .text(s -> ending(s, Ending::serial))
          .text(s -> ending(s, Ending::code))
          .text(s -> ending(s, Ending::reason))
          .text(s -> quotes.writeReceipt(s.after()))
          .text(s -> ending(s, Ending::at))
          .text(PaymentWritesStore::telling)
          .number(s -> (long) s.after().version())
          .number(s -> (long) s.after().trail().polls())
          .number(s -> (long) s.after().trail().notFounds())
          .number(s -> sen(s.after().balance()))
          .number(s -> millis(s.wake()));
      try (var moved = move.executeQuery()) {
        moved.next();
        expect(moved.getInt(1), steps.size());
      }
    }
    hear(tx, steps.stream().filter(s -> s.evidence() != null).toList());
    CaseStore.open(tx, steps.stream().filter(s -> s.trouble() != null).toList());
  }

  /// Whether a notice is written.
  private static String telling(Step step) {
    if (step.after().inquiry().test()) {
      return "NEVER";
    }
    if (step.tell()) {
      return "ALWAYS";
    }
    return step.ends() ? "IF_NOTED" : "NEVER";
  }

  private static void hear(Connection tx, List<Step> steps) throws SQLException {
    if (steps.isEmpty()) {
      return;
    }
    try (var hear = tx.prepareStatement(HEAR)) {
      key(new Row<>(tx, hear, steps))
          .text(s -> evidence(s, Evidence::evidenceClass))
          .text(Step::source)
          .text(s -> evidence(s, Evidence::code))
          .text(Step::trouble)
          .number(s -> (long) s.after().version());
      expect(hear.executeUpdate(), steps.size());
    }
  }

  /// What is sent once more, or had a late yes.
  private void send(Connection tx, List<Step> steps) throws SQLException {
    var elsewhere = steps.stream().filter(Step::goesElsewhere).toList();
    if (!elsewhere.isEmpty()) {
      try (var leave = tx.prepareStatement(LEAVE);
          var go = tx.prepareStatement(GO)) {
        key(new Row<>(tx, leave, elsewhere));
        expect(leave.executeUpdate(), elsewhere.size());
        key(new Row<>(tx, go, elsewhere))
            .text(s -> quotes.write(s.after()))
            .text(s -> s.after().quote().upstream())
            .text(s -> s.after().quote().upstreamReference())
            .number(s -> s.after().quote().cost().sen());
        expect(go.executeUpdate(), elsewhere.size());
      }
    }
    var sent = steps.stream().filter(Step::changesAttempts).toList();
    if (!sent.isEmpty()) {
      try (var send = tx.prepareStatement(SEND)) {
        key(new Row<>(tx, send, sent))
            .text(s -> s.after().trail().sentAt())
            .text(s -> s.after().trail().lateSuccess())
            .number(s -> (long) s.after().trail().attempts())
            .number(s -> (long) s.after().trail().resends());
        expect(send.executeUpdate(), sent.size());
      }
    }
  }

  void refuse(Connection tx, List<Refuse> refused) throws SQLException {
    try (var refuse = tx.prepareStatement(REFUSE)) {
      new Row<>(tx, refuse, refused)
          .text(r -> r.id().partner())
          .text(r -> r.id().dialect())
          .text(r -> r.id().reference())
          .text(Refuse::reason)
          .number(r -> r.memory().toMillis());
      expect(refuse.executeUpdate(), refused.size());
    }
  }

  /// Counts what was opened towards its day and gives back what was released or refunded.
  void spend(Connection tx, List<Change> changes) throws SQLException {
    var spent = new TreeMap<String, DaySum>();
    var back = new TreeMap<String, DaySum>();
    for (Change change : changes) {
      switch (change) {
        case Open open -> add(spent, open.payment());
        case Move(Step step) when returns(step.movement()) -> add(back, step.after());
        case Move _, Refuse _, Claim _ -> {}
      }
    }
    sum(tx, SPEND, List.copyOf(spent.values()));
    sum(tx, GIVE_BACK, List.copyOf(back.values()));
  }

  private static boolean returns(Movement movement) {
    return movement == Movement.RELEASE || movement == Movement.REFUND;
  }

  private static void add(Map<String, DaySum> sums, Payment payment) {
    if (!payment.inquiry().test()) {
      var day = Day.of(payment);
      sums.merge(day.toString(), new DaySum(day, payment.quote().price()), DaySum::plus);
    }
  }

  private static void sum(Connection tx, String statement, List<DaySum> sums) throws SQLException {
    if (sums.isEmpty()) {
      return;
    }
    try (var update = tx.prepareStatement(statement)) {
      new Row<>(tx, update, sums)
          .text(s -> s.day().partner())
          .text(s -> s.day().date())
          .number(s -> s.sum().sen());
      expect(update.executeUpdate(), sums.size());
    }
  }

  private record DaySum(Day day, Rupiah sum) {
    DaySum plus(DaySum other) {
      return new DaySum(day, sum.plus(other.sum));
    }
  }

  private static Row<Step> key(Row<Step> row) throws SQLException {
    return row.text(s -> s.after().id().partner())
        .text(s -> s.after().id().dialect())
        .text(s -> s.after().id().reference());
  }

  private static @Nullable Object evidence(Step step, Function<Evidence, String> part) {
    var evidence = step.evidence();
    return evidence == null ? null : part.apply(evidence);
  }

  private static @Nullable Object ending(Step step, Function<Ending, @Nullable Object> part) {
    var ending = step.after().ending();
    return ending == null ? null : part.apply(ending);
  }

  private static @Nullable Long sen(@Nullable Rupiah amount) {
    return amount == null ? null : amount.sen();
  }

  private static @Nullable Long millis(@Nullable Duration wait) {
    return wait == null ? null : wait.toMillis();
  }

  private static void expect(int written, int expected) throws SQLException {
    if (written != expected) {
      throw new SQLException("%d rows written of %d".formatted(written, expected));
    }
  }

  /// Fills the parameters of a statement column by column.
  private static final class Row<T> {
    private final Connection tx;
    private final PreparedStatement statement;
    private final List<T> rows;
    private int next = 1;

    Row(Connection tx, PreparedStatement statement, List<T> rows) {
      this.tx = tx;
      this.statement = statement;
      this.rows = rows;
    }

    Row<T> text(Function<T, @Nullable Object> value) throws SQLException {
      statement.setArray(next++, ColumnsStore.text(tx, rows, value));
      return this;
    }

    Row<T> number(Function<T, @Nullable Long> value) throws SQLException {
      statement.setArray(next++, ColumnsStore.longs(tx, rows, value));
      return this;
    }
  }
}
