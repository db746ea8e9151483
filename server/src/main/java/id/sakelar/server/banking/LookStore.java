package id.sakelar.server.banking;

import id.sakelar.server.partner.Pseudonyms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;

/// Who looked at whose account: rows are added, never changed. An account that is not there is
/// written down as a pseudonym, since its number may be somebody's elsewhere. Thread-safe.
public final class LookStore {
  private final Jdbi jdbi;
  private final Pseudonyms pseudonyms;

  public LookStore(Jdbi jdbi, Pseudonyms pseudonyms) {
    this.jdbi = jdbi;
    this.pseudonyms = pseudonyms;
  }

  /// @param day in Jakarta
  void add(String username, Look look, End end, boolean found, LocalDate day, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO account_look (username, operation, bank, account, found, day, at)
                    VALUES (:username, :operation, :bank, :account, :found, :day, :at)
                    """)
                .bind("username", username)
                .bind("operation", look)
                .bind("bank", end.bank())
                .bind("account", found ? end.account() : nameOf(end))
                .bind("found", found)
                .bind("day", day)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute());
  }

  private String nameOf(End end) {
    return pseudonyms.of("look", end.bank(), end.account());
  }

  /// How many accounts an agent has looked at on a day, or tried to.
  int distinct(String username, LocalDate day) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT count(DISTINCT (bank, account)) FROM account_look
                    WHERE username = :username AND day = :day
                    """)
                .bind("username", username)
                .bind("day", day)
                .mapTo(Integer.class)
                .one());
  }
}
