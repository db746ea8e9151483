package id.sakelar.simulation;

import static java.util.Objects.requireNonNull;

import id.sakelar.server.payment.Evidence.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// A simulated biller with a durable book of its own, which says what has really happened. For
/// whoever has the turn.
final class Desk {
  private static final long SECOND = 1_000_000;

  /// One order as the biller has booked it, in microseconds since the world began.
  private record Entry(String customer, Reply says, long arrived, long decided, long takenBack) {
    boolean isYes() {
      return says == Reply.YES;
    }
  }

  private final World world;
  private final int number;
  private final Habits habits;
  private final Map<String, List<Entry>> byReference = new HashMap<>();
  private final Map<String, List<Entry>> byCustomer = new HashMap<>();

  Desk(World world, int number, Habits habits) {
    this.world = world;
    this.number = number;
    this.habits = habits;
  }

  String name() {
    return "biller-" + number;
  }

  Habits habits() {
    return habits;
  }

  boolean isSilent() {
    return world.weather().isSilent(number, world.turns().now());
  }

  /// An order has arrived.
  Reply take(String reference, String customer) {
    var earlier = byReference.get(reference);
    if (earlier != null && habits.idempotent()) {
      return Reply.KNOWN;
    }
    var entry = book(customer);
    byReference.computeIfAbsent(reference, _ -> new ArrayList<>()).add(entry);
    byCustomer.computeIfAbsent(entry.customer(), _ -> new ArrayList<>()).add(entry);
    world.trace().note("BOOKED", name(), entry.customer());
    world.checks().bookedAt(this, entry.customer());
    if (habits.callsBack()) {
      callBack(reference, entry);
    }
    return stands(entry);
  }

  /// Tells by itself what it has decided, and what it took back: early, late, twice or never.
  private void callBack(String reference, Entry entry) {
    var chance = world.weather().chance(name() + " calls of " + entry.customer());
    callBack(reference, entry.decided(), chance);
    if (world.weather().strikes(Fault.CALLBACK_TWICE, chance)) {
      callBack(reference, entry.decided(), chance);
    }
    if (entry.takenBack() < Long.MAX_VALUE) {
      callBack(reference, entry.takenBack(), chance);
    }
  }

  private void callBack(String reference, long at, SplittableRandom chance) {
    long late = habits.lies() ? habits.lag().toMillis() * 1_000 : 0;
    long wait = at - world.turns().now() + late + Chances.skewed(chance, 1_000, 300 * SECOND);
    if (!world.weather().strikes(Fault.CALLBACK_LOST, chance)) {
      var host = world.host(chance);
      world.turns().start(null, "callback", wait, () -> tell(host, reference));
    }
  }

  private void tell(Host host, String reference) {
    if (!isSilent()) {
      var entry = requireNonNull(byReference.get(reference)).getFirst();
      var evidence = SimBiller.evidence(stands(entry));
      var _ = host.serve(() -> host.payments().hear(name(), reference, evidence, Source.CALLBACK));
    }
  }

  private Entry book(String customer) {
    var chance = world.weather().chance(name() + " books " + customer);
    long now = world.turns().now();
    boolean refuses = world.weather().strikes(Fault.REFUSAL, chance);
    var no = chance.nextBoolean() ? Reply.NO : Reply.NOT_HERE;
    long wait = takesLong(chance);
    refuses |= wait > 600 * SECOND && chance.nextBoolean();
    boolean takesBack = world.weather().strikes(Fault.REVERSAL, chance) && !refuses;
    long after = Chances.skewed(chance, SECOND, 86_400 * SECOND);
    long decided = now + wait;
    long takenBack = takesBack ? decided + after : Long.MAX_VALUE;
    return new Entry(customer, refuses ? no : Reply.YES, now, decided, takenBack);
  }

  private long takesLong(SplittableRandom chance) {
    boolean slow = world.weather().strikes(Fault.IN_PROCESS, chance);
    long days = chance.nextLong(172_800 * SECOND);
    long soon = Chances.skewed(chance, 1_000, 600 * SECOND);
    boolean tail = chance.nextInt(5) == 0;
    return slow ? (tail ? days : soon) : 0;
  }

  /// What its status answer says of a reference.
  Reply status(String reference) {
    var entries = byReference.get(reference);
    if (entries == null || habits.forgetful()) {
      return Reply.UNKNOWN;
    }
    var entry = entries.getFirst();
    long age = world.turns().now() - entry.arrived();
    if (age < habits.lag().toMillis() * 1_000) {
      return Reply.UNKNOWN;
    }
    if (habits.flips() && age < 300 * SECOND) {
      return age < 100 * SECOND ? Reply.WORKING : Reply.UNKNOWN;
    }
    return stands(entry);
  }

  private Reply stands(Entry entry) {
    long now = world.turns().now();
    if (now < entry.decided()) {
      return Reply.WORKING;
    }
    if (now >= entry.takenBack()) {
      return Reply.TAKEN_BACK;
    }
    return entry.says();
  }

  /// How often it has paid, or will pay, a customer's bill.
  long payments(String customer) {
    return byCustomer.getOrDefault(customer, List.of()).stream().filter(Entry::isYes).count();
  }

  /// Whether it took a payment of a customer's bill back.
  boolean tookBack(String customer) {
    return byCustomer.getOrDefault(customer, List.of()).stream()
        .anyMatch(entry -> entry.takenBack() <= world.turns().now());
  }
}
