package id.sakelar.simulator;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Codec;
import id.sakelar.wire.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
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
public final class Book implements Till, AutoCloseable {
  private static final Codec<Row> ROWS = Codec.json(Limits.QUESTION, Row::read, Row::spelled);

  private final Map<String, CompletableFuture<Row>> byReference = new ConcurrentHashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final Takings takings = new Takings();
  private final BookFile<Row> file;
  private final Thread writer;
  private List<Entry> waiting = new ArrayList<>();
  private boolean closed;

  private record Entry(Row row, CompletableFuture<Row> written) {}

  private Book(Path file) throws IOException {
    this.file = BookFile.open(file, ROWS, this::remember);
    this.writer = Thread.ofPlatform().daemon().name("book").unstarted(this::write);
  }

  /// The book in `file`, which need not exist.
  ///
  /// @throws IOException if it is damaged, or open elsewhere
  public static Book open(Path file) throws IOException {
    var book = new Book(file);
    book.writer.start();
    return book;
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
    enqueue(new Entry(row, written));
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

  /// How many rows there are. They are numbered from 1, in the order they were written.
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

  /// Writes what is waiting, and takes no more.
  @Override
  public void close() throws IOException {
    shut();
    try {
      writer.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    file.close();
  }

  private void write() {
    for (var batch = gather(); !batch.isEmpty(); batch = gather()) {
      try {
        file.append(batch.stream().map(Entry::row).toList());
      } catch (IOException e) {
        fail(batch, e);
        return;
      }
      for (var entry : batch) {
        keep(entry.row());
        entry.written().complete(entry.row());
      }
    }
  }

  private synchronized void enqueue(Entry entry) {
    if (closed) {
      var refusal = new IllegalStateException("the book is closed");
      entry.written().completeExceptionally(refusal);
      throw refusal;
    }
    waiting.add(entry);
    notifyAll();
  }

  /// What has come in meanwhile; nothing at the end.
  private synchronized List<Entry> gather() {
    try {
      while (waiting.isEmpty() && !closed) {
        wait();
      }
    } catch (InterruptedException _) {
      closed = true;
    }
    var batch = waiting;
    waiting = new ArrayList<>();
    return batch;
  }

  private synchronized void shut() {
    closed = true;
    notifyAll();
  }

  /// What is on the disk now is anybody's guess: nothing is taken after this.
  private void fail(List<Entry> batch, IOException e) {
    shut();
    var failure = new UncheckedIOException("the book cannot be written", e);
    batch.forEach(entry -> entry.written().completeExceptionally(failure));
    gather().forEach(entry -> entry.written().completeExceptionally(failure));
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
