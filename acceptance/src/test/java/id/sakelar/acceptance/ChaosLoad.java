package id.sakelar.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Many clients at once, each of whom pays one bill after the other. Thread-safe.
final class ChaosLoad {
  private final List<ChaosClient> clients;
  private final Queue<ChaosClient> waiting;
  private final ChaosEnd end;
  private final ChaosTold told = new ChaosTold();
  private final AtomicInteger repeats = new AtomicInteger();
  private final AtomicInteger paying = new AtomicInteger();
  private final List<Thread> threads = new ArrayList<>();
  private int answered;

  /// As many payments as the plan says, by these partners in turn. None has begun.
  ChaosLoad(ChaosPlan plan, List<ChaosPartner> partners, ChaosEnd end) {
    this.end = end;
    var made = new ArrayList<ChaosClient>();
    for (int i = 0; i < plan.payments(); i++) {
      made.add(client(plan, i, partners.get(i % partners.size())));
    }
    this.clients = List.copyOf(made);
    this.waiting = new ConcurrentLinkedQueue<>(clients);
  }

  private ChaosClient client(ChaosPlan plan, int number, ChaosPartner partner) {
    var chance = plan.chance("client " + number);
    var customer = String.format(Locale.ROOT, "55%04d%06d", chance.nextInt(10_000), number);
    return new ChaosClient(partner, "chaos-" + number, customer, chance, told, repeats, end);
  }

  /// Lets them pay.
  ///
  /// @param count how many at once
  void start(int count) {
    for (int i = 0; i < count; i++) {
      threads.add(Thread.ofVirtual().name("client-" + i).start(this::payOneByOne));
    }
  }

  List<ChaosClient> clients() {
    return clients;
  }

  ChaosTold told() {
    return told;
  }

  int repeats() {
    return repeats.get();
  }

  /// How many payments have been begun and not been answered.
  int paying() {
    return paying.get();
  }

  /// Waits until so many payments were answered, or the time is over.
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
        boolean wasTold = next.pay();
        paying.decrementAndGet();
        if (wasTold) {
          count();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void count() {
    answered++;
    notifyAll();
  }
}
