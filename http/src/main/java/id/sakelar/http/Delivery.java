package id.sakelar.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// One attempt to post to a partner. Runs on one thread and may be aborted by another.
final class Delivery {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([2-5][0-9]{2})( .*)?");

  private final WebhookUrl url;
  private final SSLContext tls;
  private final Budget budget;
  private final byte[] request;
  private boolean aborted;
  private boolean sending;
  private @Nullable Socket open;

  Delivery(WebhookUrl url, SSLContext tls, Budget budget, byte[] request) {
    this.url = url;
    this.tls = tls;
    this.budget = budget;
    this.request = request;
  }

  /// Posts to the first of `addresses` that takes the connection, and returns the status.
  int run(List<InetAddress> addresses) throws IOException {
    try (Socket plain = connect(addresses);
        Socket socket = url.isSecure() ? secured(plain) : plain) {
      beginSending();
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      return status(socket.getInputStream());
    }
  }

  /// Gives up, and says what is known: if nothing has been sent by now, nothing will be.
  Unheard abort(String message, Exception why) throws NotSent {
    boolean sent;
    synchronized (this) {
      aborted = true;
      sent = sending;
      closeQuietly(open);
    }
    if (sent) {
      return new Unheard(message, why);
    }
    throw new NotSent(message, why);
  }

  private Socket connect(List<InetAddress> addresses) throws IOException {
    var refused = new IOException("no address of " + url.host() + " takes a connection");
    for (InetAddress address : addresses) {
      var socket = hold(new Socket(Proxy.NO_PROXY));
      try {
        socket.connect(
            new InetSocketAddress(address, url.port()),
            Math.toIntExact(budget.connect().toMillis()));
        return socket;
      } catch (IOException e) {
        socket.close();
        refused.addSuppressed(e);
      }
    }
    throw refused;
  }

  private Socket secured(Socket plain) throws IOException {
    var socket =
        (SSLSocket) tls.getSocketFactory().createSocket(plain, url.host(), url.port(), true);
    var parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setServerNames(List.of(new SNIHostName(url.host())));
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private synchronized Socket hold(Socket socket) throws IOException {
    if (aborted) {
      throw new IOException("aborted");
    }
    open = socket;
    return socket;
  }

  private synchronized void beginSending() throws IOException {
    if (aborted) {
      throw new IOException("aborted");
    }
    sending = true;
  }

  private int status(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next != '\r' && next != '\n'; next = in.read()) {
      if (next < 0 || line.length() >= budget.answerBytes()) {
        throw new IOException("no status line");
      }
      line.append(new String(new byte[] {(byte) next}, ISO_8859_1));
    }
    var status = STATUS.matcher(line);
    if (!status.matches()) {
      throw new IOException("not a status line");
    }
    return Integer.parseInt(status.group(1));
  }

  private static void closeQuietly(@Nullable Socket socket) {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException _) {
      // it is out of our hands either way
    }
  }
}
