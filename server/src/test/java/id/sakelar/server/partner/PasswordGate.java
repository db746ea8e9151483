package id.sakelar.server.partner;

import static org.awaitility.Awaitility.await;

import id.sakelar.server.partner.Partner.Limits;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A partner with a password, servers that let it in, and a clock that stands still until it is
/// set.
///
/// Where a test is not about Argon2id, the verifier of a password is the password, so that a check
/// takes no time; checks are counted.
final class PasswordGate implements AutoCloseable {
  static final String DIALECT = "mmbc";
  static final String RIGHT = "dummy123";
  static final InetAddress OFFICE = InetAddress.ofLiteral("203.0.113.7");
  static final InetAddress ELSEWHERE = InetAddress.ofLiteral("198.51.100.1");

  final Database database;
  final PartnerStore store;
  final LockoutStore lockouts;
  final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T03:00:00Z"));
  final AtomicInteger checks = new AtomicInteger();

  PasswordGate() throws IOException, SQLException {
    this.database = Database.create();
    var file = Files.createTempDirectory("vault").resolve("key.json");
    Vault.create(file);
    this.store = new PartnerStore(database.jdbi(), Vault.open(file));
    this.lockouts = new LockoutStore(database.jdbi());
  }

  static Partner partner(boolean active, @Nullable Integer perMinute, List<Network> addresses) {
    var limits = new Limits(perMinute, null, null);
    return new Partner("warung-sri", "Warung Sri", active, addresses, limits, null);
  }

  /// Adds a partner with the right password, who may call from anywhere.
  Partner moveIn() {
    return moveIn(partner(true, null, List.of()));
  }

  Partner moveIn(Partner partner) {
    store.add(partner, DIALECT, "sri", new Secret(RIGHT));
    return partner;
  }

  /// A server that was started just now.
  Partners server() {
    return server((password, verifier) -> password.reveal().equals(verifier.reveal()));
  }

  Partners server(BiPredicate<Secret, Secret> opens) {
    BiPredicate<Secret, Secret> counted =
        (password, verifier) -> {
          checks.incrementAndGet();
          return opens.test(password, verifier);
        };
    return new Partners(
        store,
        lockouts,
        now::get,
        () -> ChronoUnit.NANOS.between(Instant.EPOCH, now.get()),
        new SecureRandom(),
        counted);
  }

  static Caller.ByPassword call(Partners server, InetAddress from, String password) {
    return server.identifyByPassword(DIALECT, "sri", from, new Secret(password));
  }

  /// So many wrong passwords, each another one.
  static List<Caller.ByPassword> guess(Partners server, InetAddress from, int times) {
    return IntStream.range(0, times).mapToObj(i -> call(server, from, "wrong" + i)).toList();
  }

  /// Calls that are under way, each in a thread of its own.
  record Calls(List<Thread> threads, List<FutureTask<Caller.ByPassword>> answers) {
    static Calls begin(List<String> passwords, Partners server, InetAddress from) {
      var answers =
          passwords.stream()
              .map(password -> new FutureTask<>(() -> call(server, from, password)))
              .toList();
      return new Calls(
          answers.stream().map(answer -> Thread.ofPlatform().start(answer)).toList(), answers);
    }

    /// Returns when all of them wait for something.
    Calls untilAllWait() {
      await().until(() -> threads.stream().allMatch(t -> t.getState() == Thread.State.WAITING));
      return this;
    }

    List<Caller.ByPassword> finish() throws ExecutionException, InterruptedException {
      var callers = new ArrayList<Caller.ByPassword>();
      for (var answer : answers) {
        callers.add(answer.get());
      }
      return callers;
    }
  }

  void pass(Duration time) {
    now.updateAndGet(moment -> moment.plus(time));
  }

  List<String> counts() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT username || ' ' || address || ' ' || failures
                        FROM lockout ORDER BY 1
                        """)
                    .mapTo(String.class)
                    .list());
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
