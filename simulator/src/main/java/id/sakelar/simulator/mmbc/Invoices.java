package id.sakelar.simulator.mmbc;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Limits;
import id.sakelar.wire.Message;
import id.sakelar.wire.StrictJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The invoices of one kind that were given out: each number once, over restarts as well. Safe for
/// many threads.
///
/// They are in a file, one line each, which the death of the process does not lose. The file goes
/// with a book, and whoever has the book open has this one as well.
final class Invoices<S extends Subject> {
  private static final StrictJson JSON = new StrictJson(Limits.QUESTION);

  private final Map<String, Invoice<S>> byNumber = new ConcurrentHashMap<>();
  private final Path file;
  private final Fields.Reader<S> reader;
  private long last;

  private Invoices(Path file, long first, Fields.Reader<S> reader) {
    this.file = file;
    this.reader = reader;
    this.last = first - 1;
  }

  /// The invoices in `file`, which need not exist.
  ///
  /// @param first the first number ever
  /// @throws IOException if the file is damaged
  static <S extends Subject> Invoices<S> open(Path file, long first, Fields.Reader<S> reader)
      throws IOException {
    var invoices = new Invoices<>(file, first, reader);
    if (Files.exists(file)) {
      invoices.load();
    }
    return invoices;
  }

  /// Gives out the next number.
  synchronized Invoice<S> next(Instant at, S subject) {
    var invoice = new Invoice<>(Long.toString(last + 1), at, subject);
    append(invoice);
    keep(invoice);
    return invoice;
  }

  Optional<Invoice<S>> find(String number) {
    return Optional.ofNullable(byNumber.get(number));
  }

  private void keep(Invoice<S> invoice) {
    byNumber.put(invoice.number(), invoice);
    last++;
  }

  private void append(Invoice<S> invoice) {
    var line = new ByteArrayOutputStream();
    line.writeBytes(JSON.write(invoice.spelled()).body());
    line.write('\n');
    try {
      Files.write(file, line.toByteArray(), CREATE, APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("the invoices cannot be written", e);
    }
  }

  /// A last line without its end was being written when the process died: nobody was told of it.
  private synchronized void load() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        keep(read(Arrays.copyOfRange(bytes, start, i)));
        start = i + 1;
      }
    }
    try (var channel = FileChannel.open(file, WRITE)) {
      channel.truncate(start);
    }
  }

  private Invoice<S> read(byte[] line) throws IOException {
    try {
      return Invoice.read(new Fields(JSON.read(new Message(Message.JSON, line))), reader);
    } catch (Garbled e) {
      throw new IOException("a line of " + file + " is no invoice", e);
    }
  }
}
