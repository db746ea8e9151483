package id.sakelar.sandbox;

import id.sakelar.simulator.Herald;
import id.sakelar.simulator.SimulatedBiller;
import id.sakelar.simulator.digiswitch.SimulatedDigiswitch;
import id.sakelar.simulator.iak.Client;
import id.sakelar.simulator.iak.Scheme;
import id.sakelar.simulator.iak.SimulatedIak;
import id.sakelar.simulator.mmbc.SimulatedMmbc;
import id.sakelar.wire.digiswitch.Account;
import id.sakelar.wire.mmbc.Login;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// The simulated billers of the sandbox, and how the switch reaches them. Not for many threads.
final class Billers implements AutoCloseable {
  static final String DIGISWITCH = "digiswitch";
  static final String IAK = "iak";
  static final String MMBC = "mmbc";

  /// The same biller as [#IAK], with an account whose numbers are those of the newer scheme.
  static final String NEWER_IAK = "iak-newer";

  private static final String USERNAME = "sakelar";
  private static final String NEWER_USERNAME = "sakelar-newer";
  private static final String KEY = "sakelar-at-the-simulated-biller";

  private static final String SECRET = "the-simulated-biller-calls-back";

  private final Path directory;
  private final Herald herald = new Herald(new SplittableRandom(4));
  private final List<SimulatedBiller> all = new ArrayList<>();

  private Billers(Path directory) {
    this.directory = directory;
  }

  /// Opens them all, with books under `directory`.
  static Billers open(Path directory, Duration pendingFor) throws IOException {
    var billers = new Billers(directory);
    try {
      billers.openAll(own(directory.resolve("billers")), pendingFor);
      return billers;
    } catch (IOException | RuntimeException e) {
      billers.close();
      throw e;
    }
  }

  /// Their books hold numbers as they came.
  private static Path own(Path books) throws IOException {
    Files.createDirectories(books);
    return Files.setPosixFilePermissions(books, PosixFilePermissions.fromString("rwx------"));
  }

  private void openAll(Path books, Duration pendingFor) throws IOException {
    var clock = InstantSource.system();
    all.add(
        SimulatedDigiswitch.open(
            new SimulatedDigiswitch.Settings(
                DIGISWITCH, new Account(USERNAME, KEY), books, 0, pendingFor),
            clock,
            new SplittableRandom(1),
            herald,
            SECRET));
    var clients =
        List.of(
            new Client(new id.sakelar.wire.iak.Account(USERNAME, KEY), Scheme.A),
            new Client(new id.sakelar.wire.iak.Account(NEWER_USERNAME, KEY), Scheme.B));
    all.add(
        SimulatedIak.open(
            new SimulatedIak.Settings(IAK, clients, books, 0, pendingFor),
            clock,
            new SplittableRandom(2)));
    all.add(
        SimulatedMmbc.open(
            new SimulatedMmbc.Settings(MMBC, new Login(USERNAME, KEY), books, 0, pendingFor),
            clock,
            new SplittableRandom(3)));
  }

  /// Has them call the switch by themselves, once it is there.
  ///
  /// @param port of the partners' APIs
  void callAt(int port) {
    herald.callAt(
        URI.create("http://127.0.0.1:" + port + "/callbacks/" + DIGISWITCH),
        List.of(Herald.Manner.ONCE));
  }

  List<SimulatedBiller> all() {
    return List.copyOf(all);
  }

  /// The settings of the switch about its billers.
  Map<String, String> settings() throws IOException {
    var values = new TreeMap<String, String>();
    var key = secretFile("biller.key", KEY).toString();
    put(values, DIGISWITCH, DIGISWITCH, DIGISWITCH, USERNAME, key);
    values.put("sakelar.upstreams.digiswitch.takes-tests", "true");
    values.put(
        "sakelar.upstreams.digiswitch.callback-secret-file",
        secretFile("biller-callback.key", SECRET).toString());
    put(values, IAK, IAK, IAK, USERNAME, key);
    put(values, NEWER_IAK, IAK, IAK, NEWER_USERNAME, key);
    put(values, MMBC, MMBC, MMBC, USERNAME, key);
    return values;
  }

  private void put(
      Map<String, String> values,
      String name,
      String dialect,
      String biller,
      String username,
      String key) {
    var upstream = "sakelar.upstreams." + name + ".";
    values.put(upstream + "dialect", dialect);
    values.put(upstream + "url", "http://127.0.0.1:" + port(biller));
    values.put(upstream + "username", username);
    values.put(upstream + "key-file", key);
    values.put(upstream + "read-within", "10s");
    values.put(upstream + "lease", "12s");
    values.put(upstream + "pace", "0.02");
    values.put(upstream + "not-found-final", "true");
    values.put(upstream + "not-found-after", "30s");
    values.put(upstream + "not-found-apart", "1s");
  }

  private int port(String name) {
    return all.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow().port();
  }

  private Path secretFile(String name, String secret) throws IOException {
    var file = directory.resolve(name);
    if (!Files.exists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, secret);
    return file;
  }

  @Override
  public void close() throws IOException {
    for (SimulatedBiller biller : all) {
      biller.close();
    }
  }
}
