package id.sakelar.server.payment;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The cases. Thread-safe.
public final class CaseStore {
  private static final String OPEN =
      """
      INSERT INTO review_case (kind, subject, note)
      SELECT kind, subject, note
      FROM unnest(?::text[], ?::text[], ?::text[]) AS trouble (kind, subject, note)
      ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO NOTHING
      """;

  private static final int LONGEST_NOTE = 400;

  private final Jdbi jdbi;

  public CaseStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Opens a case, unless one of this kind is open about this subject. Durable when it returns.
  ///
  /// @param subject 1 to 300 printable characters of ASCII, without blanks
  /// @param note cut after 400 characters; never a customer's name or number
  /// @return whether it was opened now
  public boolean open(Case.Kind kind, String subject, String note) {
    return jdbi.withHandle(
            handle ->
                handle.execute(
                    """
                    INSERT INTO review_case (kind, subject, note) VALUES (?, ?, ?)
                    ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO NOTHING
                    """,
                    kind.name(),
                    subject,
                    note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE) : note))
        == 1;
  }

  /// Opens a case for each of these steps, which all have a trouble, in the transaction that
  /// commits them.
  static void open(Connection tx, List<Step> steps) throws SQLException {
    if (steps.isEmpty()) {
      return;
    }
    try (var open = tx.prepareStatement(OPEN)) {
      open.setArray(1, ColumnsStore.text(tx, steps, Step::trouble));
      open.setArray(2, ColumnsStore.text(tx, steps, step -> step.after().id().subject()));
      open.setArray(3, ColumnsStore.text(tx, steps, CaseStore::note));
      open.executeUpdate();
    }
  }

  private static String note(Step step) {
    var evidence = step.evidence();
    return "version %d, %s: %s"
        .formatted(
            step.after().version(),
            step.source(),
            evidence == null ? "" : evidence.evidenceClass() + " " + evidence.code());
  }

  public Optional<Case> find(long number) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM review_case WHERE number = :number")
                .bind("number", number)
                .map((row, _) -> read(row))
                .findOne());
  }

  /// All cases about a subject, oldest first.
  public List<Case> listAbout(String subject) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM review_case WHERE subject = :subject ORDER BY number")
                .bind("subject", subject)
                .map((row, _) -> read(row))
                .list());
  }

  private static Case read(ResultSet row) throws SQLException {
    var closed = row.getTimestamp("closed_at");
    return new Case(
        row.getLong("number"),
        Case.Kind.valueOf(row.getString("kind")),
        row.getString("subject"),
        row.getString("note"),
        row.getTimestamp("opened_at").toInstant(),
        closed == null
            ? null
            : new Case.Closing(closed.toInstant(), Case.How.valueOf(row.getString("how"))));
  }
}
