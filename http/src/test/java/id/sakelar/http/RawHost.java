package id.sakelar.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// A host without manners: does to each connection what it is told to.
final class RawHost implements AutoCloseable {
  private final ServerSocket listener;
  private final AtomicInteger connections = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile Manner manner = _ -> {};

  /// What to do with one connection, which is closed afterwards.
  interface Manner {
    void treat(Socket socket) throws IOException, InterruptedException;
  }

  /// Hangs up on everybody until it is told to do otherwise.
  RawHost() throws IOException {
    this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
  }

  RawHost(ServerSocket listener) {
    this.listener = listener;
    Thread.ofVirtual().start(this::listen);
  }

  void behave(Manner manner) {
    this.manner = manner;
  }

  /// Reads the head of one request and answers `bytes`.
  void answer(String bytes) {
    behave(
        socket -> {
          readHead(socket);
          write(socket, bytes);
        });
  }

  /// Reads a request up to the end of its headers, and whatever else came along.
  static String readHead(Socket socket) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  static void write(Socket socket, String bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(bytes.getBytes(ISO_8859_1));
    out.flush();
  }

  int port() {
    return listener.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  /// Blocks until this host is closed.
  void waitForTheEnd() throws InterruptedException {
    over.await();
  }

  private void listen() {
    while (!listener.isClosed()) {
      try {
        var socket = listener.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> treat(socket));
      } catch (IOException _) {
        // closed
      }
    }
  }

  private void treat(Socket socket) {
    try (socket) {
      manner.treat(socket);
    } catch (IOException | InterruptedException _) {
      // the caller is gone
    }
  }

  @Override
  public void close() throws IOException {
    over.countDown();
    listener.close();
  }
}
