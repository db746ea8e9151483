package id.sakelar.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/// A cable to the database that breaks at a COMMIT, as told beforehand.
final class Cable implements AutoCloseable {
  /// How the cable breaks.
  enum Break {
    /// It does not.
    NONE,
    /// COMMIT never reaches the server.
    BEFORE,
    /// COMMIT is carried out, and its answer never reaches us.
    AFTER,
    /// We see the connection break; the server gets COMMIT only once it is delivered.
    LATE
  }

  private final Queue<Break> breaks = new ConcurrentLinkedQueue<>();
  private final CountDownLatch delivered = new CountDownLatch(1);
  private final int port;
  private final ServerSocket socket;
  private volatile boolean unplugged;

  Cable(int port) throws IOException {
    this.port = port;
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  /// One for each COMMIT to come; none after the last.
  Cable breaks(Break... planned) {
    breaks.addAll(Arrays.asList(planned));
    return this;
  }

  /// True if there is nothing left to break.
  boolean isUsedUp() {
    return breaks.isEmpty();
  }

  void deliver() {
    delivered.countDown();
  }

  /// New connections are closed at once until it is plugged in again.
  void unplug(boolean out) {
    unplugged = out;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = socket.accept();
        if (unplugged) {
          client.close();
        } else {
          connect(client);
        }
      }
    } catch (IOException e) {
      if (!socket.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void connect(Socket client) throws IOException {
    var server = new Socket(InetAddress.getLoopbackAddress(), port);
    var strand = new Strand(client, server);
    Thread.ofVirtual().start(strand::ask);
    Thread.ofVirtual().start(strand::answer);
  }

  /// One connection.
  private final class Strand {
    private final Socket client;
    private final Socket server;
    private final CountDownLatch committed = new CountDownLatch(1);
    private volatile boolean deaf;

    Strand(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void ask() {
      var buffer = new byte[65_536];
      try (client;
          server) {
        for (int n = client.getInputStream().read(buffer);
            n > 0;
            n = client.getInputStream().read(buffer)) {
          boolean commit = new String(buffer, 0, n, ISO_8859_1).contains("COMMIT\0");
          Break planned = commit ? breaks.poll() : Break.NONE;
          if (planned != null && planned != Break.NONE) {
            cut(planned, Arrays.copyOf(buffer, n));
            return;
          }
          server.getOutputStream().write(buffer, 0, n);
        }
      } catch (IOException | InterruptedException _) {
        // the other end hung up
      }
    }

    private void cut(Break planned, byte[] commit) throws IOException, InterruptedException {
      deaf = true;
      if (planned == Break.LATE) {
        client.close();
        delivered.await();
      }
      if (planned != Break.BEFORE) {
        server.getOutputStream().write(commit);
        committed.await();
      }
    }

    void answer() {
      var buffer = new byte[65_536];
      try (var in = server.getInputStream()) {
        for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
          if (deaf) {
            committed.countDown();
          } else {
            client.getOutputStream().write(buffer, 0, n);
          }
        }
        client.close();
      } catch (IOException _) {
        // the other end hung up
      }
    }
  }
}
