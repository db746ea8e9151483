package id.sakelar.server;

import id.sakelar.http.Budget;
import id.sakelar.http.Caller;
import id.sakelar.money.Rupiah;
import id.sakelar.server.Settings.UpstreamSettings;
import id.sakelar.server.partner.SecretFile;
import id.sakelar.server.payment.Biller;
import id.sakelar.server.payment.BillerProfile;
import id.sakelar.server.payment.InFlight;
import id.sakelar.server.payment.Upstream;
import id.sakelar.server.upstream.CallbackReader;
import id.sakelar.server.upstream.Guard;
import id.sakelar.server.upstream.GuardedBiller;
import id.sakelar.server.upstream.MeteredBiller;
import id.sakelar.server.upstream.digiswitch.DigiswitchBiller;
import id.sakelar.server.upstream.digiswitch.DigiswitchCallbacks;
import id.sakelar.server.upstream.iak.IakBiller;
import id.sakelar.server.upstream.iak.IakCallbacks;
import id.sakelar.server.upstream.mmbc.MmbcBiller;
import id.sakelar.wire.digiswitch.Account;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.mmbc.Login;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The billers of the configuration, with the connections to them. Thread-safe.
final class Upstreams implements AutoCloseable {
  private final Map<String, Upstream> all = new TreeMap<>();
  private final List<GuardedBiller> guarded = new ArrayList<>();
  private final Map<String, CallbackReader> callbacks = new TreeMap<>();
  private final List<Caller> callers = new ArrayList<>();

  private Upstreams() {}

  /// Makes a connector for each biller. Connects to nothing yet.
  ///
  /// @throws IOException if a key file cannot be used
  /// @throws IllegalArgumentException if a setting of a biller means nothing
  static Upstreams open(
      Map<String, UpstreamSettings> settings,
      InFlight inFlight,
      InstantSource clock,
      MeterRegistry registry)
      throws IOException {
    var upstreams = new Upstreams();
    for (var entry : settings.entrySet()) {
      var name = entry.getKey();
      var said = entry.getValue();
      var metered = new MeteredBiller(name, upstreams.biller(said), registry);
      var guarded = new GuardedBiller(name, metered, guard(said), inFlight, clock);
      guarded.measureIn(registry);
      upstreams.guarded.add(guarded);
      upstreams.all.put(name, new Upstream(name, guarded, profile(said), said.takesTests()));
      if (said.callbackSecretFile().isPresent()) {
        upstreams.callbacks.put(name, reader(said));
      }
    }
    return upstreams;
  }

  /// By name.
  Map<String, Upstream> all() {
    return Map.copyOf(all);
  }

  /// How they stand now, in the order of their names.
  List<GuardedBiller.Standing> standings() {
    return guarded.stream()
        .map(GuardedBiller::standing)
        .sorted(Comparator.comparing(GuardedBiller.Standing::name))
        .toList();
  }

  /// Who reads what they tell us by themselves, by name; of those only that we share a secret for
  /// it with.
  Map<String, CallbackReader> callbacks() {
    return Map.copyOf(callbacks);
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

  private static CallbackReader reader(UpstreamSettings settings) throws IOException {
    var secret = SecretFile.read(settings.callbackSecretFile().orElseThrow()).reveal();
    return switch (Dialect.find(settings.dialect()).orElseThrow()) {
      case DIGISWITCH -> new DigiswitchCallbacks(secret, spelling(settings.spelling()));
      case IAK -> new IakCallbacks(new id.sakelar.wire.iak.Account(settings.username(), secret));
      case MMBC, BANKPLUS ->
          throw new IllegalArgumentException(settings.dialect() + " has no callbacks");
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
        settings.reviewAfter(),
        settings.dispatchWithin(),
        settings.resendWithin(),
        settings.elsewhere().orElse(List.of()).stream()
            .map(String::strip)
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static Guard guard(UpstreamSettings settings) {
    return new Guard(
        settings.breaker().calls(),
        settings.breaker().failures(),
        settings.breaker().rest(),
        settings.breaker().probes(),
        settings.atOnce(),
        settings.questionsAtOnce(),
        settings.mostInFlight().map(Rupiah::of).orElse(null));
  }
}
