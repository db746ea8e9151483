package id.sakelar.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// What is said where no dialect is known: the same few words to everybody.
final class Plain extends ErrorHandler {
  private static final String JSON = "application/json; charset=utf-8";

  static Answer answer(int status) {
    return Answer.of(status, Body.of(JSON, "{\"error\":\"" + words(status) + "\"}"));
  }

  /// Answers what the HTTP library refuses by itself, before any path is known.
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var headers = response.getHeaders();
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    headers.put(HttpHeader.CONTENT_TYPE, JSON);
    byte[] body = answer(response.getStatus()).body().bytes();
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }

  private static String words(int status) {
    return switch (status) {
      case 404 -> "not found";
      case 413 -> "too large";
      case 431 -> "too many headers";
      case 500 -> "failed";
      case 503 -> "busy";
      default -> "bad request";
    };
  }
}
