package id.sakelar.acceptance;

import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.End;
import id.sakelar.simulator.Temper;
import id.sakelar.simulator.Temper.Latency;
import id.sakelar.simulator.Temper.Shares;
import id.sakelar.simulator.bankplus.Account;
import id.sakelar.simulator.bankplus.SimulatedBank;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Two other banks of bad temper behind bad lines. For one thread.
final class ChaosBanks implements AutoCloseable {
  /// What every customer there begins with.
  static final Rupiah RICH = Rupiah.of(100_000_000);

  private static final Temper BAD =
      Temper.EVEN
          .withShares(new Shares(20, 20, 0, 10, 0))
          .withLatency(new Latency(Duration.ZERO, Duration.ofMillis(1500), false));

  private static final Pattern ORDER = Pattern.compile("\"refnum\":\"([0-9]+)\",\"paymentCode\"");

  private final List<Host> hosts = new ArrayList<>();

  /// One bank and the line to it.
  record Host(String code, List<End> customers, SimulatedBank bank, ChaosLine line) {
    static final String ESCROW = "9000000001";

    Host {
      customers = List.copyOf(customers);
    }
  }

  /// Opens both, with books in `directory`.
  ///
  /// @param hold how long a line holds an order back
  ChaosBanks(Path directory, Duration hold, ChaosPlan plan, ChaosEnd end) throws IOException {
    for (String code : List.of("002", "008")) {
      hosts.add(open(code, directory, hold, plan, end));
    }
  }

  private static Host open(String code, Path directory, Duration hold, ChaosPlan plan, ChaosEnd end)
      throws IOException {
    var accounts = new ArrayList<Account>();
    var customers = new ArrayList<End>();
    for (int i = 1; i <= 3; i++) {
      var customer = new End(code, code + "00000" + i);
      customers.add(customer);
      accounts.add(Account.of(customer.account(), "CUSTOMER " + i, RICH));
    }
    var settings =
        new SimulatedBank.Settings(
            "bank-" + code,
            code,
            "BANK" + (code.equals("002") ? "IDJA" : "IDJB"),
            accounts,
            Account.of(Host.ESCROW, "ESCROW", Rupiah.ZERO),
            directory,
            0);
    var chance = plan.chance("bank " + code);
    var bank =
        SimulatedBank.open(settings, InstantSource.system(), chance, plan.chance("codes " + code));
    bank.change(BAD);
    var line =
        new ChaosLine(
            ChaosPorts.of(List.of(bank.port())), ORDER, hold, plan.chance("line " + code), end);
    return new Host(code, customers, bank, line);
  }

  List<Host> hosts() {
    return List.copyOf(hosts);
  }

  /// The settings of the switch about its lines to them. Payment codes there live for longer than
  /// "not found" is doubted here, but the lines hold nothing back for so long.
  String settings() {
    var text = new StringBuilder();
    for (Host host : hosts) {
      text.append(
          String.format(
              Locale.ROOT,
              """
              sakelar.lines.b%1$s.code=%1$s
              sakelar.lines.b%1$s.url=http://127.0.0.1:%2$d
              sakelar.lines.b%1$s.escrow-account=%3$s
              sakelar.lines.b%1$s.connect-within=2s
              sakelar.lines.b%1$s.read-within=3s
              sakelar.lines.b%1$s.lease=7s
              sakelar.lines.b%1$s.pace=0.005
              sakelar.lines.b%1$s.not-found-final=true
              sakelar.lines.b%1$s.late-within=8s
              sakelar.lines.b%1$s.not-found-after=15s
              sakelar.lines.b%1$s.not-found-apart=100ms
              """,
              host.code(),
              host.line().port(),
              Host.ESCROW));
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    for (Host host : hosts) {
      host.line().close();
      host.bank().close();
    }
  }
}
