package id.sakelar.acceptance;

import static org.awaitility.Awaitility.await;

import id.sakelar.acceptance.ChaosPlan.Blow;
import id.sakelar.acceptance.ChaosTold.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run of one plan. For one thread.
final class ChaosRun {
  private static final Logger LOG = LoggerFactory.getLogger(ChaosRun.class);
  private static final InstantSource CLOCK = InstantSource.system();

  /// What a run's last payments may need after a kill, and what each hundred needs besides.
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final Duration PATIENCE_PER_HUNDRED = Duration.ofSeconds(30);

  /// Longer than an order belongs to its server, so that others take over what the stopped one
  /// holds the answer of.
  private static final Duration PAUSE = Duration.ofSeconds(7);

  private final ChaosPlan plan;
  private final Path directory;
  private final List<String> patches;
  private final boolean chained;
  private final ChaosEnd end = new ChaosEnd();
  private final List<Outage> outages = new ArrayList<>();
  private final List<ChaosSystem> systems = new ArrayList<>();
  private final List<Thread> pauses = new ArrayList<>();
  private final Map<String, Integer> counted = new TreeMap<>();

  /// @param directory of everything it leaves; emptied first
  /// @param patches folders of classes that stand before those of the servers
  /// @param chained whether everything is paid at a second switch, and by that at the billers
  ChaosRun(ChaosPlan plan, Path directory, List<String> patches, boolean chained) {
    this.plan = plan;
    this.chained = chained;
    this.directory = directory;
    this.patches = List.copyOf(patches);
  }

  /// What came of it.
  ///
  /// @param broken each broken law with whatever breaks it
  /// @param happened how often what had to happen has
  record Report(List<String> broken, Map<String, Integer> happened, Duration took) {}

  /// Has everything happen, and judges.
  Report go() throws Exception {
    clear();
    var began = CLOCK.instant();
    try {
      if (!chained) {
        return go(List.of(), began);
      }
      try (var second = open("second", Optional.empty())) {
        return go(List.of(second), began);
      }
    } finally {
      end.come();
    }
  }

  private ChaosSystem open(String name, Optional<ChaosSystem> second)
      throws IOException, SQLException {
    var folder = Files.createDirectories(directory.resolve(name));
    var opened = new ChaosSystem(folder, plan, patches, second, end);
    opened.awaitReady();
    return opened;
  }

  /// @param behind the second switch, if there is one
  private Report go(List<ChaosSystem> behind, Instant began) throws Exception {
    try (var first = open("first", behind.stream().findFirst())) {
      systems.add(first);
      systems.addAll(behind);
      var load = new ChaosLoad(plan, first.partners(), ChaosWishes.begin(first), end);
      boolean answered = run(load);
      var broken = new ArrayList<>(broken(first, load, behind));
      if (!answered) {
        broken.add("everybody_is_answered: not everybody was");
      }
      var happened = ChaosHappened.of(first, load, counted);
      return new Report(broken, happened, Duration.between(began, CLOCK.instant()));
    }
  }

  private List<String> broken(ChaosSystem first, ChaosLoad load, List<ChaosSystem> behind)
      throws Exception {
    var broken = new ArrayList<String>();
    for (ChaosSystem second : behind) {
      broken.addAll(ChaosJudgement.ofChain(first, second));
      broken.addAll(new ChaosJudgement(second, ChaosLoad.none(end), outages).broken());
    }
    broken.addAll(new ChaosJudgement(first, load, outages).broken());
    return broken;
  }

  /// Returns when everything is over.
  ///
  /// @return whether every client was answered
  private boolean run(ChaosLoad load) throws Exception {
    load.start(plan.clients());
    for (Blow blow : plan.blows()) {
      if (!load.awaitAnswered(blow.after(), patience())) {
        return stop(load, false);
      }
      strike(blow, systems.get(blow.which() % systems.size()));
    }
    return stop(load, load.awaitAnswered(plan.errands(), patience()));
  }

  private boolean stop(ChaosLoad load, boolean answered) throws InterruptedException {
    for (Thread pause : pauses) {
      pause.join();
    }
    systems.forEach(ChaosSystem::awaitReady);
    systems.forEach(ChaosRun::awaitEnds);
    end.come();
    load.join();
    return answered;
  }

  /// If one does not end, the laws tell which.
  private static void awaitEnds(ChaosSystem system) {
    try {
      await("the end of everything").atMost(PATIENCE).until(() -> open(system) == 0);
    } catch (ConditionTimeoutException e) {
      LOG.error("not everything has ended", e);
    }
  }

  /// Does not wait for what it hits, unless that is what all the others need.
  private void strike(Blow blow, ChaosSystem system) throws Exception {
    var server = system.servers().get(blow.which() / 2 % system.servers().size());
    switch (blow.victim()) {
      case SERVER -> {
        server.kill();
        count("payments found in SENDING right after a kill", sending(system));
        count("transfers found under way right after a kill", transferring(system));
      }
      case DATABASE -> bounce(system, List.of());
      case BOTH -> bounce(system, List.of(server));
      case PAUSED -> pause(server);
      case WIRE -> system.wireFaults().arm(blow.fault());
      case LINE -> {
        var lines = system.lines();
        lines.get(blow.which() / 2 % lines.size()).faults().arm(blow.fault());
      }
    }
    count("blows at " + blow.victim(), 1);
  }

  private void count(String what, int times) {
    counted.merge(what, times, Integer::sum);
  }

  private void pause(ChaosServer server) {
    server.pause();
    pauses.add(
        Thread.ofVirtual()
            .start(
                () -> {
                  end.within(PAUSE);
                  server.resume();
                }));
  }

  private void bounce(ChaosSystem system, List<ChaosServer> along) throws Exception {
    var from = CLOCK.instant();
    system.database().kill();
    for (ChaosServer server : along) {
      server.kill();
    }
    end.within(Duration.ofSeconds(1));
    system.database().start();
    system.awaitReady();
    outages.add(new Outage(from, CLOCK.instant()));
  }

  private static int open(ChaosSystem system) throws SQLException {
    try (var connection = system.database().connect()) {
      return ChaosFacts.open(connection) + ChaosMoves.open(connection);
    }
  }

  private static int sending(ChaosSystem system) throws SQLException {
    try (var connection = system.database().connect()) {
      return ChaosFacts.sending(connection);
    }
  }

  private static int transferring(ChaosSystem system) throws SQLException {
    try (var connection = system.database().connect()) {
      return ChaosMoves.open(connection);
    }
  }

  private Duration patience() {
    return PATIENCE.plus(PATIENCE_PER_HUNDRED.multipliedBy(plan.errands() / 100));
  }

  private void clear() throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(directory);
  }

  @Override
  public String toString() {
    return "chaos with " + plan;
  }
}
