package id.sakelar.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The line between the servers and a biller or a bank. It counts every order that was sent, goes
/// wrong at orders when it is told to, and now and then holds one back for so long that its server
/// has given it up, or has died, when it arrives. Thread-safe.
final class ChaosLine implements AutoCloseable {
  private static final int HELD_BACK_PERCENT = 8;

  /// Of which the server hears in time or does not.
  private static final Duration LATE = Duration.ofMillis(2500);

  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)\r\n");

  private final Pattern order;
  private final Duration hold;
  private final RandomGenerator chance;
  private final ChaosEnd end;
  private final ChaosPorts biller;
  private final ServerSocket socket;
  private final ChaosFaults faults = new ChaosFaults();
  private final Map<String, Integer> orders = new ConcurrentHashMap<>();
  private final Set<String> heldBack = ConcurrentHashMap.newKeySet();

  /// @param biller its door
  /// @param order what an order looks like; the first group is what the biller knows it by
  /// @param hold how long an order is held back
  ChaosLine(ChaosPorts biller, Pattern order, Duration hold, RandomGenerator chance, ChaosEnd end)
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

  ChaosFaults faults() {
    return faults;
  }

  /// How often each order was sent, by what the biller knows it by.
  Map<String, Integer> orders() {
    return Map.copyOf(orders);
  }

  /// Which orders were held back, by the same.
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
        byte[] question = question(server.getInputStream());
        answered = question.length > 0 && isAnswered(question, server.getOutputStream());
      }
    } catch (IOException _) {
      // the biller is not there, and the server sees it
    }
  }

  /// @return false if the server is to be hung up on
  private boolean isAnswered(byte[] question, OutputStream server) throws IOException {
    var fault = note(new String(question, ISO_8859_1));
    if (fault.isEmpty()) {
      return pass(question, server) > 0;
    }
    return switch (fault.get()) {
      case LATENCY -> {
        end.within(LATE);
        yield pass(question, server) > 0;
      }
      case CUT -> false;
      case CUT_AFTER -> {
        try (var there = open(question)) {
          yield there.isClosed();
        }
      }
      case ANSWER_LOST -> {
        pass(question, OutputStream.nullOutputStream());
        yield false;
      }
      case HALF_OPEN -> {
        end.within(hold);
        yield false;
      }
    };
  }

  /// Each question has a connection of its own, since a biller hangs up on a caller who says
  /// nothing for as long as an order is held back.
  ///
  /// @return how many bytes were answered
  private long pass(byte[] question, OutputStream server) throws IOException {
    try (var there = open(question)) {
      return there.getInputStream().transferTo(server);
    }
  }

  private Socket open(byte[] question) throws IOException {
    var there = new Socket(InetAddress.getLoopbackAddress(), biller.next());
    there.getOutputStream().write(question);
    there.shutdownOutput();
    return there;
  }

  /// The next whole question, whatever became of the server meanwhile; nothing when there are no
  /// more.
  private static byte[] question(InputStream server) {
    var buffer = new byte[16_384];
    var question = new ByteArrayOutputStream();
    try {
      for (int n = server.read(buffer); n > 0; n = server.read(buffer)) {
        question.write(buffer, 0, n);
        if (isWhole(question.toString(ISO_8859_1))) {
          return question.toByteArray();
        }
      }
    } catch (IOException _) {
      // nobody asks any more
    }
    return new byte[0];
  }

  private static boolean isWhole(String heard) {
    int head = heard.indexOf("\r\n\r\n") + 4;
    if (head < 4) {
      return false;
    }
    var length = LENGTH.matcher(heard);
    return heard.length() - head >= (length.find() ? Integer.parseInt(length.group(1)) : 0);
  }

  /// Returns when it is time to pass the question on.
  ///
  /// @return what goes wrong with it
  private Optional<ChaosFault> note(String question) {
    Matcher found = order.matcher(question);
    if (!found.find()) {
      return Optional.empty();
    }
    var reference = found.group(1);
    orders.merge(reference, 1, Integer::sum);
    var fault = faults.next();
    if (chance.nextInt(100) < HELD_BACK_PERCENT && fault.isEmpty()) {
      heldBack.add(reference);
      end.within(hold);
    }
    return fault;
  }
}
