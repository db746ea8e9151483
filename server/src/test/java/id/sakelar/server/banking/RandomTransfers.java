package id.sakelar.server.banking;

import static id.sakelar.server.banking.Town.BCA;
import static id.sakelar.server.banking.Town.BRI;
import static id.sakelar.server.banking.Town.at;
import static id.sakelar.server.banking.Town.ours;

import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.Orders.Composing;
import id.sakelar.server.banking.Orders.Told;
import id.sakelar.server.banking.PaperBank.Mood;
import id.sakelar.server.banking.Transfers.Looking;
import id.sakelar.server.banking.Transfers.Making;
import id.sakelar.server.banking.Transfers.TokenForm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/// Uses the bank as agents, callers of the switcher and other banks might in a very bad week. The
/// same seed gives the same week.
final class RandomTransfers {
  private static final List<Mood> MOODS = List.of(Mood.values());
  private static final Told SILENT = new Told(null, null);

  private final SplittableRandom chance;
  private final Town town;
  private final List<Teller> agents;
  private final List<String> savings;
  private final List<Transfer> booked = new ArrayList<>();
  private final Set<String> happened = new TreeSet<>();
  private boolean calm;

  RandomTransfers(long seed, Town town) {
    this.chance = new SplittableRandom(seed);
    this.town = town;
    this.agents = List.of(town.agent(Rupiah.of(9_000_000)), town.agent(Rupiah.of(9_000_000)));
    this.savings =
        List.of(
            town.savings(Rupiah.of(3_000_000)),
            town.savings(Town.MOST.minus(Rupiah.of(400_000))),
            town.savings("free", Rupiah.of(3_000_000)));
    for (int i = 0; i < 3; i++) {
      town.bri.open("111" + i, Rupiah.of(5_000_000));
      town.bca.open("333" + i, Rupiah.of(5_000_000));
    }
    town.bri.in(this::mood);
    town.bca.in(this::mood);
  }

  /// A third of the time a bank is as it should be.
  private synchronized Mood mood() {
    return calm || chance.nextInt(3) == 0 ? Mood.HONEST : MOODS.get(chance.nextInt(MOODS.size()));
  }

  /// What came of it so far, each in a few words: a week in which nothing happens proves nothing.
  Set<String> happened() {
    return happened;
  }

  void doSomething() {
    town.clock.tick(Duration.ofSeconds(chance.nextInt(1, 300)));
    switch (chance.nextInt(12)) {
      case 0 -> make(town.orders().deposit(agent(), reference(), saver(), amount(), ""));
      case 1 -> make(town.orders().withdrawal(agent(), reference(), saver(), amount(), ""));
      case 2 -> make(town.orders().intrabank(agent(), reference(), saver(), amount(), SILENT));
      case 3, 4 -> interbank();
      case 5, 6, 7, 8 -> switched();
      case 9 -> reverse();
      default -> resume();
    }
  }

  private Teller agent() {
    return agents.get(chance.nextInt(agents.size()));
  }

  private String saver() {
    return savings.get(chance.nextInt(savings.size()));
  }

  private String reference() {
    return "R-" + chance.nextInt(100_000);
  }

  private Rupiah amount() {
    return Rupiah.of(chance.nextInt(1, 400) * 1_000L);
  }

  /// Now and then one that is not there.
  private End end() {
    int number = chance.nextInt(30) == 0 ? 9 : chance.nextInt(3);
    return switch (chance.nextInt(4)) {
      case 0 -> ours(saver());
      case 1 -> ours(agent().account());
      case 2 -> at(BRI, "111" + number);
      default -> at(BCA, "333" + number);
    };
  }

  private void interbank() {
    var agent = agent();
    var to = at(chance.nextBoolean() ? BRI : BCA, chance.nextBoolean() ? "1111" : "3331");
    leave(agent.partner(), to, TokenForm.NUMBER, Rupiah.of(6_500))
        .forEach(
            leave -> make(town.orders().interbank(agent, reference(), leave, amount(), SILENT)));
  }

  private void switched() {
    leave("switcher:loket", end(), TokenForm.CODE, Rupiah.ZERO)
        .forEach(
            leave ->
                make(town.orders().switched(reference(), true, leave, end(), amount(), "test")));
  }

  private List<Transfers.Leave> leave(String owner, End to, TokenForm form, Rupiah fee) {
    return switch (town.transfers().leave(owner, to, form, fee, Duration.ofMinutes(15))) {
      case Looking.Unseen(Denial why) -> {
        happened.add("unseen " + why);
        yield List.of();
      }
      case Looking.Seen(_, _, _, String token) ->
          List.of(town.transfers().findLeave(owner, String.valueOf(token)).orElseThrow());
    };
  }

  private void reverse() {
    if (!booked.isEmpty()) {
      var original = booked.get(chance.nextInt(booked.size()));
      long journal = original.journal() == null ? 0 : original.journal();
      make(town.orders().reversal(reference(), original, journal));
    }
  }

  private void make(Composing composing) {
    switch (composing) {
      case Composing.Denied(Denial why) -> happened.add("denied " + why);
      case Composing.Composed(Order order) -> {
        switch (town.transfers().make(order, Duration.ZERO)) {
          case Making.Known(Transfer transfer) -> note(transfer);
          case Making.Refused(Denial why) -> happened.add("refused " + why);
          case Making.InDoubt _ -> happened.add("in doubt");
        }
      }
    }
  }

  private void note(Transfer transfer) {
    var operation = transfer.id().operation();
    happened.add(Route.of(transfer.order(), Town.BNI) + " " + transfer.state());
    happened.add(operation + " " + transfer.state());
    if (operation == Operation.SWITCHED && transfer.state() == TransferState.BOOKED) {
      booked.add(transfer);
    }
  }

  private void resume() {
    town.makeDue();
    for (Transfer due : town.transfers().takeDue(3, Duration.ZERO)) {
      note(town.transfers().resume(due));
    }
  }

  /// The storm is over: everybody says what they know, until nothing is open.
  ///
  /// @return how many transfers are still open then
  int calmDown() {
    calm = true;
    for (int i = 0; i < 200 && town.open() > 0; i++) {
      town.clock.tick(Duration.ofMinutes(10));
      makeRoom();
      town.makeDue();
      for (Transfer due : town.transfers().takeDue(1_000, Duration.ZERO)) {
        note(town.transfers().resume(due));
      }
    }
    return town.open();
  }

  /// So that savings can take back what is theirs.
  private void makeRoom() {
    town.clock.tick(Duration.ofDays(31));
    for (String number : savings) {
      make(town.orders().withdrawal(agents.getFirst(), null, number, Rupiah.of(1_000_000), ""));
    }
  }
}
