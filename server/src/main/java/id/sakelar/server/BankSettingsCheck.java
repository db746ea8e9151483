package id.sakelar.server;

import id.sakelar.server.BankSettings.AgentSettings;
import id.sakelar.server.BankSettings.ProductSettings;
import id.sakelar.server.BankSettings.SwitcherSettings;
import id.sakelar.server.partner.Network;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Which values of our bank's settings mean something.
///
/// @param rule is told whether a rule holds, and what it says
record BankSettingsCheck(Rule rule) {
  /// A network of fewer bits holds strangers.
  private static final int LEAST_BITS = 8;

  /// Takes note of a rule.
  @FunctionalInterface
  interface Rule {
    void require(boolean holds, String words);
  }

  void check(Settings settings) {
    settings.bank().ifPresent(this::bank);
    agents(settings.agents());
    settings.savings().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(product -> product(product.getKey(), product.getValue()));
    rule.require(
        settings.savings().isEmpty() || settings.savings().containsKey("bsa"),
        "sakelar.savings has bsa among its products");
    switcher(settings.switcher());
  }

  private void bank(BankSettings bank) {
    var key = "sakelar.bank.";
    rule.require(bank.name().matches("[A-Z]{2,10}"), key + "name is 2 to 10 capitals");
    rule.require(bank.code().matches("[0-9]{3}"), key + "code has three digits");
    rule.require(bank.bic().matches("[A-Z]{6}[A-Z0-9]{2}"), key + "bic has eight letters");
  }

  private void agents(AgentSettings agents) {
    var key = "sakelar.agents.";
    rule.require(agents.intrabankFee() >= 0, key + "intrabank-fee is 0 or more");
    rule.require(agents.interbankFee() >= 0, key + "interbank-fee is 0 or more");
    rule.require(agents.withdrawalFee() >= 0, key + "withdrawal-fee is 0 or more");
    rule.require(SettingsCheck.isSome(agents.sessionIdle()), key + "session-idle is above 0");
    rule.require(
        agents.sessionMost().compareTo(agents.sessionIdle()) >= 0,
        key + "session-most is at least session-idle");
    rule.require(agents.looksPerMinute() > 0, key + "looks-per-minute is above 0");
    rule.require(agents.looksPerDay() > 0, key + "looks-per-day is above 0");
    rule.require(SettingsCheck.isSome(agents.answerWithin()), key + "answer-within is above 0");
  }

  private void product(String name, ProductSettings product) {
    var key = "sakelar.savings." + name + ".";
    rule.require(name.matches("[a-z][a-z0-9-]{0,29}"), key + " is a name of a-z 0-9 and -");
    rule.require(product.most().orElse(1L) > 0, key + "most is above 0");
    rule.require(product.monthlyDebits().orElse(1L) > 0, key + "monthly-debits is above 0");
    rule.require(
        Set.of("A", "B", "C").contains(product.leastClass()), key + "least-class is A, B or C");
  }

  /// Who orders transfers proves itself by nothing but where it comes from.
  private void switcher(SwitcherSettings switcher) {
    rule.require(SettingsCheck.isPort(switcher.port()), "sakelar.switcher.port is 0 to 65535");
    rule.require(
        isLoopback(switcher.host()) || switcher.tls().isPresent() || isNarrow(switcher),
        "sakelar.switcher.host beyond this machine needs tls, or callers with networks of less than"
            + " everybody");
    switcher
        .callers()
        .forEach(
            (name, networks) ->
                rule.require(
                    name.matches("[a-z][a-z0-9-]{0,29}") && areNetworks(networks),
                    "sakelar.switcher.callers."
                        + name
                        + " is a name of a-z 0-9 and - with networks"));
  }

  private static boolean isNarrow(SwitcherSettings switcher) {
    return !switcher.callers().isEmpty()
        && switcher.callers().values().stream()
            .flatMap(List::stream)
            .flatMap(BankSettingsCheck::network)
            .allMatch(network -> network.bits() >= LEAST_BITS);
  }

  private static boolean areNetworks(List<String> texts) {
    return !texts.isEmpty() && texts.stream().allMatch(text -> network(text).count() == 1);
  }

  private static Stream<Network> network(String text) {
    try {
      return Stream.of(Network.parse(text));
    } catch (IllegalArgumentException e) {
      return Stream.empty();
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return host.equals("localhost");
    }
  }
}
