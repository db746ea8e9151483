package id.sakelar.simulator.iak;

import id.sakelar.simulator.BookFile;
import id.sakelar.wire.Codec;
import id.sakelar.wire.Limits;
import id.sakelar.wire.iak.Inquiry;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The inquiries that have been answered, by number and by reference: for good, because a payment
/// names nothing but the number. Safe for many threads.
///
/// One more is there from the start, the inquiry that the given document pays.
final class Quotes implements Closeable {
  /// The number that the given document pays.
  static final long PRINTED = 9_732_789;

  private static final Codec<Quote> ROWS = Codec.json(Limits.QUESTION, Quote::read, Quote::spelled);

  private final Map<Long, Quote> byNumber = new ConcurrentHashMap<>();
  private final Map<String, Quote> byReference = new ConcurrentHashMap<>();
  private final BookFile<Quote> file;
  private long last = PRINTED;

  private Quotes(Path file, Quote printed) throws IOException {
    keep(printed);
    this.file = BookFile.open(file, ROWS, this::keep);
  }

  /// The inquiries in `file`, which need not exist.
  ///
  /// @param owner whose the inquiry of the given document is
  /// @throws IOException if the file is damaged, or open elsewhere
  static Quotes open(Path file, Client owner, Instant now) throws IOException {
    var printed = Inquiry.by(owner.account(), "FNMEGA", "6391601201", "09128374652");
    return new Quotes(file, new Quote(PRINTED, printed, owner.scheme(), now));
  }

  Optional<Quote> find(long trId) {
    return Optional.ofNullable(byNumber.get(trId));
  }

  Optional<Quote> find(String reference) {
    return Optional.ofNullable(byReference.get(reference));
  }

  /// Gives an inquiry a number that no other has or will have. When this returns, it is on disk.
  ///
  /// @return nothing if the reference has been used
  synchronized Optional<Quote> add(Inquiry asked, Scheme scheme, Instant now) {
    if (byReference.containsKey(asked.refId())) {
      return Optional.empty();
    }
    var quote = new Quote(last + 1, asked, scheme, now);
    write(quote);
    keep(quote);
    return Optional.of(quote);
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }

  private void write(Quote quote) {
    try {
      file.append(List.of(quote));
    } catch (IOException e) {
      shut(e);
      throw new UncheckedIOException("the inquiries cannot be written", e);
    }
  }

  /// What is on the disk now is anybody's guess: nothing is written after it.
  private void shut(IOException why) {
    try {
      file.close();
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }

  private void keep(Quote quote) {
    byNumber.put(quote.trId(), quote);
    byReference.put(quote.reference(), quote);
    last = Math.max(last, quote.trId());
  }
}
