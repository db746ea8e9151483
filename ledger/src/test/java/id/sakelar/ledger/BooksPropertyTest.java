package id.sakelar.ledger;

import static id.sakelar.ledger.Town.BANK;
import static id.sakelar.ledger.Town.BILLER;
import static id.sakelar.ledger.Town.IN_FLIGHT;
import static id.sakelar.ledger.Town.JAR;
import static id.sakelar.ledger.Town.OTHER_SHOP;
import static id.sakelar.ledger.Town.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.ledger.Booking.Booked;
import id.sakelar.ledger.Booking.Refused;
import id.sakelar.ledger.Purse.Take;
import id.sakelar.money.Rupiah;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is asked of the books in whatever batches, they answer as the plainest reading of them
/// would, one unit after the other. A failure names its seed; add it to the list.
class BooksPropertyTest {
  private static final List<AccountId> ACCOUNTS =
      List.of(SHOP, OTHER_SHOP, JAR, IN_FLIGHT, BANK, BILLER, new AccountId("never-opened"));
  private static final List<String> ENDINGS = List.of("SETTLE", "RELEASE");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_260_101})
  void the_books_answer_as_their_plainest_reading_does(long seed) throws Exception {
    var random = new Random(seed);
    var plain = new PlainBooks();
    try (var database = Database.create()) {
      Town.settle(database);
      for (int round = 0; round < 25; round++) {
        var units = units(random);
        var expected = units.stream().map(plain::submit).toList();

        assertThat(Town.together(database, units)).as("round " + round).isEqualTo(expected);
      }
      for (AccountId account : ACCOUNTS.subList(0, 6)) {
        assertThat(Town.balance(database, account)).isEqualTo(new Rupiah(plain.of(account)));
      }
      Town.assertWhole(database);
    }
  }

  /// Up to forty units, of different subjects so that they share one batch.
  private static List<Unit<Take>> units(RandomGenerator random) {
    Map<String, Unit<Take>> units = new LinkedHashMap<>();
    int size = random.nextInt(1, 40);
    for (int i = 0; i < size; i++) {
      var subject = "p" + random.nextInt(600);
      units.put(subject, unit(random, subject));
    }
    return List.copyOf(units.values());
  }

  private static Unit<Take> unit(RandomGenerator random, String subject) {
    List<Posting> postings = new ArrayList<>();
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      int source = random.nextInt(random.nextInt(10) == 0 ? 7 : 6);
      int target = (source + random.nextInt(1, 6)) % 6;
      if (source != target) {
        var amount = new Rupiah(random.nextLong(1, 4_000));
        postings.add(new Posting(ACCOUNTS.get(source), ACCOUNTS.get(target), amount));
      }
    }
    // an ending that comes too late makes its batch go one by one, which is not to be the rule
    var kind = random.nextInt(50) == 0 ? ENDINGS.get(random.nextInt(2)) : "HOLD";
    return new Unit<>(subject, kind, postings, SHOP, Purse.NOTHING);
  }

  /// The books as one would keep them on paper.
  private static final class PlainBooks {
    private static final Set<AccountId> LIMITED = Set.of(SHOP, OTHER_SHOP, JAR);
    private final Map<AccountId, Long> held = new HashMap<>();
    private final Set<String> booked = new HashSet<>();

    long of(AccountId account) {
      return held.getOrDefault(account, 0L);
    }

    Booking submit(Unit<Take> unit) {
      boolean ending = !unit.kind().equals("HOLD");
      if (booked.contains(unit.subject() + unit.kind())) {
        return new Refused(Refusal.DUPLICATE, "posting_pkey");
      }
      Set<AccountId> touched = new LinkedHashSet<>();
      Map<AccountId, Long> before = Map.copyOf(held);
      for (Posting posting : unit.postings()) {
        touched.add(posting.source());
        touched.add(posting.target());
        held.merge(posting.source(), -posting.amount().sen(), Long::sum);
        held.merge(posting.target(), posting.amount().sen(), Long::sum);
      }
      Booking booking = judge(touched);
      boolean leavesTrace = booking instanceof Booked && !unit.postings().isEmpty();
      if (leavesTrace && ending && !booked.add(unit.subject() + "END")) {
        booking = new Refused(Refusal.DUPLICATE, "posting_ends_once");
      }
      if (booking instanceof Booked) {
        if (leavesTrace) {
          booked.add(unit.subject() + unit.kind());
        }
      } else {
        held.clear();
        held.putAll(before);
      }
      return booking;
    }

    private Booking judge(Set<AccountId> touched) {
      if (touched.contains(new AccountId("never-opened"))) {
        return new Refused(Refusal.UNKNOWN_ACCOUNT, "never-opened");
      }
      for (AccountId account : touched) {
        if (LIMITED.contains(account) && of(account) < 0) {
          return new Refused(Refusal.FLOOR, account.name());
        }
      }
      if (touched.contains(JAR) && of(JAR) > Town.JAR_CEILING.sen()) {
        return new Refused(Refusal.CEILING, "partner:jar");
      }
      Map<AccountId, Rupiah> after = new HashMap<>();
      LIMITED.stream()
          .filter(touched::contains)
          .forEach(account -> after.put(account, new Rupiah(of(account))));
      return new Booked(after);
    }
  }
}
