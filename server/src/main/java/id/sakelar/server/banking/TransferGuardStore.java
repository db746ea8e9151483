package id.sakelar.server.banking;

import id.sakelar.ledger.Accepted;
import id.sakelar.ledger.Guard;
import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.TransferChange.Move;
import id.sakelar.server.banking.TransferChange.Open;
import id.sakelar.server.banking.TransferLooksStore.OwnAccount;
import id.sakelar.server.banking.TransferLooksStore.Period;
import id.sakelar.server.banking.TransferLooksStore.Wish;
import id.sakelar.server.banking.TransferRowsStore.Locked;
import id.sakelar.server.banking.TransferStep.Movement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Judges the transfers of one batch: what is known is read once, and what is accepted counts for
/// those that come after it. For one transaction and its thread.
final class TransferGuardStore implements Guard<TransferChange> {
  static final String EXISTS = "exists";
  static final String REPEATED = "repeated";
  static final String MOVED_ON = "moved on";

  private final OurBank bank;
  private final List<TransferChange> changes;
  private final List<Open> opens;
  private final Locked locked;
  private final TransferWritesStore writes;
  private final Set<TransferId> taken = new HashSet<>();
  private final Set<Wish> wished = new HashSet<>();
  private final Set<TransferId> reversed = new HashSet<>();
  private final Set<String> usedLeaves = new HashSet<>();
  private final Map<String, OwnAccount> accounts = new HashMap<>();
  private final Map<Period, Rupiah> spent = new HashMap<>();
  private final Map<Period, Rupiah> paidOut = new HashMap<>();

  TransferGuardStore(
      OurBank bank, List<TransferChange> changes, Locked locked, TransferWritesStore writes) {
    this.bank = bank;
    this.changes = List.copyOf(changes);
    this.opens = changes.stream().filter(Open.class::isInstance).map(Open.class::cast).toList();
    this.locked = locked;
    this.writes = writes;
  }

  @Override
  public void look(Connection tx) throws SQLException {
    taken.addAll(TransferLooksStore.taken(tx, opens));
    var unreferenced = opens.stream().filter(open -> !open.after().order().referenced()).toList();
    wished.addAll(TransferLooksStore.wished(tx, unreferenced));
    var originals =
        opens.stream()
            .map(open -> open.after().order().reverses())
            .flatMap(Stream::ofNullable)
            .toList();
    reversed.addAll(TransferLooksStore.reversed(tx, originals));
    accounts.putAll(TransferLooksStore.accounts(tx, numbers()));
    var limited = opens.stream().filter(open -> open.after().order().agentDayLimit() != null);
    var days = limited.map(open -> Period.dayOf(open.after())).distinct().toList();
    spent.putAll(TransferLooksStore.spent(tx, days));
    var paying = opens.stream().filter(open -> open.ends().source() != null);
    var months = paying.map(open -> Period.monthOf(open.after())).distinct().toList();
    paidOut.putAll(TransferLooksStore.paidOut(tx, months));
  }

  /// Of the accounts that have to be there and active.
  private Set<String> numbers() {
    var numbers = new HashSet<String>();
    for (TransferChange change : changes) {
      if (change instanceof Open && change.ends().source() != null) {
        numbers.add(change.after().order().source().account());
      }
      if (givesToOurs(change)) {
        numbers.add(change.after().order().target().account());
      }
    }
    return numbers;
  }

  /// Whether an account of ours has to be able to take money for this. One that is only being
  /// opened is not there yet.
  private static boolean givesToOurs(TransferChange change) {
    return change.ends().target() != null
        && change.after().id().operation() != Operation.OPENING
        && (change instanceof Open || change.movement() == Movement.SETTLE);
  }

  @Override
  public Optional<String> refusal(TransferChange change) {
    return switch (change) {
      case Open open -> refusal(open);
      case Move move -> refusal(move);
    };
  }

  private Optional<String> refusal(Move move) {
    var stands = locked.transfers().get(move.after().id());
    if (stands == null || stands.version() != move.step().before().version()) {
      return Optional.of(MOVED_ON);
    }
    return Optional.ofNullable(targetDenial(move)).map(Denial::name);
  }

  private Optional<String> refusal(Open open) {
    if (taken.contains(open.after().id())) {
      return Optional.of(EXISTS);
    }
    if (!open.after().order().referenced() && wished.contains(Wish.of(open))) {
      return Optional.of(REPEATED);
    }
    return Stream.of(
            Optional.ofNullable(sourceDenial(open)),
            Optional.ofNullable(targetDenial(open)),
            Optional.ofNullable(leaveDenial(open)),
            Optional.ofNullable(reversalDenial(open)),
            Optional.ofNullable(dayDenial(open)),
            Optional.ofNullable(monthDenial(open)))
        .flatMap(Optional::stream)
        .findFirst()
        .map(Denial::name);
  }

  private @Nullable Denial sourceDenial(Open open) {
    return open.ends().source() == null ? null : accountDenial(open.after().order().source());
  }

  private @Nullable Denial targetDenial(TransferChange change) {
    return givesToOurs(change) ? accountDenial(change.after().order().target()) : null;
  }

  private @Nullable Denial accountDenial(End end) {
    var account = accounts.get(end.account());
    if (account == null) {
      return Denial.UNKNOWN_ACCOUNT;
    }
    return account.active() ? null : Denial.INACTIVE_ACCOUNT;
  }

  private @Nullable Denial leaveDenial(Open open) {
    var order = open.after().order();
    if (order.leave() == null) {
      return null;
    }
    var leave = locked.leaves().get(order.leave());
    boolean good =
        leave != null
            && leave.owner().equals(order.id().owner())
            && leave.end().equals(order.target())
            && !leave.used()
            && !usedLeaves.contains(order.leave())
            && open.after().openedAt().isBefore(leave.expiresAt());
    return good ? null : Denial.NO_LEAVE;
  }

  private @Nullable Denial reversalDenial(Open open) {
    var original = open.after().order().reverses();
    if (original == null) {
      return null;
    }
    var stands = locked.transfers().get(original);
    if (stands == null || !original.owner().equals(open.after().id().owner())) {
      return Denial.NOT_FOUND;
    }
    if (reversed.contains(original)) {
      return Denial.ALREADY_REVERSED;
    }
    return stands.state() == TransferState.BOOKED ? null : Denial.NOT_REVERSIBLE;
  }

  private @Nullable Denial dayDenial(Open open) {
    var most = open.after().order().agentDayLimit();
    return exceeds(spent, Period.dayOf(open.after()), open, most) ? Denial.AGENT_LIMIT : null;
  }

  private @Nullable Denial monthDenial(Open open) {
    if (!countsForMonth(open)) {
      return null;
    }
    var product = product(open);
    if (product == null) {
      return Denial.INACTIVE_ACCOUNT;
    }
    var month = Period.monthOf(open.after());
    return exceeds(paidOut, month, open, product.monthlyDebits()) ? Denial.MONTH_LIMIT : null;
  }

  private static boolean exceeds(
      Map<Period, Rupiah> sums, Period period, Open open, @Nullable Rupiah most) {
    var before = sums.getOrDefault(period, Rupiah.ZERO);
    return most != null && before.plus(open.after().taken()).compareTo(most) > 0;
  }

  /// A reversal takes from savings what should not have come; nobody has paid with it.
  private static boolean countsForMonth(Open open) {
    var source = open.ends().source();
    return source != null
        && AccountStore.isSavings(source)
        && open.after().id().operation() != Operation.REVERSAL;
  }

  /// Null where it is not offered any more: nobody knows its limits.
  private OurBank.@Nullable Product product(Open open) {
    var account = accounts.get(open.after().order().source().account());
    return account == null || account.product() == null
        ? null
        : bank.products().get(account.product());
  }

  @Override
  public void accept(TransferChange change) {
    if (change instanceof Open open) {
      var order = open.after().order();
      taken.add(order.id());
      if (!order.referenced()) {
        wished.add(Wish.of(open));
      }
      Stream.ofNullable(order.reverses()).forEach(reversed::add);
      Stream.ofNullable(order.leave()).forEach(usedLeaves::add);
      spent.merge(Period.dayOf(open.after()), open.after().taken(), Rupiah::plus);
      if (countsForMonth(open)) {
        paidOut.merge(Period.monthOf(open.after()), open.after().taken(), Rupiah::plus);
      }
    }
  }

  @Override
  public void write(Connection tx, List<Accepted<TransferChange>> accepted) throws SQLException {
    writes.write(tx, accepted.stream().map(Accepted::rider).toList());
  }
}
