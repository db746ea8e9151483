package id.sakelar.simulator;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Limits;
import id.sakelar.wire.Message;
import id.sakelar.wire.StrictJson;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// A book on disk: one row a line, as JSON. Rows are added and never changed. For one thread.
///
/// A last line without its end was being written when the process died, so nobody has been told of
/// it, and it is cut off. Any other line that is no row is damage, and the book stays shut.
final class BookFile implements AutoCloseable {
  private static final StrictJson JSON = new StrictJson(Limits.QUESTION);

  private final FileChannel channel;

  private BookFile(FileChannel channel) {
    this.channel = channel;
  }

  /// Opens the book in `file`, which need not exist, and hands every row in it to `reader`.
  ///
  /// @throws IOException if it is damaged, or open elsewhere
  static BookFile open(Path file, Consumer<Row> reader) throws IOException {
    var channel = FileChannel.open(file, CREATE, WRITE);
    try {
      lock(channel, file);
      long end = read(file, reader);
      channel.truncate(end).position(end);
      return new BookFile(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /// Adds rows; when this returns they are there for good.
  void append(List<Row> rows) throws IOException {
    var lines = new ByteArrayOutputStream();
    for (Row row : rows) {
      lines.writeBytes(JSON.write(row.spelled()).body());
      lines.write('\n');
    }
    var buffer = ByteBuffer.wrap(lines.toByteArray());
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static void lock(FileChannel channel, Path file) throws IOException {
    try {
      if (channel.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException _) {
      // somebody in this very process
    }
    throw new IOException("the book " + file + " is open elsewhere");
  }

  /// Where the last whole line ends.
  private static long read(Path file, Consumer<Row> reader) throws IOException {
    var line = new ByteArrayOutputStream();
    long end = 0;
    int number = 1;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next != '\n') {
          line.write(next);
          continue;
        }
        reader.accept(row(line.toByteArray(), file, number));
        end += line.size() + 1;
        line.reset();
        number++;
      }
    }
    return end;
  }

  private static Row row(byte[] line, Path file, int number) throws IOException {
    try {
      return Row.read(new Fields(JSON.read(new Message(Message.JSON, line))));
    } catch (Garbled e) {
      throw new IOException("line " + number + " of the book " + file + " is no row", e);
    }
  }
}
