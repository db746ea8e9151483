package id.sakelar.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Many clients at once, each of whom pays one bill or makes one transfer after the other.
/// Thread-safe.
final class ChaosLoad {
  private final List<ChaosClient> clients = new CopyOnWriteArrayList<>();
  private final Queue<ChaosClient> waiting;
  private final ChaosEnd end;
  private final ChaosTold told = new ChaosTold();
  private final AtomicInteger repeats = new AtomicInteger();
  private final AtomicInteger paying = new AtomicInteger();
  private final List<Thread> threads = new ArrayList<>();
  private int answered;

  /// As many payments and transfers as the plan says. None has begun.
  ChaosLoad(ChaosPlan plan, ChaosPartners partners, ChaosWishes wishes, ChaosEnd end) {
    this.end = end;
    for (int i = 0; i < plan.payments(); i++) {
      var chance = plan.chance("client " + i);
      add(partners.bill(i, chance), chance);
    }
    for (int i = 0; i < plan.transfers(); i++) {
      var chance = plan.chance("customer " + i);
      add(wishes.wish(i, chance), chance);
    }
    var mixed = new ArrayList<>(clients);
    Collections.shuffle(mixed, plan.chance("order"));
    this.waiting = new ConcurrentLinkedQueue<>(mixed);
  }

  private ChaosLoad(ChaosEnd end) {
    this.end = end;
    this.waiting = new ConcurrentLinkedQueue<>();
  }

  /// Nobody at all.
  static ChaosLoad none(ChaosEnd end) {
    return new ChaosLoad(end);
  }

  private void add(ChaosWay way, Random chance) {
    clients.add(new ChaosClient(way, chance, told, repeats, end));
  }

  /// Lets them pay.
  ///
  /// @param count how many at once
  void start(int count) {
    for (int i = 0; i < count; i++) {
      threads.add(Thread.ofVirtual().name("client-" + i).start(this::payOneByOne));
    }
  }

  /// Those who have been there, and those who are still to come.
  List<ChaosClient> clients() {
    return List.copyOf(clients);
  }

  ChaosTold told() {
    return told;
  }

  int repeats() {
    return repeats.get();
  }

  /// How many payments and transfers have been begun and not been answered.
  int paying() {
    return paying.get();
  }

  /// Waits until so many payments and transfers were answered, or the time is over.
  ///
  /// @return whether they were
  synchronized boolean awaitAnswered(int count, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    for (long left = patience.toMillis(); answered < count && left > 0; ) {
      wait(left);
      left = (deadline - System.nanoTime()) / 1_000_000;
    }
    return answered >= count;
  }

  /// Waits for all who pay.
  void join() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void payOneByOne() {
    try {
      for (var next = waiting.poll(); next != null && !end.hasCome(); next = waiting.poll()) {
        paying.incrementAndGet();
        boolean wasTold = next.pay() && goOn(next);
        paying.decrementAndGet();
        if (wasTold) {
          count();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Has whoever wants more get it.
  ///
  /// @return whether it was told
  private boolean goOn(ChaosClient client) throws InterruptedException {
    var next = client.next();
    if (next.isEmpty()) {
      return true;
    }
    clients.add(next.get());
    return next.get().pay();
  }

  private synchronized void count() {
    answered++;
    notifyAll();
  }
}
