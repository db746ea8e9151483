package id.sakelar.simulator;

import id.sakelar.wire.Codec;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Writes the rows of a book in the order in which they are brought; those that come together share
/// one write to the disk. Safe for many threads.
///
/// @param <T> what a row is
public final class Scribe<T> implements Closeable {
  private final BookFile<T> file;
  private final Consumer<T> keeper;
  private final Thread writer;
  private List<Entry<T>> waiting = new ArrayList<>();
  private boolean closed;

  private record Entry<T>(T row, CompletableFuture<T> written) {}

  private Scribe(BookFile<T> file, Consumer<T> keeper) {
    this.file = file;
    this.keeper = keeper;
    this.writer = Thread.ofPlatform().daemon().name("scribe").unstarted(this::write);
  }

  /// Opens the book in `file`, which need not exist, and hands every row in it to `reader`.
  ///
  /// @param keeper is handed every row that is on disk from now on, before anybody is told; called
  ///   by one thread
  /// @throws IOException if the book is damaged, or open elsewhere
  public static <T> Scribe<T> open(
      Path file, Codec<T> codec, Consumer<T> reader, Consumer<T> keeper) throws IOException {
    var scribe = new Scribe<>(BookFile.open(file, codec, reader), keeper);
    scribe.writer.start();
    return scribe;
  }

  /// Writes a row, and completes `written` with it when it is there for good.
  ///
  /// @throws IllegalStateException if the book is closed or could not be written; `written` ends
  ///   with the same
  public synchronized void write(T row, CompletableFuture<T> written) {
    if (closed) {
      var refusal = new IllegalStateException("the book is closed");
      written.completeExceptionally(refusal);
      throw refusal;
    }
    waiting.add(new Entry<>(row, written));
    notifyAll();
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
        keeper.accept(entry.row());
        entry.written().complete(entry.row());
      }
    }
  }

  /// What has come in meanwhile; nothing at the end.
  private synchronized List<Entry<T>> gather() {
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
  private void fail(List<Entry<T>> batch, IOException e) {
    shut();
    var failure = new UncheckedIOException("the book cannot be written", e);
    batch.forEach(entry -> entry.written().completeExceptionally(failure));
    gather().forEach(entry -> entry.written().completeExceptionally(failure));
  }
}
