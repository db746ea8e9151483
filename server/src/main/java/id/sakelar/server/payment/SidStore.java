package id.sakelar.server.payment;

import org.jdbi.v3.core.Jdbi;

/// What agents call the payments of their bills: one name is one bill for ever. Thread-safe.
public final class SidStore {
  private final Jdbi jdbi;

  public SidStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Gives a bill this name, unless another one has it.
  ///
  /// @return whether it is this bill's name now
  public boolean bind(PaymentId bill, String sid) {
    return jdbi.inTransaction(
        handle -> {
          handle
              .createUpdate(
                  """
                  INSERT INTO bill_sid (partner, sid, reference)
                  VALUES (:partner, :sid, :reference)
                  ON CONFLICT DO NOTHING
                  """)
              .bindMethods(bill)
              .bind("sid", sid)
              .execute();
          return handle
              .createQuery("SELECT reference FROM bill_sid WHERE partner = :partner AND sid = :sid")
              .bind("partner", bill.partner())
              .bind("sid", sid)
              .mapTo(String.class)
              .one()
              .equals(bill.reference());
        });
  }
}
