package id.sakelar.ledger;

import id.sakelar.ledger.Booking.Booked;
import id.sakelar.ledger.Booking.Refused;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// Units that share one commit: locks, decides in arrival order and writes, all but the commit
/// itself. Used once, by one thread.
final class Batch<R> {
  private static final String ALREADY_BOOKED = "posting_pkey";

  private final UUID id;
  private final List<Unit<R>> units;
  private final List<Unit<R>> standing = new ArrayList<>();
  private final List<Accepted<R>> accepted = new ArrayList<>();

  Batch(UUID id, List<Unit<R>> units) {
    this.id = id;
    this.units = List.copyOf(units);
  }

  /// True if there is something to commit.
  boolean changesAnything() {
    return !accepted.isEmpty();
  }

  /// What becomes of each unit, in their order, if the transaction commits.
  List<Booking> write(Connection tx, Riders<R> riders, int stripe) throws SQLException {
    Guard<R> guard = riders.lock(tx, units.stream().map(Unit::rider).toList());
    Tally tally = new Tally(Journal.lock(tx, accounts(), stripe));
    Set<Journal.Key> booked = Journal.booked(tx, units.stream().map(Journal.Key::of).toList());
    guard.look(tx);
    List<Booking> bookings = new ArrayList<>();
    for (Unit<R> unit : units) {
      bookings.add(decide(unit, booked, guard, tally));
    }
    if (changesAnything()) {
      guard.write(tx, List.copyOf(accepted));
      Journal.book(tx, id, standing, tally.moved());
    }
    return bookings;
  }

  private Booking decide(Unit<R> unit, Set<Journal.Key> booked, Guard<R> guard, Tally tally) {
    if (booked.contains(Journal.Key.of(unit))) {
      return new Refused(Refusal.DUPLICATE, ALREADY_BOOKED);
    }
    Optional<Refused> unknown = tally.unknown(unit.postings());
    if (unknown.isPresent()) {
      return unknown.get();
    }
    Optional<String> word = guard.refusal(unit.rider());
    if (word.isPresent()) {
      return new Refused(Refusal.GUARD, word.get());
    }
    Booking booking = tally.book(unit.postings());
    if (booking instanceof Booked(var after)) {
      standing.add(unit);
      accepted.add(new Accepted<>(unit.rider(), after));
      guard.accept(unit.rider());
    }
    return booking;
  }

  private Set<AccountId> accounts() {
    Set<AccountId> accounts = new TreeSet<>();
    for (Unit<R> unit : units) {
      accounts.add(unit.shard());
      for (Posting posting : unit.postings()) {
        accounts.add(posting.source());
        accounts.add(posting.target());
      }
    }
    return accounts;
  }
}
