package id.sakelar.server.banking;

import static java.util.Objects.requireNonNull;

import id.sakelar.server.banking.TransferChange.Open;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Writes the accounts that are opened together with their first deposits, in the caller's
/// transaction. Thread-safe.
final class NewAccountsStore {
  private static final String INSERT =
      """
      INSERT INTO bank_account (number, books, kind, product, holder, customer, identity, opened_by,
                                opened_at)
      SELECT number, books, 'SAVINGS', product, holder, customer, identity, opened_by,
             opened_at::timestamptz
      FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::text[])
           AS opened (number, books, product, holder, customer, identity, opened_by, opened_at)
      """;

  /// The holder as [Pins] know it.
  private static final String INSERT_PIN =
      """
      INSERT INTO pin (holder, verifier, changed_at)
      SELECT 'account:' || number, verifier, changed_at::timestamptz
      FROM unnest(?::text[], ?::text[], ?::text[]) AS chosen (number, verifier, changed_at)
      """;

  private final HolderTextStore texts;

  NewAccountsStore(HolderTextStore texts) {
    this.texts = texts;
  }

  /// @param opens of which each opens an account
  void write(Connection tx, List<Open> opens) throws SQLException {
    if (opens.isEmpty()) {
      return;
    }
    try (var insert = tx.prepareStatement(INSERT)) {
      new ColumnsStore<>(tx, insert, opens)
          .text(open -> account(open).number())
          .text(open -> AccountStore.savings(account(open).number()))
          .text(open -> account(open).product())
          .text(open -> texts.write(account(open).number(), account(open).holder()))
          .text(open -> texts.writeCustomer(account(open)))
          .text(open -> account(open).identity())
          .text(open -> account(open).openedBy())
          .text(open -> open.after().openedAt())
          .write();
    }
    writePins(tx, opens.stream().filter(open -> account(open).pinVerifier() != null).toList());
  }

  private static void writePins(Connection tx, List<Open> opens) throws SQLException {
    if (opens.isEmpty()) {
      return;
    }
    try (var insert = tx.prepareStatement(INSERT_PIN)) {
      new ColumnsStore<>(tx, insert, opens)
          .text(open -> account(open).number())
          .text(open -> account(open).pinVerifier())
          .text(open -> open.after().openedAt())
          .write();
    }
  }

  private static NewAccount account(Open open) {
    return requireNonNull(open.after().order().opening());
  }
}
