package id.sakelar.server.banking;

import id.sakelar.ledger.AccountId;
import id.sakelar.ledger.Posting;
import id.sakelar.ledger.Unit;
import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.TransferStep.Movement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a unit of the books changes about a transfer in the same commit. Public for the books,
/// which carry it; only the stores of transfers look inside. Immutable.
public sealed interface TransferChange {
  /// The transfer afterwards.
  Transfer after();

  Ends ends();

  Movement movement();

  /// A transfer is opened, and perhaps booked at once.
  record Open(Transfer after, Ends ends, Movement movement, @Nullable Duration wake)
      implements TransferChange {}

  /// A transfer moves, or something about it is noted.
  record Move(TransferStep step, Ends ends) implements TransferChange {
    @Override
    public Transfer after() {
      return step.after();
    }

    @Override
    public Movement movement() {
      return step.movement();
    }
  }

  /// The unit that books this change.
  default Unit<TransferChange> unit() {
    var kind = movement() == Movement.NONE ? "NOTE" : movement().name();
    return new Unit<>(after().id().subject(), kind, postings(), shard(), this);
  }

  private AccountId shard() {
    var source = ends().source();
    return source != null ? source : targetOrBank();
  }

  private List<Posting> postings() {
    var order = after().order();
    var postings = new ArrayList<Posting>();
    switch (movement()) {
      case NONE -> {}
      case HOLD -> post(postings, sourceOrBank(), BankHouseAccounts.ESCROW, after().total());
      case TAKE -> post(postings, sourceOrBank(), BankHouseAccounts.ESCROW, order.amount());
      case SETTLE -> settle(postings);
      case RELEASE -> post(postings, BankHouseAccounts.ESCROW, sourceOrBank(), held());
    }
    return postings;
  }

  /// Straight from end to end where the money is not in escrow: where both ends are ours, or where
  /// the source's bank has just said yes and the target is ours.
  private void settle(List<Posting> postings) {
    var order = after().order();
    boolean direct = ends().target() != null;
    if (ends().source() == null && !direct && isWithinOneBank()) {
      return;
    }
    var from = direct ? sourceOrBank() : BankHouseAccounts.ESCROW;
    post(postings, from, targetOrBank(), order.amount());
    post(postings, from, BankHouseAccounts.FEE_INCOME, order.fee());
  }

  private boolean isWithinOneBank() {
    var order = after().order();
    return order.source().bank().equals(order.target().bank());
  }

  private Rupiah held() {
    return ends().source() == null ? after().order().amount() : after().total();
  }

  private AccountId sourceOrBank() {
    var source = ends().source();
    return source != null ? source : BankHouseAccounts.at(after().order().source().bank());
  }

  private AccountId targetOrBank() {
    var target = ends().target();
    return target != null ? target : BankHouseAccounts.at(after().order().target().bank());
  }

  private static void post(List<Posting> postings, AccountId from, AccountId to, Rupiah amount) {
    if (amount.isPositive() && !from.equals(to)) {
      postings.add(new Posting(from, to, amount));
    }
  }
}
