package id.sakelar.server.upstream;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Biller;
import id.sakelar.server.payment.Evidence;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Optional;

/// A biller whose answers are counted and timed, by what was asked and by class of evidence.
/// Thread-safe when the biller is.
public final class MeteredBiller implements Biller {
  private final String name;
  private final Biller biller;
  private final MeterRegistry registry;

  /// Counts what `biller` says under its configured name.
  public MeteredBiller(String name, Biller biller, MeterRegistry registry) {
    this.name = name;
    this.biller = biller;
    this.registry = registry;
  }

  @Override
  public Found inquire(Question question) {
    var timer = Timer.start(registry);
    var found = biller.inquire(question);
    stop(
        timer,
        "inquire",
        switch (found) {
          case Found.Billed _ -> "billed";
          case Found.NoBill _ -> "no-bill";
        });
    return found;
  }

  @Override
  public Evidence pay(Order order) {
    var timer = Timer.start(registry);
    var evidence = biller.pay(order);
    stop(timer, "pay", evidence.evidenceClass());
    return evidence;
  }

  @Override
  public Evidence status(Order order) {
    var timer = Timer.start(registry);
    var evidence = biller.status(order);
    stop(timer, "status", evidence.evidenceClass());
    return evidence;
  }

  @Override
  public boolean admits(Rupiah price) {
    return biller.admits(price);
  }

  @Override
  public Optional<Rupiah> balance() {
    return biller.balance();
  }

  private void stop(Timer.Sample timer, String call, String result) {
    timer.stop(
        registry.timer("sakelar.upstream", "upstream", name, "call", call, "result", result));
  }
}
