package id.sakelar.simulator;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import id.sakelar.wire.Codec;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
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
/// One that could not be written is best closed: what is on the disk then is anybody's guess.
///
/// A last line without its end was being written when the process died, so nobody has been told of
/// it, and it is cut off. Any other line that is no row is damage, and the book stays shut.
///
/// @param <T> what a row is
public final class BookFile<T> implements Closeable {
  private final FileChannel channel;
  private final Codec<T> codec;

  private BookFile(FileChannel channel, Codec<T> codec) {
    this.channel = channel;
    this.codec = codec;
  }

  /// Opens the book in `file`, which need not exist, and hands every row in it to `reader`.
  ///
  /// @param codec spells a row as JSON without line breaks
  /// @throws IOException if it is damaged, or open elsewhere
  public static <T> BookFile<T> open(Path file, Codec<T> codec, Consumer<T> reader)
      throws IOException {
    var channel = FileChannel.open(file, CREATE, WRITE);
    try {
      lock(channel, file);
      long end = read(file, codec, reader);
      channel.truncate(end).position(end);
      return new BookFile<>(channel, codec);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /// Adds rows; when this returns they are there for good.
  public void append(List<T> rows) throws IOException {
    var lines = new ByteArrayOutputStream();
    for (T row : rows) {
      lines.writeBytes(codec.write(row).body());
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
  private static <T> long read(Path file, Codec<T> codec, Consumer<T> reader) throws IOException {
    var line = new ByteArrayOutputStream();
    long end = 0;
    int number = 1;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next != '\n') {
          line.write(next);
          continue;
        }
        reader.accept(row(line.toByteArray(), codec, file, number));
        end += line.size() + 1;
        line.reset();
        number++;
      }
    }
    return end;
  }

  private static <T> T row(byte[] line, Codec<T> codec, Path file, int number) throws IOException {
    try {
      return codec.read(new Message(Message.JSON, line));
    } catch (Garbled e) {
      throw new IOException("line " + number + " of the book " + file + " is no row", e);
    }
  }
}
