package id.sakelar.acceptance;

import id.sakelar.http.Caller;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.payment.Biller;
import id.sakelar.server.upstream.digiswitch.DigiswitchBiller;
import id.sakelar.server.upstream.iak.IakBiller;
import id.sakelar.server.upstream.mmbc.MmbcBiller;
import id.sakelar.simulator.SimulatedBiller;
import id.sakelar.simulator.digiswitch.SimulatedDigiswitch;
import id.sakelar.simulator.iak.Client;
import id.sakelar.simulator.iak.Scheme;
import id.sakelar.simulator.iak.SimulatedIak;
import id.sakelar.simulator.mmbc.SimulatedMmbc;
import id.sakelar.wire.digiswitch.Account;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.mmbc.Login;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/// A simulated biller of each dialect, with a bill that is paid when nothing goes wrong.
enum ProfiledBiller {
  DIGISWITCH("pln", Family.ELECTRICITY, "551234567890"),
  IAK("PLNPOSTPAID", Family.ELECTRICITY, "551234567890"),
  MMBC("SAMSAT_JABAR", Family.VEHICLE_TAX, "MHSAKELAR00000001,3201010101010001");

  private static final String USER = "sakelar";
  private static final String KEY = "sakelar-at-the-simulated-biller";
  private static final Duration PENDING_FOR = Duration.ofSeconds(20);

  private final String product;
  private final Family family;
  private final String customer;

  ProfiledBiller(String product, Family family, String customer) {
    this.product = product;
    this.family = family;
    this.customer = customer;
  }

  String product() {
    return product;
  }

  Family family() {
    return family;
  }

  String customer() {
    return customer;
  }

  /// The biller, and who speaks to it.
  record Open(SimulatedBiller biller, Function<Caller, Biller> connectors)
      implements AutoCloseable {
    Biller connector(Caller caller) {
      return connectors.apply(caller);
    }

    @Override
    public void close() throws IOException {
      biller.close();
    }
  }

  /// Opens it with a book in `directory`.
  Open open(Path directory) throws IOException {
    return switch (this) {
      case DIGISWITCH -> digiswitch(directory);
      case IAK -> iak(directory);
      case MMBC -> mmbc(directory);
    };
  }

  private static Open digiswitch(Path directory) throws IOException {
    var account = new Account(USER, KEY);
    var settings = new SimulatedDigiswitch.Settings("one", account, directory, 0, PENDING_FOR);
    return new Open(
        SimulatedDigiswitch.open(settings, InstantSource.system(), new SplittableRandom(1)),
        caller -> new DigiswitchBiller(caller, account, Spelling.DIGISWITCH));
  }

  private static Open iak(Path directory) throws IOException {
    var account = new id.sakelar.wire.iak.Account(USER, KEY);
    var clients = List.of(new Client(account, Scheme.A));
    var settings = new SimulatedIak.Settings("one", clients, directory, 0, PENDING_FOR);
    return new Open(
        SimulatedIak.open(settings, InstantSource.system(), new SplittableRandom(1)),
        caller -> new IakBiller(caller, account, Format.JSON));
  }

  private static Open mmbc(Path directory) throws IOException {
    var login = new Login(USER, KEY);
    var settings = new SimulatedMmbc.Settings("one", login, directory, 0, PENDING_FOR);
    return new Open(
        SimulatedMmbc.open(settings, InstantSource.system(), new SplittableRandom(1)),
        caller -> new MmbcBiller(caller, login));
  }
}
