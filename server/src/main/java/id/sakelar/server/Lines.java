package id.sakelar.server;

import id.sakelar.http.Budget;
import id.sakelar.http.Caller;
import id.sakelar.server.BankSettings.LineSettings;
import id.sakelar.server.banking.Line;
import id.sakelar.server.banking.Refnums;
import id.sakelar.server.upstream.bankplus.SwitcherBank;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// The lines of the configuration to other banks, with the connections to them. Thread-safe.
final class Lines implements AutoCloseable {
  private final Map<String, Line> byCode = new TreeMap<>();
  private final List<Caller> callers = new ArrayList<>();
  private Duration lease = Duration.ofMinutes(1);

  private Lines() {}

  /// Makes a connector for each line. Connects to nothing yet.
  static Lines open(
      Collection<LineSettings> settings, InstantSource clock, RandomGenerator chance) {
    var lines = new Lines();
    var refnums = new Refnums(chance);
    settings.stream()
        .sorted(Comparator.comparing(LineSettings::code))
        .forEach(each -> lines.add(each, clock, refnums));
    return lines;
  }

  private void add(LineSettings settings, InstantSource clock, Refnums refnums) {
    var caller =
        new Caller(
            URI.create(settings.url()), Budget.of(settings.connectWithin(), settings.readWithin()));
    callers.add(caller);
    var line =
        new Line(
            settings.code(),
            settings.escrowAccount(),
            new SwitcherBank(caller, settings.code(), clock, refnums),
            // a move asks twice
            settings.readWithin().multipliedBy(2),
            settings.lease(),
            settings.pace(),
            settings.notFoundFinal(),
            settings.notFoundAfter(),
            settings.notFoundApart());
    byCode.put(settings.code(), line);
    if (settings.lease().compareTo(lease) > 0) {
      lease = settings.lease();
    }
  }

  /// By the banks' codes.
  Map<String, Line> byCode() {
    return Map.copyOf(byCode);
  }

  /// How long recovery needs for a transfer: its banks are asked one after the other.
  Duration lease() {
    return lease.multipliedBy(2);
  }

  @Override
  public void close() {
    callers.forEach(Caller::close);
  }
}
