package id.sakelar.http;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;

/// A body on its way out, which knows whether anybody has begun to send it.
///
/// The HTTP library asks for the body when the connection stands and the headers are out. So a TLS
/// failure before that has let nothing of the body through. An alert that arrives later looks just
/// the same otherwise: with TLS 1.3 a server may refuse our certificate after we have sent.
final class Sending implements BodyPublisher {
  private final Body body;
  private final BodyPublisher bytes;
  private volatile boolean touched;

  Sending(Body body) {
    this.body = body;
    this.bytes = BodyPublishers.ofByteArray(body.bytes());
  }

  String mediaType() {
    return body.mediaType();
  }

  /// False if there is no body to watch: then nothing is certain.
  boolean isCertainlyUntouched() {
    return body.size() > 0 && !touched;
  }

  @Override
  public long contentLength() {
    return body.size();
  }

  @Override
  public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
    touched = true;
    bytes.subscribe(subscriber);
  }
}
