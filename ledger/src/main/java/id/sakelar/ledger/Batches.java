package id.sakelar.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/// The keys of committed batches, which settle commits in doubt and are of no use later. Stateless.
public final class Batches {
  /// Nobody asks about a commit of so long ago: its writer has known since, or died.
  private static final Duration USEFUL = Duration.ofDays(1);

  private static final String FORGET =
      """
      DELETE FROM batch WHERE at < now() - ? * interval '1 second'
      """;

  private Batches() {}

  /// Deletes the keys that are more than a day old. May run beside everything else.
  ///
  /// @return how many there were
  public static int forgetOld(Connection connection) throws SQLException {
    try (var delete = connection.prepareStatement(FORGET)) {
      delete.setLong(1, USEFUL.toSeconds());
      return delete.executeUpdate();
    }
  }
}
