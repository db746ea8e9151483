package id.sakelar.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// The line between the server and a biller or a bank. It counts every order that was sent, and now
/// and then holds one back for so long that its server has given it up, or has died, when it
/// arrives. Thread-safe.
final class ChaosLine implements AutoCloseable {
  private static final int HELD_BACK_PERCENT = 8;

  private final Pattern order;
  private final Duration hold;
  private final RandomGenerator chance;
  private final ChaosEnd end;
  private final int biller;
  private final ServerSocket socket;
  private final Map<String, Integer> orders = new ConcurrentHashMap<>();
  private final Set<String> heldBack = ConcurrentHashMap.newKeySet();

  /// @param biller its port
  /// @param order what an order looks like; the first group is our reference
  /// @param hold how long an order is held back
  ChaosLine(int biller, Pattern order, Duration hold, RandomGenerator chance, ChaosEnd end)
      throws IOException {
    this.biller = biller;
    this.order = order;
    this.hold = hold;
    this.chance = chance;
    this.end = end;
    this.socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("line").start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  /// How often each order was sent, by our reference there.
  Map<String, Integer> orders() {
    return Map.copyOf(orders);
  }

  /// Which orders were held back, by the same reference.
  Set<String> heldBack() {
    return Set.copyOf(heldBack);
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
    try (server) {
      boolean answered = true;
      while (answered) {
        byte[] question = question(server);
        answered = question.length > 0 && isAnswered(question, server);
      }
    } catch (IOException _) {
      // the biller is not there, and the server sees it
    }
  }

  /// Each question has a connection of its own, since a biller hangs up on a caller who says
  /// nothing for as long as an order is held back.
  ///
  /// @return false if the biller hung up without a word
  private boolean isAnswered(byte[] question, Socket server) throws IOException {
    try (var there = new Socket(InetAddress.getLoopbackAddress(), biller)) {
      there.getOutputStream().write(question);
      there.shutdownOutput();
      return there.getInputStream().transferTo(server.getOutputStream()) > 0;
    }
  }

  /// The next whole question when it is time to pass it on, whatever became of the server
  /// meanwhile; nothing when there are no more.
  private byte[] question(Socket server) {
    var buffer = new byte[16_384];
    var question = new ByteArrayOutputStream();
    for (int n = read(server, buffer); n > 0; n = read(server, buffer)) {
      question.write(buffer, 0, n);
      if (buffer[n - 1] == '}') {
        note(question.toString(ISO_8859_1));
        return question.toByteArray();
      }
    }
    return new byte[0];
  }

  private static int read(Socket from, byte[] buffer) {
    try {
      return from.getInputStream().read(buffer);
    } catch (IOException _) {
      return -1;
    }
  }

  private void note(String question) {
    var found = order.matcher(question);
    if (found.find()) {
      String reference = found.group(1);
      orders.merge(reference, 1, Integer::sum);
      if (chance.nextInt(100) < HELD_BACK_PERCENT) {
        heldBack.add(reference);
        end.within(hold);
      }
    }
  }
}
