package id.sakelar.simulator;

import id.sakelar.http.Answer;
import id.sakelar.http.Body;
import id.sakelar.http.HangUp;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Stands at a biller's counter and serves in whatever mood the temper brings. Safe for many
/// threads.
public final class Clerk {
  private static final Answer NOTHING =
      Answer.of(200, Body.of("application/json", "{\"data\":{\"message\":\"\"}}"));

  private final RandomGenerator random;
  private volatile Temper temper = Temper.EVEN;
  private volatile CountDownLatch closingTime = new CountDownLatch(1);

  /// @param random gives the day; nobody else draws from it
  public Clerk(RandomGenerator random) {
    this.random = random;
  }

  public Temper temper() {
    return temper;
  }

  void change(Temper other) {
    temper = other;
  }

  /// Serves a call that is no payment.
  public Answer serve(Supplier<Answer> answering) {
    if (temper.latency().everywhere()) {
      pause(draw().latency());
    }
    return answering.get();
  }

  /// Serves a payment.
  ///
  /// @param taking takes the money, if it may, and says so
  /// @param refusing takes no money that has not been taken before
  public Answer pay(Supplier<Answer> taking, Supplier<Answer> refusing) {
    var mood = draw();
    pause(mood.latency());
    return switch (mood.conduct()) {
      case ANSWERS -> taking.get();
      case REFUSES -> refusing.get();
      case HANGS_UP -> {
        var _ = taking.get();
        throw new HangUp();
      }
      case GARBLES_BEFORE -> mood.garbage().instead(NOTHING);
      case GARBLES_AFTER -> mood.garbage().instead(taking.get());
      case ANSWERS_LATE -> {
        var answer = taking.get();
        pause(temper.lateness());
        yield answer;
      }
    };
  }

  /// Nobody waits behind a closed door: those who pause go on at once.
  void close() {
    closingTime.countDown();
  }

  void open() {
    closingTime = new CountDownLatch(1);
  }

  private Mood draw() {
    synchronized (random) {
      return temper.next(random);
    }
  }

  private void pause(Duration time) {
    try {
      var _ = closingTime.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
