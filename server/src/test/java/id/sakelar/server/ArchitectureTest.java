package id.sakelar.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Holds the server's classes to the table of rooms in ARCHITECTURE.md.
///
/// A rule may find nothing to judge; that it watches rooms that exist is what
/// [#every_room_has_a_line_and_every_line_a_room] is for.
class ArchitectureTest {
  private static final String WIRE = "id.sakelar.wire";
  private static final String LEDGER = "id.sakelar.ledger..";
  private static final List<String> SIDES = List.of("front", "upstream");
  private static final String[] SQL = {
    "java.sql..", "javax.sql..", "org.jdbi..", "com.zaxxer..", "org.flywaydb..", "org.postgresql.."
  };

  /// Clocks and chance that are taken from the machine; every `now` of `java.time` comes on top.
  private static final Set<String> AMBIENT =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.Thread.sleep",
          "java.lang.Math.random",
          "java.util.UUID.randomUUID",
          "java.util.Random.<init>",
          "java.util.SplittableRandom.<init>",
          "java.security.SecureRandom.<init>",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.random.RandomGenerator.getDefault",
          "java.util.random.RandomGenerator.of",
          "java.time.InstantSource.system");

  private static JavaClasses server;
  private static Rooms rooms;

  @BeforeAll
  static void read() throws IOException {
    server =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(Rooms.ROOT);
    rooms = Rooms.read();
  }

  @Test
  void every_room_has_a_line_and_every_line_a_room() {
    var found = new TreeSet<String>();
    for (JavaClass type : server) {
      if (!type.getSimpleName().equals("package-info")) {
        Rooms.findRoom(type).ifPresent(found::add);
      }
    }

    assertThat(found).containsExactlyInAnyOrderElementsOf(rooms.names()).isNotEmpty();
  }

  @Test
  void rooms_use_only_the_rooms_on_their_line() {
    judge(
        classes()
            .that(describe("are in a room", type -> Rooms.findRoom(type).isPresent()))
            .should(
                dependOnlyWhere(
                    "use only the rooms on their line in ARCHITECTURE.md",
                    Rooms::findRoom,
                    Rooms::findRoom,
                    (room, used) -> room.equals(used) || mayUse(room, used))));
  }

  private static boolean mayUse(String room, String used) {
    return rooms.lines().getOrDefault(room, List.of()).contains(used);
  }

  @Test
  void only_main_knows_everybody() {
    judge(
        noClasses()
            .that()
            .resideOutsideOfPackage(Rooms.ROOT)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName(Rooms.ROOT + ".Main"));
  }

  @Test
  void only_fronts_and_upstreams_know_a_dialect() {
    judge(
        noClasses()
            .that(resideOutside(rooms.packages("front", "upstream")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(WIRE + ".*.."));
  }

  @Test
  void only_the_edges_know_wire_and_http() {
    judge(
        noClasses()
            .that(resideOutside(rooms.packages("front", "upstream", "console")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(WIRE, "id.sakelar.http.."));
  }

  @Test
  void no_dialect_knows_another() {
    for (String side : SIDES) {
      judge(knowOnlyTheirOwnDialect(side, Rooms.ROOT + "." + side + "."));
    }
  }

  @Test
  void a_dialect_is_spoken_in_its_own_words_only() {
    for (String side : SIDES) {
      judge(knowOnlyTheirOwnDialect(side, WIRE + "."));
    }
  }

  private static ArchRule knowOnlyTheirOwnDialect(String side, String others) {
    String own = Rooms.ROOT + "." + side + ".";
    return classes()
        .that()
        .resideInAPackage(own + "*..")
        .should(
            dependOnlyWhere(
                "know no dialect of " + others + "* but their own",
                type -> Rooms.findWord(type, own),
                type -> Rooms.findWord(type, others),
                String::equals));
  }

  @Test
  void the_books_are_kept_by_payment_and_banking_and_by_stores() {
    judge(
        noClasses()
            .that(resideOutside(rooms.packages("payment", "banking")))
            .and(DescribedPredicate.not(stores()))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(LEDGER));
  }

  @Test
  void rooms_speak_sql_in_stores_only() {
    judge(
        noClasses()
            .that()
            .resideInAPackage(Rooms.ROOT + ".*..")
            .and(DescribedPredicate.not(stores()))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SQL));
  }

  @Test
  void outside_the_rooms_only_the_database_classes_speak_sql() {
    judge(
        noClasses()
            .that()
            .resideInAPackage(Rooms.ROOT)
            .and(DescribedPredicate.not(outermost(simpleNameStartingWith("Database"))))
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(SQL).and(DescribedPredicate.not(handlesToADatabase()))));
  }

  /// What Main hands from the database classes to the stores.
  private static DescribedPredicate<JavaClass> handlesToADatabase() {
    return describe(
        "are handles to a database",
        type ->
            Set.of("javax.sql.DataSource", "org.jdbi.v3.core.Jdbi").contains(type.getFullName()));
  }

  @Test
  void the_core_is_handed_its_clock_and_its_chance() {
    judge(
        noClasses()
            .that()
            .resideInAnyPackage(rooms.packages("payment", "banking", "catalog", "partner"))
            .and(DescribedPredicate.not(stores()))
            .should()
            .accessTargetWhere(
                describe(
                    "the machine's clock or chance is asked",
                    access -> isAmbient(access.getTarget()))));
  }

  private static boolean isAmbient(AccessTarget target) {
    String name = target.getOwner().getFullName() + "." + target.getName();
    return AMBIENT.contains(name)
        || name.startsWith("java.time.Clock.system")
        || (name.matches("java\\.time\\..*\\.now") && !takesClock(target));
  }

  private static boolean takesClock(AccessTarget target) {
    return target instanceof CodeUnitAccessTarget called
        && called.getRawParameterTypes().stream()
            .anyMatch(type -> type.isEquivalentTo(Clock.class));
  }

  @Test
  void nobody_uses_the_old_http_client() {
    judge(noClasses().should().dependOnClassesThat().areAssignableTo(HttpURLConnection.class));
  }

  @Test
  void production_has_no_simulator() {
    judge(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("id.sakelar.simulator..", "id.sakelar.sandbox.."));
    assertThat(ArchitectureTest.class.getResource("/id/sakelar/simulator")).isNull();
  }

  private static void judge(ArchRule rule) {
    rule.allowEmptyShould(true).check(server);
  }

  /// Classes outside of these packages and outside of the root, where Main wires everything.
  private static DescribedPredicate<JavaClass> resideOutside(String... packages) {
    return DescribedPredicate.not(resideInAnyPackage(packages).or(resideInAnyPackage(Rooms.ROOT)));
  }

  /// Classes named `…Store` in the rooms that have tables, and the classes inside them.
  private static DescribedPredicate<JavaClass> stores() {
    return resideInAnyPackage(
            rooms.packages(
                "payment", "banking", "partner", "catalog", "recovery", "review", "console"))
        .and(outermost(describe("are stores", type -> type.getSimpleName().endsWith("Store"))))
        .as("are stores");
  }

  private static DescribedPredicate<JavaClass> outermost(
      DescribedPredicate<? super JavaClass> predicate) {
    return describe(
        predicate.getDescription(),
        type -> {
          JavaClass outer = type;
          while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
          }
          return predicate.test(outer);
        });
  }

  /// Names both ends of a dependency (a room, a dialect); a target without a name does not count.
  private static ArchCondition<JavaClass> dependOnlyWhere(
      String description,
      Function<JavaClass, Optional<String>> originName,
      Function<JavaClass, Optional<String>> targetName,
      BiPredicate<String, String> allowed) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        var origin = originName.apply(type).orElseThrow();
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          targetName
              .apply(dependency.getTargetClass())
              .filter(target -> !allowed.test(origin, target))
              .map(target -> origin + " uses " + target + ": " + dependency.getDescription())
              .ifPresent(words -> events.add(SimpleConditionEvent.violated(type, words)));
        }
      }
    };
  }
}
