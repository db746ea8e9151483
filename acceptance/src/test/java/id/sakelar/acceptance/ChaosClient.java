package id.sakelar.acceptance;

import id.sakelar.acceptance.ChaosTold.Told;
import id.sakelar.acceptance.ChaosTold.Verdict;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/// Has one payment or transfer made the way real clients do: gets impatient, sends the same again
/// or asks how it stands when it hears nothing or "pending", and now and then sends it twice at
/// once. For one thread.
///
/// @param chance nobody else draws from it
record ChaosClient(
    ChaosWay way, Random chance, ChaosTold told, AtomicInteger repeats, ChaosEnd end) {
  private static final Duration PATIENCE = Duration.ofSeconds(6);
  private static final Duration IMPATIENCE = Duration.ofMillis(300);

  String reference() {
    return way.reference();
  }

  /// Goes on until it is told yes or no, or the end has come.
  ///
  /// @return whether it was told
  boolean pay() throws InterruptedException {
    if (!prepare()) {
      return false;
    }
    Optional<Told> last = payOnce();
    while (!last.map(Told::isFinal).orElse(false)) {
      if (end.within(Duration.ofMillis(200 + chance.nextInt(800)))) {
        return false;
      }
      last = chance.nextInt(3) == 0 ? ask() : payAgain();
    }
    if (chance.nextInt(5) == 0) {
      payAgain();
    }
    return true;
  }

  /// Asks how it stands.
  Optional<Told> ask() throws InterruptedException {
    return heard(way.look(PATIENCE));
  }

  /// What it wants next, now that it has been told yes.
  Optional<ChaosClient> next() {
    return told.last(reference())
        .filter(last -> last.verdict() == Verdict.YES)
        .flatMap(yes -> way.afterwards(yes, chance))
        .map(next -> new ChaosClient(next, chance, told, repeats, end));
  }

  private boolean prepare() throws InterruptedException {
    while (!way.isReady()) {
      way.inquire(PATIENCE);
      if (!way.isReady() && end.within(Duration.ofMillis(200 + chance.nextInt(300)))) {
        return false;
      }
    }
    return true;
  }

  private Optional<Told> payAgain() throws InterruptedException {
    repeats.incrementAndGet();
    return payOnce();
  }

  private Optional<Told> payOnce() throws InterruptedException {
    var patience = chance.nextInt(10) == 0 ? IMPATIENCE : PATIENCE;
    if (chance.nextInt(10) > 0) {
      return heard(way.move(patience));
    }
    repeats.incrementAndGet();
    var twin = Thread.ofVirtual().start(this::payBeside);
    var heard = heard(way.move(patience));
    twin.join();
    return heard;
  }

  private void payBeside() {
    try {
      heard(way.move(PATIENCE));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Told> heard(Optional<Told> heard) {
    heard.ifPresent(it -> told.add(reference(), it));
    return heard;
  }
}
