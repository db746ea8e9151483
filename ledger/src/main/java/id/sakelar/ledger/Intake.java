package id.sakelar.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The bounded queue in front of one writer. Thread-safe.
final class Intake<R> {
  private final int capacity;
  private final Deque<Ticket<R>> waiting = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean closed;

  Intake(int capacity) {
    this.capacity = capacity;
  }

  /// False if the queue is closed, or full and the ticket does not insist.
  boolean offer(Ticket<R> ticket, boolean insists) {
    lock.lock();
    try {
      if (closed || (!insists && waiting.size() >= capacity)) {
        return false;
      }
      waiting.add(ticket);
      changed.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /// Waits for a first ticket, then takes what is there, in order. Of several tickets with the same
  /// subject only the first is taken; the others keep their places. Empty once the queue is closed
  /// and drained.
  List<Ticket<R>> take(int most) {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        changed.awaitUninterruptibly();
      }
      return pick(most);
    } finally {
      lock.unlock();
    }
  }

  /// Makes room again for a ticket whose caller has left, if it still waits.
  void forget(Ticket<R> ticket) {
    lock.lock();
    try {
      waiting.remove(ticket);
    } finally {
      lock.unlock();
    }
  }

  /// Lets nobody in any more.
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private List<Ticket<R>> pick(int most) {
    List<Ticket<R>> picked = new ArrayList<>();
    Deque<Ticket<R>> passed = new ArrayDeque<>();
    Set<String> subjects = new HashSet<>();
    while (picked.size() < most && !waiting.isEmpty()) {
      Ticket<R> ticket = waiting.remove();
      if (subjects.add(ticket.unit().subject())) {
        picked.add(ticket);
      } else {
        passed.push(ticket);
      }
    }
    passed.forEach(waiting::addFirst);
    return picked;
  }
}
