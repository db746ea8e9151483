package id.sakelar.server;

import id.sakelar.http.Budget;
import id.sakelar.http.Caller;
import id.sakelar.server.Settings.UpstreamSettings;
import id.sakelar.server.partner.SecretFile;
import id.sakelar.server.payment.Biller;
import id.sakelar.server.payment.BillerProfile;
import id.sakelar.server.payment.Upstream;
import id.sakelar.server.upstream.MeteredBiller;
import id.sakelar.server.upstream.digiswitch.DigiswitchBiller;
import id.sakelar.server.upstream.iak.IakBiller;
import id.sakelar.server.upstream.mmbc.MmbcBiller;
import id.sakelar.wire.digiswitch.Account;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.mmbc.Login;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The billers of the configuration, with the connections to them. Thread-safe.
final class Upstreams implements AutoCloseable {
  private final Map<String, Upstream> all = new TreeMap<>();
  private final List<Caller> callers = new ArrayList<>();

  private Upstreams() {}

  /// Makes a connector for each biller. Connects to nothing yet.
  ///
  /// @throws IOException if a key file cannot be used
  /// @throws IllegalArgumentException if a setting of a biller means nothing
  static Upstreams open(Map<String, UpstreamSettings> settings, MeterRegistry registry)
      throws IOException {
    var upstreams = new Upstreams();
    for (var entry : settings.entrySet()) {
      var name = entry.getKey();
      var biller = new MeteredBiller(name, upstreams.biller(entry.getValue()), registry);
      upstreams.all.put(
          name,
          new Upstream(name, biller, profile(entry.getValue()), entry.getValue().takesTests()));
    }
    return upstreams;
  }

  /// By name.
  Map<String, Upstream> all() {
    return Map.copyOf(all);
  }

  @Override
  public void close() {
    callers.forEach(Caller::close);
  }

  private Biller biller(UpstreamSettings settings) throws IOException {
    var caller =
        new Caller(
            URI.create(settings.url()), Budget.of(settings.connectWithin(), settings.readWithin()));
    callers.add(caller);
    var user = settings.username();
    var key = SecretFile.read(settings.keyFile()).reveal();
    return switch (Dialect.find(settings.dialect()).orElseThrow()) {
      case DIGISWITCH ->
          new DigiswitchBiller(caller, new Account(user, key), spelling(settings.spelling()));
      case IAK ->
          new IakBiller(
              caller, new id.sakelar.wire.iak.Account(user, key), format(settings.format()));
      case MMBC -> new MmbcBiller(caller, new Login(user, key));
      case BANKPLUS -> throw new IllegalArgumentException("no biller speaks bankplus");
    };
  }

  private static Format format(String word) {
    return switch (word) {
      case "json" -> Format.JSON;
      case "xml" -> Format.XML;
      default -> throw new IllegalArgumentException("a format is json or xml");
    };
  }

  private static Spelling spelling(String word) {
    return switch (word) {
      case "digiswitch" -> Spelling.DIGISWITCH;
      case "digiflazz" -> Spelling.DIGIFLAZZ;
      default -> throw new IllegalArgumentException("a spelling is digiswitch or digiflazz");
    };
  }

  private static BillerProfile profile(UpstreamSettings settings) {
    return new BillerProfile(
        settings.readWithin(),
        settings.lease(),
        settings.pace(),
        settings.notFoundFinal(),
        settings.notFoundAfter(),
        settings.notFoundApart(),
        settings.reviewAfter());
  }
}
