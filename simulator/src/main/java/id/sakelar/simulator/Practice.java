package id.sakelar.simulator;

import id.sakelar.money.Rupiah;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/// A till without money, for calls that are only a test. It forgets the oldest when it has too
/// many, and everything with the process.
public final class Practice implements Till {
  private static final int MOST = 10_000;

  private final LinkedHashMap<String, Row> rows = new LinkedHashMap<>();

  @Override
  public synchronized Row take(Row row) {
    var first = rows.putIfAbsent(row.reference(), row);
    if (rows.size() > MOST) {
      rows.pollFirstEntry();
    }
    return first == null ? row : first;
  }

  @Override
  public synchronized Optional<Row> find(String reference) {
    return Optional.ofNullable(rows.get(reference));
  }

  @Override
  public Rupiah charged(Instant now) {
    return Rupiah.ZERO;
  }
}
