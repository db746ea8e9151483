package id.sakelar.sandbox;

import id.sakelar.sandbox.DemoAgents.Idle;
import id.sakelar.server.banking.End;
import id.sakelar.server.partner.Vault;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// Writes what no call of the core makes: agents without a counter, an inquiry of a printed number,
/// and a booking of one.
///
/// @param vault seals names
record DemoBankStore(Jdbi jdbi, Vault vault) {
  /// Whether there is such an agent, with or without an account.
  boolean hasAgent(String username) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT EXISTS (SELECT 1 FROM agent WHERE username = :username)")
                .bind("username", username)
                .mapTo(Boolean.class)
                .one());
  }

  /// Adds those who are not there. They have neither deposit nor account, so nobody reads their
  /// profiles.
  void addIdle(List<Idle> agents) {
    jdbi.useTransaction(
        handle -> {
          var batch =
              handle.prepareBatch(
                  """
                  INSERT INTO agent (username, status, class, types, mitra, branch, counter,
                                     province, registered_at, profile)
                  VALUES (:username, :status, 'A', 'lakupandai', :mitra, '014', :counter,
                          :province, :since, '')
                  ON CONFLICT DO NOTHING
                  """);
          for (Idle agent : agents) {
            batch
                .bind("username", agent.username())
                .bind("status", agent.status())
                .bind("mitra", DemoBank.MITRA)
                .bind("counter", agent.counter())
                .bind("province", agent.province())
                .bind("since", agent.since().atOffset(ZoneOffset.UTC))
                .add();
          }
          batch.execute();
        });
  }

  /// Leaves leave to pay free of charge under a number of nine digits, unless there is some under
  /// it. It lasts as long as anybody tries the sandbox.
  void leave(String number, String owner, End end, String name, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO leave_to_pay
                      (token, owner, bank, account, name, fee_sen, made_at, expires_at)
                    VALUES (:number, :owner, :bank, :account, :name, 0, :now,
                            :now + interval '100 years')
                    ON CONFLICT DO NOTHING
                    """)
                .bind("number", number)
                .bind("owner", owner)
                .bindMethods(end)
                .bind("name", vault.sealText(name, "leave/" + number))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute());
  }

  /// Has the next booking take this number.
  void nextJournal(long number) {
    jdbi.useHandle(
        handle ->
            handle
                .createQuery("SELECT setval('journal', :number, false)")
                .bind("number", number)
                .mapTo(Long.class)
                .one());
  }

  /// Has the next booking take a number above all there are, and at least this one.
  void nextJournalFrom(long least) {
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT setval('journal', greatest(:least, max(journal) + 1), false)
                    FROM transfer
                    """)
                .bind("least", least)
                .mapTo(Long.class)
                .one());
  }
}
