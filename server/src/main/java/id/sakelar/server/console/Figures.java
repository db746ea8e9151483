package id.sakelar.server.console;

import id.sakelar.http.Answer;
import id.sakelar.http.Body;
import id.sakelar.http.Door;
import id.sakelar.server.payment.NoticeStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;

/// `/metrics`, as Prometheus reads it. Labels are states, upstreams and evidence classes; never a
/// partner's or a customer's number. Thread-safe.
public final class Figures implements AutoCloseable {
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry;
  private final FiguresStore store;
  private final MultiGauge openPayments;
  private final MultiGauge drifts;
  private final JvmGcMetrics collections = new JvmGcMetrics();

  public Figures(PrometheusMeterRegistry registry, FiguresStore store, NoticeStore notices) {
    this.registry = registry;
    this.store = store;
    this.openPayments =
        MultiGauge.builder("sakelar.payments.open")
            .description("Payments that have not ended")
            .register(registry);
    this.drifts =
        MultiGauge.builder("sakelar.upstream.drift")
            .description("How much more the biller says we have there than the books explain")
            .baseUnit("rupiah")
            .register(registry);
    Gauge.builder("sakelar.in.flight", store, s -> (double) s.inFlight().sen() / 100)
        .description("Money nobody has decided about")
        .baseUnit("rupiah")
        .register(registry);
    Gauge.builder("sakelar.notices.waiting", store, s -> (double) s.waitingNotices())
        .description("Notices to partners that wait to be delivered")
        .register(registry);
    Gauge.builder("sakelar.notices.dead", notices, n -> (double) n.countDead())
        .description("Notices that partners did not take for as long as they were tried")
        .register(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  public void openOn(Door.Builder door) {
    door.serve("GET", "/metrics", _ -> scrape(), Health.REFUSALS);
  }

  @Override
  public void close() {
    collections.close();
  }

  private Answer scrape() {
    if (store.answers()) {
      openPayments.register(rows(), true);
      drifts.register(driftRows(), true);
    }
    return Answer.of(200, Body.of(TEXT, registry.scrape()));
  }

  private List<MultiGauge.Row<?>> rows() {
    var rows = new ArrayList<MultiGauge.Row<?>>();
    store
        .openPayments()
        .forEach((state, count) -> rows.add(MultiGauge.Row.of(Tags.of("state", state), count)));
    return rows;
  }

  private List<MultiGauge.Row<?>> driftRows() {
    var rows = new ArrayList<MultiGauge.Row<?>>();
    store
        .drifts()
        .forEach(
            (name, sen) -> rows.add(MultiGauge.Row.of(Tags.of("upstream", name), sen / 100.0)));
    return rows;
  }
}
