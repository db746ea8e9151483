package id.sakelar.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/// A port that is taken and where nobody listens: every connection to it is refused, and no other
/// process can open it meanwhile.
final class DeafPort implements AutoCloseable {
  private final Socket bound = new Socket();

  DeafPort() throws IOException {
    bound.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
  }

  int number() {
    return bound.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    bound.close();
  }
}
