package id.sakelar.server.banking;

import id.sakelar.server.partner.Vault;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// What moved on an account of our bank. Thread-safe.
public final class StatementStore {
  private final Jdbi jdbi;
  private final TransferReadStore reads;

  /// Statements out of this database.
  ///
  /// @param vault opens who sent to whom
  public StatementStore(Jdbi jdbi, Vault vault) {
    this.jdbi = jdbi;
    this.reads = new TransferReadStore(vault);
  }

  /// The newest transfers that took from this account or gave to it, newest first. What failed left
  /// nothing behind, and what another bank has not sent yet is not there: neither is among them.
  ///
  /// @param ours an account of our bank
  public List<Transfer> newest(End ours, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    (SELECT * FROM transfer
                     WHERE source_bank = :bank AND source_account = :account
                       AND state IN ('BOOKED', 'CREDITING')
                     ORDER BY opened_at DESC, number DESC LIMIT :most)
                    UNION
                    (SELECT * FROM transfer
                     WHERE target_bank = :bank AND target_account = :account
                       AND state = 'BOOKED'
                     ORDER BY opened_at DESC, number DESC LIMIT :most)
                    ORDER BY opened_at DESC, number DESC LIMIT :most
                    """)
                .bindMethods(ours)
                .bind("most", most)
                .map((row, _) -> reads.transfer(row))
                .list());
  }
}
