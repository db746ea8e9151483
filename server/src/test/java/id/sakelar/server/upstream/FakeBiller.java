package id.sakelar.server.upstream;

import id.sakelar.http.Answer;
import id.sakelar.http.Body;
import id.sakelar.http.Call;
import id.sakelar.http.Door;
import id.sakelar.http.Limits;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/// A biller at the other end of a real line, who says what he is told to and keeps what he hears.
public final class FakeBiller implements AutoCloseable {
  private final BlockingQueue<Call> heard = new LinkedBlockingQueue<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Door door;
  private volatile Answer words = Answer.of(503, Body.NONE);
  private volatile boolean silent;

  private FakeBiller(String path) {
    this.door =
        Door.on("127.0.0.1", 0, Limits.STANDARD, () -> "fake")
            .serve("POST", path, this::answer, _ -> Answer.of(500, Body.NONE))
            .open();
  }

  /// A biller who can be asked at `path`.
  public static FakeBiller at(String path) {
    return new FakeBiller(path);
  }

  public FakeBiller says(int status, String body) {
    words = Answer.of(status, Body.of("application/json", body));
    return this;
  }

  /// Listens, and never answers.
  public FakeBiller keepsSilent() {
    silent = true;
    return this;
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + door.port());
  }

  /// How many questions have come in that nobody has looked at.
  public int unread() {
    return heard.size();
  }

  /// The next question nobody has looked at.
  public Call read() {
    return heard.remove();
  }

  @Override
  public void close() {
    closing.countDown();
    door.close();
  }

  private Answer answer(Call call) {
    heard.add(call);
    try {
      if (silent) {
        closing.await();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return words;
  }
}
