package id.sakelar.server.review;

import id.sakelar.server.review.Decision.Outcome;
import id.sakelar.server.review.Decision.State;
import id.sakelar.server.review.Ruling.Refused;
import id.sakelar.server.review.Ruling.Stands;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The decisions, each step with its entry in the operators' log in the same commit. A decision is
/// locked before the log is, always. Thread-safe.
public final class DecisionStore {
  private static final String RETIRED = "there is no such operator any more";

  private final Jdbi jdbi;

  public DecisionStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Notes what `maker` wants decided.
  Ruling propose(Proposal proposal, String maker) {
    return jdbi.inTransaction(
        handle -> {
          if (!isActive(handle, maker)) {
            return new Refused(RETIRED);
          }
          return switch (TargetsStore.find(handle, proposal)) {
            case TargetsStore.Target.None(String why) -> new Refused(why);
            case TargetsStore.Target.Found found -> insert(handle, proposal, found, maker);
          };
        });
  }

  private static Ruling insert(
      Handle handle, Proposal proposal, TargetsStore.Target.Found found, String maker) {
    var number =
        handle
            .createQuery(
                """
                INSERT INTO decision (subject, case_number, outcome, claimed, version, serial,
                                      proof, note, maker)
                VALUES (:subject, :caseNumber, :outcome, :claimed, :version, :serial, :proof,
                        :note, :maker)
                ON CONFLICT DO NOTHING
                RETURNING number
                """)
            .bindMethods(proposal)
            .bind("subject", found.subject())
            .bind("caseNumber", found.caseNumber())
            .bind("version", found.version())
            .bind("maker", maker)
            .mapTo(Long.class)
            .findOne();
    if (number.isEmpty()) {
      return new Refused("there is an open proposal about it already");
    }
    handle
        .createQuery(
            """
            SELECT log_operation(maker, 'PROPOSE', subject, number, proposal_text(d))
            FROM decision d WHERE number = :number
            """)
        .bind("number", number.get())
        .mapTo(Long.class)
        .one();
    return new Stands(find(handle, number.get()).orElseThrow());
  }

  /// The second yes. A decision that only closes a case is applied with it; any other is approved
  /// and waits to be applied. One that is approved already is told as it stands.
  Ruling approve(long number, String checker) {
    return jdbi.inTransaction(
        handle -> {
          var found = lock(handle, number);
          if (!isActive(handle, checker)) {
            return new Refused(RETIRED);
          }
          if (found.isPresent() && found.get().state() == State.APPROVED) {
            return new Stands(found.get());
          }
          if (found.isPresent() && found.get().maker().equals(checker)) {
            return new Refused("who proposed it does not approve it");
          }
          return whileProposed(number, found)
              .orElseGet(() -> approve(handle, found.orElseThrow(), checker));
        });
  }

  private static Ruling approve(Handle handle, Decision decision, String checker) {
    var stale = TargetsStore.findWhyStale(handle, decision);
    if (stale.isPresent()) {
      return end(handle, decision, State.VOID, checker, stale.get());
    }
    check(handle, decision, State.APPROVED, checker, null);
    log(handle, decision, checker, "APPROVE", "");
    if (decision.outcome() == Outcome.CLOSED && !decision.claimed()) {
      accept(handle, decision, checker);
    }
    return new Stands(find(handle, decision.number()).orElseThrow());
  }

  private static void accept(Handle handle, Decision decision, String checker) {
    handle.execute(
        "UPDATE decision SET state = 'APPLIED', applied_at = clock_timestamp() WHERE number = ?",
        decision.number());
    handle.execute(
        """
        UPDATE review_case SET closed_at = clock_timestamp(), how = 'ACCEPTED' WHERE number = ?
        """,
        decision.caseNumber());
    log(handle, decision, checker, "APPLY", "closed");
  }

  /// A no. Whoever proposed it may take it back so.
  Ruling reject(long number, String operator, String note) {
    return jdbi.inTransaction(
        handle -> {
          var found = lock(handle, number);
          if (!isActive(handle, operator)) {
            return new Refused(RETIRED);
          }
          return whileProposed(number, found)
              .orElseGet(() -> end(handle, found.orElseThrow(), State.REJECTED, operator, note));
        });
  }

  /// Why nothing can be said to it any more, if so.
  private static Optional<Ruling> whileProposed(long number, Optional<Decision> found) {
    if (found.isEmpty()) {
      return Optional.of(new Refused("there is no proposal " + number));
    }
    var state = found.get().state();
    return state == State.PROPOSED
        ? Optional.empty()
        : Optional.of(new Refused("proposal " + number + " is " + state + " already"));
  }

  /// An approved decision that could not be applied, because what it is about has moved on. One
  /// that was applied meanwhile stays so.
  ///
  /// @return the decision as it stands
  Decision giveUp(long number) {
    return jdbi.inTransaction(
        handle -> {
          var decision = lock(handle, number).orElseThrow();
          if (decision.state() != State.APPROVED) {
            return decision;
          }
          var reason = "it moved on before this was applied";
          handle.execute(
              "UPDATE decision SET state = 'VOID', reason = ? WHERE number = ?", reason, number);
          log(handle, decision, String.valueOf(decision.checker()), "VOID", reason);
          return find(handle, number).orElseThrow();
        });
  }

  private static Ruling end(
      Handle handle, Decision decision, State state, String checker, String reason) {
    check(handle, decision, state, checker, reason);
    log(handle, decision, checker, state == State.VOID ? "VOID" : "REJECT", reason);
    return new Stands(find(handle, decision.number()).orElseThrow());
  }

  private static void check(
      Handle handle, Decision decision, State state, String checker, @Nullable String reason) {
    handle.execute(
        """
        UPDATE decision SET state = ?, checker = ?, reason = ?, checked_at = clock_timestamp()
        WHERE number = ?
        """,
        state.name(),
        checker,
        reason,
        decision.number());
  }

  private static void log(
      Handle handle, Decision decision, String operator, String action, String note) {
    handle
        .createQuery("SELECT log_operation(:operator, :action, :subject, :number, :note)")
        .bind("operator", operator)
        .bind("action", action)
        .bind("subject", decision.subject())
        .bind("number", decision.number())
        .bind("note", note)
        .mapTo(Long.class)
        .one();
  }

  /// Whoever is retired meanwhile waits for this to end.
  private static boolean isActive(Handle handle, String operator) {
    return handle
        .createQuery("SELECT 1 FROM operator WHERE name = :name AND retired_at IS NULL FOR SHARE")
        .bind("name", operator)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private static Optional<Decision> lock(Handle handle, long number) {
    return handle
        .createQuery("SELECT * FROM decision WHERE number = :number FOR UPDATE")
        .bind("number", number)
        .map((row, _) -> read(row))
        .findOne();
  }

  private static Optional<Decision> find(Handle handle, long number) {
    return handle
        .createQuery("SELECT * FROM decision WHERE number = :number")
        .bind("number", number)
        .map((row, _) -> read(row))
        .findOne();
  }

  /// Those that are approved and not applied, oldest first.
  List<Decision> listApproved() {
    return list("state = :word", State.APPROVED.name());
  }

  /// All about a subject, oldest first.
  public List<Decision> listAbout(String subject) {
    return list("subject = :word", subject);
  }

  private List<Decision> list(String condition, String word) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM decision WHERE " + condition + " ORDER BY number")
                .bind("word", word)
                .map((row, _) -> read(row))
                .list());
  }

  private static Decision read(ResultSet row) throws SQLException {
    return new Decision(
        row.getLong("number"),
        row.getString("subject"),
        row.getObject("case_number", Long.class),
        Outcome.valueOf(row.getString("outcome")),
        row.getBoolean("claimed"),
        row.getObject("version", Integer.class),
        row.getString("serial"),
        row.getString("proof"),
        row.getString("note"),
        row.getString("maker"),
        row.getTimestamp("made_at").toInstant(),
        State.valueOf(row.getString("state")),
        row.getString("checker"),
        row.getString("reason"));
  }
}
