package id.sakelar.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// The line between the server and its biller. It counts every order that was sent, and now and
/// then holds one back for so long that its server has given it up, or has died, when it arrives.
/// Thread-safe.
final class ChaosLine implements AutoCloseable {
  private static final Pattern ORDER =
      Pattern.compile("\"command\":\"pay-pasca\".*?\"ref_id\":\"([A-Z0-9]+)\"");
  private static final int HELD_BACK_PERCENT = 5;

  private final Duration hold;
  private final RandomGenerator chance;
  private final ChaosEnd end;
  private final int biller;
  private final ServerSocket socket;
  private final Map<String, Integer> orders = new ConcurrentHashMap<>();
  private final Map<String, Integer> heldBack = new ConcurrentHashMap<>();

  /// @param biller its port
  /// @param hold how long an order is held back
  ChaosLine(int biller, Duration hold, RandomGenerator chance, ChaosEnd end) throws IOException {
    this.biller = biller;
    this.hold = hold;
    this.chance = chance;
    this.end = end;
    this.socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("line").start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  /// How often each order was sent, by our reference at the biller.
  Map<String, Integer> orders() {
    return Map.copyOf(orders);
  }

  /// How many orders were held back.
  int heldBack() {
    return heldBack.size();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket server = socket.accept();
        Thread.ofVirtual().start(() -> connect(server));
      }
    } catch (IOException e) {
      if (!socket.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void connect(Socket server) {
    try (server;
        var there = new Socket(InetAddress.getLoopbackAddress(), biller)) {
      var answering = Thread.ofVirtual().start(() -> answer(there, server));
      ask(server, there);
      answering.join();
    } catch (IOException _) {
      // one of the two is not there, and the other one sees it
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// What has been read is delivered, whether or not the server still lives.
  private void ask(Socket server, Socket there) throws IOException {
    var buffer = new byte[16_384];
    var said = new StringBuilder();
    for (int n = read(server, buffer); n > 0; n = read(server, buffer)) {
      said.append(new String(buffer, 0, n, ISO_8859_1));
      note(said);
      there.getOutputStream().write(buffer, 0, n);
    }
    there.shutdownOutput();
  }

  private static int read(Socket from, byte[] buffer) {
    try {
      return from.getInputStream().read(buffer);
    } catch (IOException _) {
      return -1;
    }
  }

  private void note(StringBuilder said) {
    var order = ORDER.matcher(said);
    if (order.find()) {
      String reference = order.group(1);
      said.setLength(0);
      orders.merge(reference, 1, Integer::sum);
      if (chance.nextInt(100) < HELD_BACK_PERCENT) {
        heldBack.merge(reference, 1, Integer::sum);
        end.within(hold);
      }
    }
  }

  /// Listens to the biller to the end, whether or not anybody hears it.
  private static void answer(Socket there, Socket server) {
    var buffer = new byte[16_384];
    boolean heard = true;
    for (int n = read(there, buffer); n > 0; n = read(there, buffer)) {
      heard = heard && isWritten(server, buffer, n);
    }
    close(server);
  }

  private static boolean isWritten(Socket server, byte[] buffer, int count) {
    try {
      server.getOutputStream().write(buffer, 0, count);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static void close(Socket server) {
    try {
      server.close();
    } catch (IOException _) {
      // it is gone already
    }
  }
}
