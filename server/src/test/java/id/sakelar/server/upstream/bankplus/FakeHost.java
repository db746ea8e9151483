package id.sakelar.server.upstream.bankplus;

import id.sakelar.http.Answer;
import id.sakelar.http.Body;
import id.sakelar.http.Call;
import id.sakelar.http.Door;
import id.sakelar.http.HangUp;
import id.sakelar.http.Limits;
import id.sakelar.wire.Operation;
import id.sakelar.wire.bankplus.Switcher;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/// A bank's host at the other end of a real line, who says what he is told to on each path and
/// keeps what he hears.
final class FakeHost implements AutoCloseable {
  private final Map<String, Supplier<Answer>> words = new ConcurrentHashMap<>();
  private final List<Call> heard = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Door door;

  FakeHost() {
    var builder = Door.on("127.0.0.1", 0, Limits.STANDARD, () -> "fake");
    for (var operation : Switcher.operations()) {
      builder.serve("POST", operation.path(), this::answer, _ -> Answer.of(500, Body.NONE));
    }
    this.door = builder.open();
  }

  <A> void says(Operation<?, A> operation, A answer) {
    says(operation, 200, operation.answer().write(answer).text());
  }

  void says(Operation<?, ?> operation, int status, String body) {
    var answer = Answer.of(status, Body.of("application/json", body));
    words.put(operation.path(), () -> answer);
  }

  /// Listens, and never answers.
  void keepsSilent(Operation<?, ?> operation) {
    words.put(
        operation.path(),
        () -> {
          try {
            closing.await();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
          throw new HangUp();
        });
  }

  void hangsUp(Operation<?, ?> operation) {
    words.put(
        operation.path(),
        () -> {
          throw new HangUp();
        });
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + door.port());
  }

  /// The bodies of all questions on a path.
  List<Body> heard(Operation<?, ?> operation) {
    return heard.stream().filter(it -> it.path().equals(operation.path())).map(Call::body).toList();
  }

  @Override
  public void close() {
    closing.countDown();
    door.close();
  }

  private Answer answer(Call call) {
    heard.add(call);
    return words.getOrDefault(call.path(), () -> Answer.of(503, Body.NONE)).get();
  }
}
