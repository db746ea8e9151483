package id.sakelar.http;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.EndPoint;

/// Takes in the body of one request, as long and for as long as the limits allow.
final class Intake {
  private final HttpServletRequest request;
  private final EndPoint endPoint;
  private final int bodyBytes;
  private final long end;

  /// @param bodyBytes the longest body, whatever the limits say of most
  Intake(HttpServletRequest request, EndPoint endPoint, Limits limits, int bodyBytes) {
    this.request = request;
    this.endPoint = endPoint;
    this.bodyBytes = bodyBytes;
    this.end = System.nanoTime() + limits.bodyTime().toNanos();
  }

  /// The whole body.
  ///
  /// @throws Refused if it is encoded, too long, too slow or not whole
  Body read() throws Refused {
    String encoding = request.getHeader("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new Refused(Trouble.ENCODED);
    }
    if (request.getContentLengthLong() > bodyBytes) {
      throw new Refused(Trouble.TOO_LARGE);
    }
    String mediaType = request.getHeader("Content-Type");
    try {
      return Body.of(mediaType == null ? "" : mediaType, bytes());
    } catch (IOException e) {
      throw new Refused(isTimeout(e) ? Trouble.TIMED_OUT : Trouble.INCOMPLETE);
    }
  }

  /// Reads what is still coming after a refusal, so that the caller gets to read the refusal: a
  /// connection that is closed with bytes unread takes the answer with it.
  void discard() {
    var buffer = new byte[8 * 1024];
    try {
      int count = 0;
      while (count >= 0) {
        count = readSome(request.getInputStream(), buffer);
      }
    } catch (IOException | Refused _) {
      // there is nobody left to tell
    }
  }

  private byte[] bytes() throws IOException, Refused {
    var bytes = new ByteArrayOutputStream();
    var buffer = new byte[8 * 1024];
    var input = request.getInputStream();
    for (int count = readSome(input, buffer); count >= 0; count = readSome(input, buffer)) {
      bytes.write(buffer, 0, count);
      if (bytes.size() > bodyBytes) {
        throw new Refused(Trouble.TOO_LARGE);
      }
    }
    return bytes.toByteArray();
  }

  private int readSome(ServletInputStream input, byte[] buffer) throws IOException, Refused {
    long left = (end - System.nanoTime()) / 1_000_000;
    if (left <= 0) {
      throw new Refused(Trouble.TIMED_OUT);
    }
    endPoint.setIdleTimeout(left);
    return input.read(buffer);
  }

  private static boolean isTimeout(Throwable thrown) {
    Throwable cause = thrown;
    while (cause != null && !(cause instanceof TimeoutException)) {
      cause = cause.getCause();
    }
    return cause != null;
  }
}
