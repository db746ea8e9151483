package id.sakelar.server.console;

import id.sakelar.server.payment.Case;
import id.sakelar.server.review.Overdue;
import id.sakelar.server.review.QueueStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/// How much waits for people, as figures.
public final class ReviewFigures {
  private ReviewFigures() {}

  /// Counts from now on, whenever the figures are read.
  public static void register(MeterRegistry registry, QueueStore queue, Overdue overdue) {
    for (Case.Kind kind : Case.Kind.values()) {
      Gauge.builder("sakelar.cases.open", queue, it -> it.countOpenCases().getOrDefault(kind, 0L))
          .description("Cases that wait for people")
          .tag("kind", kind.name())
          .register(registry);
    }
    Gauge.builder("sakelar.review.overdue", overdue, it -> (double) it.count())
        .description("Payments and cases that have waited for people for two business days")
        .register(registry);
  }
}
