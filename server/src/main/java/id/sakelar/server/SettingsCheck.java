package id.sakelar.server;

import id.sakelar.server.Settings.UpstreamSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the types of the settings cannot say: which values mean something.
final class SettingsCheck {
  private final List<String> problems = new ArrayList<>();

  private SettingsCheck() {}

  /// Looks at everything before it complains.
  ///
  /// @throws IllegalArgumentException naming everything that is wrong
  static void check(Settings settings) {
    var check = new SettingsCheck();
    check.require(isPort(settings.partners().port()), "sakelar.partners.port is 0 to 65535");
    check.require(isPort(settings.console().port()), "sakelar.console.port is 0 to 65535");
    check.require(settings.partners().priceLists() > 0, "sakelar.partners.price-lists is above 0");
    check.require(settings.database().pool() > 0, "sakelar.database.pool is above 0");
    int writers = settings.database().writers();
    check.require(writers > 0 && writers <= 16, "sakelar.database.writers is 1 to 16");
    var answer = settings.answerWithin();
    check.require(isSome(answer.digiswitch()), "sakelar.answer-within.digiswitch is above 0");
    check.require(isSome(answer.iak()), "sakelar.answer-within.iak is above 0");
    check.require(isSome(answer.mmbc()), "sakelar.answer-within.mmbc is above 0");
    check.require(
        settings.partners().cardInquiries() > 0, "sakelar.partners.card-inquiries is above 0");
    check.require(isSome(settings.recoverEvery()), "sakelar.recover-every is above 0");
    check.require(isSome(settings.compareEvery()), "sakelar.compare-every is above 0");
    settings.upstreams().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(upstream -> check.upstream(upstream.getKey(), upstream.getValue()));
    new BankSettingsCheck(check::require).check(settings);
    settings.lines().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(line -> check.line(line.getKey(), line.getValue()));
    check.lines(settings);
    if (!check.problems.isEmpty()) {
      throw new IllegalArgumentException(
          "the configuration is wrong:\n  " + String.join("\n  ", check.problems));
    }
  }

  private void upstream(String name, UpstreamSettings upstream) {
    var key = "sakelar.upstreams." + name + ".";
    require(name.matches("[a-z0-9][a-z0-9-]{0,39}"), key + " is a name of a-z 0-9 and -");
    require(
        Dialect.find(upstream.dialect()).filter(Dialect::isOfBillers).isPresent(),
        key + "dialect is digiswitch, iak or mmbc");
    require(Set.of("json", "xml").contains(upstream.format()), key + "format is json or xml");
    require(
        Set.of("digiswitch", "digiflazz").contains(upstream.spelling()),
        key + "spelling is digiswitch or digiflazz");
    require(isUrl(upstream.url()), key + "url is http or https, a host and perhaps a port");
    require(isSome(upstream.connectWithin()), key + "connect-within is above 0");
    require(
        upstream.readWithin().compareTo(upstream.connectWithin()) > 0,
        key + "read-within is longer than connect-within");
    require(
        upstream.lease().compareTo(upstream.readWithin()) > 0,
        key + "lease is longer than read-within");
    require(
        upstream.callbackSecretFile().isEmpty() || !upstream.dialect().equals("mmbc"),
        key + "callback-secret-file is of a dialect with callbacks");
    require(upstream.pace() > 0, key + "pace is above 0");
    require(isLongEnough(upstream), key + "not-found-after is at least 15 minutes times the pace");
    require(isSome(upstream.dispatchWithin()), key + "dispatch-within is above 0");
    guard(key, upstream);
  }

  private void guard(String key, UpstreamSettings upstream) {
    require(
        upstream.mostInFlight().filter(it -> it <= 0).isEmpty(), key + "most-in-flight is above 0");
    require(upstream.atOnce() > 0, key + "at-once is above 0");
    require(upstream.questionsAtOnce() > 0, key + "questions-at-once is above 0");
    var breaker = upstream.breaker();
    require(breaker.calls() > 0, key + "breaker.calls is above 0");
    require(
        breaker.failures() > 0 && breaker.failures() <= 100, key + "breaker.failures is 1 to 100");
    require(isSome(breaker.rest()), key + "breaker.rest is above 0");
    require(breaker.probes() > 0, key + "breaker.probes is above 0");
  }

  private void lines(Settings settings) {
    var codes = new HashSet<String>();
    settings.bank().ifPresent(bank -> codes.add(bank.code()));
    require(
        settings.lines().values().stream().allMatch(line -> codes.add(line.code())),
        "sakelar.lines has each bank's code once, and not our own");
  }

  private void line(String name, BankSettings.LineSettings line) {
    var key = "sakelar.lines." + name + ".";
    require(line.code().matches("[0-9]{3}"), key + "code has three digits");
    require(
        line.escrowAccount().matches("[A-Za-z0-9]{1,34}"), key + "escrow-account is an account");
    require(isUrl(line.url()), key + "url is http or https, a host and perhaps a port");
    require(isSome(line.connectWithin()), key + "connect-within is above 0");
    require(
        line.readWithin().compareTo(line.connectWithin()) > 0,
        key + "read-within is longer than connect-within");
    require(
        line.lease().compareTo(line.readWithin().multipliedBy(2)) > 0,
        key + "lease is longer than twice read-within");
    require(line.pace() > 0, key + "pace is above 0");
    require(
        !line.notFoundFinal()
            || line.notFoundAfter().compareTo(line.lateWithin().plus(line.lease())) >= 0,
        key + "not-found-after is at least late-within and the lease");
  }

  private static boolean isLongEnough(UpstreamSettings upstream) {
    return !upstream.notFoundFinal()
        || upstream.notFoundAfter().toMillis()
            >= Duration.ofMinutes(15).toMillis() * upstream.pace();
  }

  static boolean isPort(int port) {
    return port >= 0 && port <= 65_535;
  }

  static boolean isSome(Duration time) {
    return time.isPositive();
  }

  private static boolean isUrl(String text) {
    try {
      var url = new URI(text);
      return url.getHost() != null && Set.of("http", "https").contains(url.getScheme());
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private void require(boolean holds, String rule) {
    if (!holds) {
      problems.add(rule);
    }
  }
}
