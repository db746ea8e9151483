package id.sakelar.acceptance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Many who do something at the same moment.
final class Crowd {
  private Crowd() {}

  static List<String> atOnce(int times, Callable<String> turn) throws Exception {
    return atOnce(Collections.nCopies(times, turn));
  }

  /// What each turn came to; they all wait for the last one before they begin.
  static List<String> atOnce(List<Callable<String>> turns)
      throws InterruptedException, ExecutionException {
    var start = new CyclicBarrier(turns.size());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<String>>();
      for (Callable<String> turn : turns) {
        answers.add(
            threads.submit(
                () -> {
                  start.await();
                  return turn.call();
                }));
      }
      var heard = new ArrayList<String>();
      for (Future<String> answer : answers) {
        heard.add(answer.get());
      }
      return heard;
    }
  }
}
