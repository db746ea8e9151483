package id.sakelar.simulator;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Codec;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// What a biller took, for good: on disk before anybody is told, read back at the next start, and
/// held in memory besides.
///
/// Payments that come together share one write to the disk. Safe for many threads.
public final class Book implements Till, Records, AutoCloseable {
  private static final Codec<Row> ROWS = Codec.json(Limits.QUESTION, Row::read, Row::spelled);

  private final Map<String, CompletableFuture<Row>> byReference = new ConcurrentHashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final Takings takings = new Takings();
  private final Scribe<Row> scribe;

  private Book(Path file) throws IOException {
    this.scribe = Scribe.open(file, ROWS, this::remember, this::keep);
  }

  /// The book in `file`, which need not exist.
  ///
  /// @throws IOException if it is damaged, or open elsewhere
  public static Book open(Path file) throws IOException {
    return new Book(file);
  }

  /// Takes a payment for good, unless there is one of that reference.
  ///
  /// @return the one that is there now, on disk
  /// @throws RuntimeException if the book is closed or could not be written
  @Override
  public Row take(Row row) {
    var written = new CompletableFuture<Row>();
    var first = byReference.putIfAbsent(row.reference(), written);
    if (first != null) {
      return first.join();
    }
    scribe.write(row, written);
    return written.join();
  }

  @Override
  public Optional<Row> find(String reference) {
    return Optional.ofNullable(byReference.get(reference)).map(CompletableFuture::join);
  }

  @Override
  public Rupiah charged(Instant now) {
    return takings.at(now);
  }

  @Override
  public int count() {
    synchronized (rows) {
      return rows.size();
    }
  }

  /// At most `limit` rows after number `after`; 0 is before the first.
  public List<Row> listAfter(int after, int limit) {
    synchronized (rows) {
      int start = Math.min(after, rows.size());
      return List.copyOf(rows.subList(start, start + Math.min(limit, rows.size() - start)));
    }
  }

  @Override
  public Draft sum(Draft line, Instant now) {
    return line.balance("charged", charged(now));
  }

  @Override
  public List<Draft> tellAfter(int after, int limit, Instant now) {
    return listAfter(after, limit).stream().map(row -> row.told(now)).toList();
  }

  /// Writes what is waiting, and takes no more.
  @Override
  public void close() throws IOException {
    scribe.close();
  }

  private void remember(Row row) {
    byReference.put(row.reference(), CompletableFuture.completedFuture(row));
    keep(row);
  }

  private void keep(Row row) {
    takings.add(row);
    synchronized (rows) {
      rows.add(row);
    }
  }
}
