package id.sakelar.simulator;

import id.sakelar.money.Rupiah;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/// Adds up what a biller has of the caller's money, without going through the book again. Safe for
/// many threads.
final class Takings {
  private final PriorityQueue<Row> toGoBack = new PriorityQueue<>(Comparator.comparing(Row::due));
  private Rupiah sum = Rupiah.ZERO;

  synchronized void add(Row row) {
    sum = sum.plus(row.charged(row.at()));
    if (row.ending() == Row.Ending.FAILED && row.due().isAfter(row.at())) {
      toGoBack.add(row);
    }
  }

  synchronized Rupiah at(Instant now) {
    var next = toGoBack.peek();
    while (next != null && !now.isBefore(next.due())) {
      sum = sum.minus(toGoBack.remove().price());
      next = toGoBack.peek();
    }
    return sum;
  }
}
