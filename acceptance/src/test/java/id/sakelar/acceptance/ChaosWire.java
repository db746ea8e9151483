package id.sakelar.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The line between the servers and PostgreSQL, which goes wrong where it hurts: at a COMMIT.
/// Passes on everything else as it comes. Thread-safe.
final class ChaosWire implements AutoCloseable {
  /// Long enough for others to take over what waits, shorter than a server waits for its database.
  private static final Duration HALF_OPEN = Duration.ofSeconds(8);

  private static final Duration LATE = Duration.ofMillis(1500);

  /// In which a commit is done, and its answer swallowed.
  private static final Duration ANSWERING = Duration.ofMillis(400);

  /// The driver says the word once and names the statement for the times to come.
  private static final Pattern NAMING = Pattern.compile("(S_[0-9]+)\0COMMIT\0");

  private final int target;
  private final ChaosFaults faults;
  private final ChaosEnd end;
  private final ServerSocket socket;

  /// @param target the port of PostgreSQL
  ChaosWire(int target, ChaosFaults faults, ChaosEnd end) throws IOException {
    this.target = target;
    this.faults = faults;
    this.end = end;
    this.socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("wire").start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> connect(client));
      }
    } catch (IOException e) {
      if (!socket.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void connect(Socket client) {
    try (client;
        var server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      new Passage(client, server).run();
    } catch (IOException _) {
      // one end has gone, and now the other sees it
    }
  }

  /// One connection.
  private final class Passage {
    private final Socket client;
    private final Socket server;
    private volatile boolean mute;
    private @Nullable String commit;

    Passage(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    /// Returns when the connection is over.
    void run() throws IOException {
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      Thread.ofVirtual().start(this::answer);
      var buffer = new byte[65_536];
      boolean open = true;
      while (open) {
        int n = client.getInputStream().read(buffer);
        open = n > 0 && pass(buffer, n);
      }
    }

    private void answer() {
      try (client;
          server) {
        var buffer = new byte[65_536];
        InputStream from = server.getInputStream();
        for (int n = from.read(buffer); n > 0; n = from.read(buffer)) {
          if (!mute) {
            client.getOutputStream().write(buffer, 0, n);
          }
        }
      } catch (IOException _) {
        // the other direction sees it
      }
    }

    /// @return whether the connection lasts
    private boolean pass(byte[] buffer, int n) throws IOException {
      var fault = isCommit(buffer, n) ? faults.next().orElse(null) : null;
      if (fault == null || fault == ChaosFault.LATENCY) {
        if (fault != null) {
          end.within(LATE);
        }
        server.getOutputStream().write(buffer, 0, n);
        return true;
      }
      mute = true;
      if (fault == ChaosFault.CUT_AFTER || fault == ChaosFault.ANSWER_LOST) {
        server.getOutputStream().write(buffer, 0, n);
      }
      if (fault == ChaosFault.ANSWER_LOST) {
        end.within(ANSWERING);
      }
      if (fault == ChaosFault.HALF_OPEN) {
        end.within(HALF_OPEN);
      }
      return false;
    }

    private boolean isCommit(byte[] buffer, int n) {
      var sent = new String(buffer, 0, n, ISO_8859_1);
      var naming = NAMING.matcher(sent);
      if (naming.find()) {
        commit = naming.group(1);
      }
      return sent.contains("\0COMMIT\0") || (commit != null && sent.contains("\0" + commit + "\0"));
    }
  }
}
