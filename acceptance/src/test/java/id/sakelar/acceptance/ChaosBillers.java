package id.sakelar.acceptance;

import id.sakelar.money.Rupiah;
import id.sakelar.simulator.Row;
import id.sakelar.simulator.SimulatedBiller;
import id.sakelar.simulator.Temper;
import id.sakelar.simulator.Temper.Latency;
import id.sakelar.simulator.Temper.Shares;
import id.sakelar.simulator.digiswitch.SimulatedDigiswitch;
import id.sakelar.simulator.iak.Client;
import id.sakelar.simulator.iak.Scheme;
import id.sakelar.simulator.iak.SimulatedIak;
import id.sakelar.simulator.mmbc.SimulatedMmbc;
import id.sakelar.wire.digiswitch.Account;
import id.sakelar.wire.mmbc.Login;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Three billers of bad temper behind bad lines, one for each dialect; or another whole switch
/// behind one. Billers live in the process of the test, so that no server takes them along. For one
/// thread.
final class ChaosBillers implements AutoCloseable {
  /// What the servers call themselves there.
  static final String USERNAME = "sakelar";

  private static final Temper BAD =
      Temper.EVEN
          .withShares(new Shares(15, 20, 3, 7, 0))
          .withLatency(new Latency(Duration.ZERO, Duration.ofMillis(1500), false));

  private final List<Host> hosts = new ArrayList<>();
  private final List<Way> ways = new ArrayList<>();

  /// How a biller is called, and on which line.
  private record Way(String name, String dialect, ChaosLine line) {}

  /// One biller and the line to it.
  ///
  /// @param numbered whether its book knows payments by its own number, and not by our reference
  record Host(String name, SimulatedBiller biller, ChaosLine line, boolean numbered) {
    List<Row> book() {
      return biller.book().listAfter(0, Integer.MAX_VALUE);
    }

    /// What it took.
    Rupiah taken() {
      return biller.book().charged(InstantSource.system().instant());
    }
  }

  /// How a biller knows an order when it comes.
  private enum Order {
    DIGISWITCH("\"command\":\"pay-pasca\".*?\"ref_id\":\"([A-Z0-9]+)\""),
    IAK("\"commands\":\"pay-pasca\".*?\"tr_id\":\"?([0-9]+)"),
    MMBC("(?s)/pay_esamsat .*[\r\n&]invoice=([0-9]+)");

    private final Pattern pattern;

    Order(String pattern) {
      this.pattern = Pattern.compile(pattern);
    }
  }

  private ChaosBillers() {}

  /// The line to another switch, which knows us as a partner.
  ///
  /// @param doors of its servers
  static ChaosBillers chain(ChaosPorts doors, Duration hold, ChaosPlan plan, ChaosEnd end)
      throws IOException {
    var billers = new ChaosBillers();
    var pattern = Order.DIGISWITCH.pattern;
    var line = new ChaosLine(doors, pattern, hold, plan.chance("chain"), end);
    billers.ways.add(new Way("second", "digiswitch", line));
    return billers;
  }

  /// Opens all three, with books in `directory`.
  ///
  /// @param key what the servers sign with, or the password
  /// @param hold how long a line holds an order back
  static ChaosBillers open(Path directory, String key, Duration hold, ChaosPlan plan, ChaosEnd end)
      throws IOException {
    var billers = new ChaosBillers();
    var clock = InstantSource.system();
    var digiswitch =
        new SimulatedDigiswitch.Settings(
            "digiswitch", new Account(USERNAME, key), directory, 0, Duration.ZERO);
    var client = new Client(new id.sakelar.wire.iak.Account(USERNAME, key), Scheme.A);
    var iak = new SimulatedIak.Settings("iak", List.of(client), directory, 0, Duration.ZERO);
    var mmbc =
        new SimulatedMmbc.Settings("mmbc", new Login(USERNAME, key), directory, 0, Duration.ZERO);
    billers.add(
        SimulatedDigiswitch.open(digiswitch, clock, plan.chance("digiswitch")), hold, plan, end);
    billers.add(SimulatedIak.open(iak, clock, plan.chance("iak")), hold, plan, end);
    billers.add(SimulatedMmbc.open(mmbc, clock, plan.chance("mmbc")), hold, plan, end);
    return billers;
  }

  private void add(SimulatedBiller biller, Duration hold, ChaosPlan plan, ChaosEnd end)
      throws IOException {
    biller.change(BAD);
    var order = Order.valueOf(biller.name().toUpperCase(Locale.ROOT));
    var chance = plan.chance("line " + biller.name());
    var door = ChaosPorts.of(List.of(biller.port()));
    var line = new ChaosLine(door, order.pattern, hold, chance, end);
    ways.add(new Way(biller.name(), biller.name(), line));
    hosts.add(new Host(biller.name(), biller, line, order == Order.MMBC));
  }

  List<Host> hosts() {
    return List.copyOf(hosts);
  }

  List<ChaosLine> lines() {
    return ways.stream().map(Way::line).toList();
  }

  /// The settings of the switch about them. Everything is faster than in production, in proportion:
  /// a biller that has been asked for fifteen seconds and never knew an order will not have it any
  /// more.
  String settings(Path key) {
    var text = new StringBuilder();
    for (Way way : ways) {
      text.append(
          String.format(
              Locale.ROOT,
              """
              sakelar.upstreams.%1$s.dialect=%5$s
              sakelar.upstreams.%1$s.url=http://127.0.0.1:%2$d
              sakelar.upstreams.%1$s.username=%3$s
              sakelar.upstreams.%1$s.key-file=%4$s
              sakelar.upstreams.%1$s.connect-within=2s
              sakelar.upstreams.%1$s.read-within=3s
              sakelar.upstreams.%1$s.lease=4s
              sakelar.upstreams.%1$s.pace=0.005
              sakelar.upstreams.%1$s.not-found-final=true
              sakelar.upstreams.%1$s.not-found-after=15s
              sakelar.upstreams.%1$s.not-found-apart=100ms
              """,
              way.name(),
              way.line().port(),
              USERNAME,
              key,
              way.dialect()));
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    for (ChaosLine line : lines()) {
      line.close();
    }
    for (Host host : hosts) {
      host.biller().close();
    }
  }
}
