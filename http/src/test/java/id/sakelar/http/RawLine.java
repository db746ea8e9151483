package id.sakelar.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/// A caller without manners: sends the bytes it is told to and reads what comes until the end.
final class RawLine implements AutoCloseable {
  private final Socket socket;

  RawLine(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(5_000);
  }

  RawLine send(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
    return this;
  }

  /// Says that nothing more will be sent, and still listens.
  RawLine fallSilent() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  /// Everything until the other side closes.
  String readToEnd() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
  }

  /// Everything until `end` has been read.
  String readUntil(String end) throws IOException {
    var text = new StringBuilder();
    while (text.indexOf(end) < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new IOException("closed after \"" + text + "\"");
      }
      text.append((char) next);
    }
    return text.toString();
  }

  /// True if the other side has closed, with or without ceremony.
  boolean isClosedByPeer() throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException _) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
