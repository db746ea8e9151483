package id.sakelar.sandbox;

import id.sakelar.money.Rupiah;
import id.sakelar.simulator.SimulatedHost;
import id.sakelar.simulator.bankplus.Account;
import id.sakelar.simulator.bankplus.PrintedAccounts;
import id.sakelar.simulator.bankplus.SimulatedBank;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// The simulated banks of the sandbox, and how the switch reaches them. Not for many threads.
final class Banks implements AutoCloseable {
  private static final List<Neighbour> NEIGHBOURS =
      List.of(
          new Neighbour(
              "bank-mandiri", "008", "BMRIIDJA", "9000000008", PrintedAccounts.OF_MANDIRI),
          new Neighbour(
              "bank-bri", "002", "BRINIDJA", "9000000002", DemoTransfers.accountsOfBri()));

  private final List<SimulatedBank> all = new ArrayList<>();

  private Banks() {}

  private record Neighbour(
      String name, String code, String bic, String escrow, List<Account> accounts) {}

  /// Opens them all, with books in `directory`.
  static Banks open(Path directory) throws IOException {
    var banks = new Banks();
    try {
      long seed = 8;
      for (Neighbour neighbour : NEIGHBOURS) {
        banks.all.add(open(neighbour, directory, seed++));
      }
      return banks;
    } catch (IOException | RuntimeException e) {
      banks.close();
      throw e;
    }
  }

  private static SimulatedBank open(Neighbour neighbour, Path directory, long seed)
      throws IOException {
    var escrow = Account.of(neighbour.escrow(), "PENAMPUNGAN SAKELAR", Rupiah.ZERO);
    return SimulatedBank.open(
        new SimulatedBank.Settings(
            neighbour.name(),
            neighbour.code(),
            neighbour.bic(),
            neighbour.accounts(),
            escrow,
            directory,
            0),
        InstantSource.system(),
        new SplittableRandom(seed),
        new SecureRandom());
  }

  List<SimulatedHost> all() {
    return List.copyOf(all);
  }

  /// The settings of the switch about its lines to other banks. Payment codes there live for 15
  /// minutes of the clock, which nobody in a sandbox waits for: there, "not found" is believed
  /// earlier, since a simulated host has no message under way.
  Map<String, String> settings() {
    var values = new TreeMap<String, String>();
    for (int i = 0; i < NEIGHBOURS.size(); i++) {
      var neighbour = NEIGHBOURS.get(i);
      var line = "sakelar.lines." + neighbour.name() + ".";
      values.put(line + "code", neighbour.code());
      values.put(line + "url", "http://127.0.0.1:" + all.get(i).port());
      values.put(line + "escrow-account", neighbour.escrow());
      values.put(line + "read-within", "5s");
      values.put(line + "lease", "12s");
      values.put(line + "pace", "0.02");
      values.put(line + "not-found-final", "true");
      values.put(line + "late-within", "15s");
      values.put(line + "not-found-after", "30s");
      values.put(line + "not-found-apart", "1s");
    }
    return values;
  }

  @Override
  public void close() throws IOException {
    for (SimulatedBank bank : all) {
      bank.close();
    }
  }
}
