package id.sakelar.server.banking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Many callers at once.
final class Crowd {
  private Crowd() {}

  /// What each of so many callers gets, all of whom begin together.
  static <T> List<T> atOnce(int callers, IntFunction<T> call)
      throws InterruptedException, ExecutionException {
    var ready = new CountDownLatch(callers);
    var answers = new ArrayList<T>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          IntStream.range(0, callers)
              .<Callable<T>>mapToObj(
                  i ->
                      () -> {
                        ready.countDown();
                        ready.await();
                        return call.apply(i);
                      })
              .toList();
      for (var answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
    }
    return answers;
  }
}
