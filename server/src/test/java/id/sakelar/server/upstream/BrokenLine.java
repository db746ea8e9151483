package id.sakelar.server.upstream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/// A biller whose line breaks: takes a question, says the beginning of an answer, and is gone.
public final class BrokenLine implements AutoCloseable {
  private static final Socket DEAF = new Socket();

  private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final AtomicInteger questions = new AtomicInteger();
  private final String beginning;

  public BrokenLine(String beginning) throws IOException {
    this.beginning = beginning;
    Thread.ofVirtual().start(this::serve);
  }

  /// Where nobody listens: the port is taken without listening, for as long as these tests run, so
  /// that no other process opens it.
  public static URI nowhere() throws IOException {
    synchronized (DEAF) {
      if (!DEAF.isBound()) {
        DEAF.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      }
    }
    return URI.create("http://127.0.0.1:" + DEAF.getLocalPort());
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  public int questions() {
    return questions.get();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (var line = socket.accept()) {
        if (line.getInputStream().read(new byte[16 * 1024]) > 0) {
          questions.incrementAndGet();
        }
        line.getOutputStream().write(beginning.getBytes(ISO_8859_1));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
