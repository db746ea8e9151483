package id.sakelar.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/// A caller without manners. Texts hold one character for each byte.
final class RawLine implements AutoCloseable {
  private static final int PATIENCE_MS = 30_000;

  private final Socket socket;

  RawLine(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MS);
  }

  /// What is answered to a request, until the other side closes. What the other side does not want
  /// to hear is not said to the end.
  static String ask(int port, String request) throws IOException {
    try (var line = new RawLine(port)) {
      var _ = Thread.ofVirtual().start(() -> line.sayAll(request));
      return line.hearAll();
    }
  }

  void say(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private void sayAll(String request) {
    try {
      say(request);
      socket.shutdownOutput();
    } catch (IOException _) {
      // the answer is there before the end of the question
    }
  }

  private String hearAll() throws IOException {
    var heard = new ByteArrayOutputStream();
    var buffer = new byte[8 * 1024];
    try {
      for (int n = 0; n >= 0; n = socket.getInputStream().read(buffer)) {
        heard.write(buffer, 0, n);
      }
    } catch (SocketException _) {
      // closed without ceremony; what came before counts
    }
    return heard.toString(ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
