package id.sakelar.server.banking;

import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.Order.Facts;
import id.sakelar.server.banking.Transfers.Leave;
import id.sakelar.server.banking.Transfers.Looking;
import id.sakelar.server.partner.Pseudonyms;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Settles everything about a transfer that is wanted: who the ends are, what it costs, what makes
/// it the same wish again. Moves nothing. Thread-safe when its source of chance is; calls may ask
/// other banks, and block.
///
/// Amounts are more than zero, except for a first deposit; who calls sees to that. What stands
/// under a caller's reference already is not looked up again: its order is composed as it was.
public final class Orders {
  private static final int REFERENCE_BYTES = 16;

  private final Transfers transfers;
  private final AccountStore accounts;
  private final OurBank bank;
  private final Pseudonyms pseudonyms;
  private final RandomGenerator chance;

  /// Orders for our bank.
  ///
  /// @param pseudonyms hash what is wanted
  /// @param chance makes references for callers who give none
  public Orders(
      Transfers transfers,
      AccountStore accounts,
      OurBank bank,
      Pseudonyms pseudonyms,
      RandomGenerator chance) {
    this.transfers = transfers;
    this.accounts = accounts;
    this.bank = bank;
    this.pseudonyms = pseudonyms;
    this.chance = chance;
  }

  /// A new customer's account with its first deposit from the agent's float. The same customer's
  /// wish again is the same one, whatever the number of the account.
  ///
  /// @param reference the caller's own, of 1 to 64 of `A-Za-z0-9._:-`; null where there is none
  /// @param deposit may be zero
  public Composing opening(
      Teller agent, @Nullable String reference, NewAccount account, Rupiah deposit) {
    var wish = wish(agent, Operation.OPENING, reference);
    var order =
        new Order(
            wish.id(),
            print(wish, account.product(), account.customer(), sen(deposit)),
            wish.referenced(),
            ours(agent.account()),
            ours(account.number()),
            deposit,
            Rupiah.ZERO,
            new Facts(agent.name(), account.holder().name(), ""),
            null,
            null,
            account,
            agent.limits().perDay());
    return unlessTooMuch(agent, wish, order);
  }

  /// Cash in, to savings of our bank.
  ///
  /// @param reference as in [#opening]
  /// @param remark may be empty
  public Composing deposit(
      Teller agent, @Nullable String reference, String account, Rupiah amount, String remark) {
    var wish = wish(agent, Operation.DEPOSIT, reference);
    return switch (findSavings(wish, account)) {
      case Finding.Missing(Denial why) -> new Composing.Denied(why);
      case Finding.Present(Named target) -> {
        var deal = new Deal(own(agent), target, amount, Rupiah.ZERO, remark, null);
        yield ofAgent(agent, wish, deal);
      }
    };
  }

  /// Cash out, from savings of our bank. The customer's PIN is the caller's matter.
  ///
  /// @param reference as in [#opening]
  /// @param remark may be empty
  public Composing withdrawal(
      Teller agent, @Nullable String reference, String account, Rupiah amount, String remark) {
    var wish = wish(agent, Operation.WITHDRAWAL, reference);
    return switch (findSavings(wish, account)) {
      case Finding.Missing(Denial why) -> new Composing.Denied(why);
      case Finding.Present(Named source) -> {
        var fee = wish.fee(bank.fees().withdrawal());
        yield ofAgent(agent, wish, new Deal(source, own(agent), amount, fee, remark, null));
      }
    };
  }

  /// From the float to any account of our bank, the agent's own included.
  ///
  /// @param reference as in [#opening]
  public Composing intrabank(
      Teller agent, @Nullable String reference, String account, Rupiah amount, Told told) {
    var wish = wish(agent, Operation.INTRABANK, reference);
    return switch (find(wish, ours(account))) {
      case Finding.Missing(Denial why) -> new Composing.Denied(why);
      case Finding.Present(Named target) -> {
        var fee = wish.fee(bank.fees().intrabank());
        yield told.isAbout(target.name(), fee)
            ? ofAgent(agent, wish, new Deal(own(agent), target, amount, fee, "", null))
            : new Composing.Denied(Denial.TERMS);
      }
    };
  }

  /// From the float to the account of another bank that the leave names, at the fee of the leave.
  ///
  /// @param reference as in [#opening]
  /// @param leave of this agent, used or not: a repetition has used it
  public Composing interbank(
      Teller agent, @Nullable String reference, Leave leave, Rupiah amount, Told told) {
    if (!told.isAbout(leave.name(), leave.fee())) {
      return new Composing.Denied(Denial.TERMS);
    }
    var wish = wish(agent, Operation.INTERBANK, reference);
    var target = new Named(leave.end(), leave.name());
    return ofAgent(
        agent, wish, new Deal(own(agent), target, amount, leave.fee(), "", leave.token()));
  }

  /// From any account to the one that the leave names, by order of a caller of the switcher.
  ///
  /// @param refnum the caller's own, or one made by [Refnums]
  /// @param referenced whether it is the caller's own
  /// @param leave of this owner, used or not
  /// @param remark may be empty
  public Composing switched(
      String refnum, boolean referenced, Leave leave, End source, Rupiah amount, String remark) {
    var wish = wish(new TransferId(leave.owner(), Operation.SWITCHED, refnum), referenced);
    var target = new Named(leave.end(), leave.name());
    return switch (find(wish, source)) {
      case Finding.Missing(Denial why) -> new Composing.Denied(why);
      case Finding.Present(Named from) -> {
        var deal = new Deal(from, target, amount, leave.fee(), remark, leave.token());
        yield new Composing.Composed(order(wish, deal, null));
      }
    };
  }

  /// A booked transfer of the switcher the other way round. Without fear of repetitions: a transfer
  /// is reversed once, whatever the reference.
  ///
  /// @param refnum the caller's own, or one made by [Refnums]
  /// @param original of this owner
  /// @param journal that the caller names
  public Composing reversal(String refnum, Transfer original, long journal) {
    var booked = original.journal();
    if (original.id().operation() != Operation.SWITCHED || booked == null || booked != journal) {
      return new Composing.Denied(Denial.NOT_REVERSIBLE);
    }
    var wish = new Wish(reversalOf(original, refnum), true, null);
    var order = original.order();
    return new Composing.Composed(
        new Order(
            wish.id(),
            print(wish, original.id().reference(), String.valueOf(journal)),
            true,
            order.target(),
            order.source(),
            order.amount(),
            Rupiah.ZERO,
            order.facts().reversed(order.target(), order.source()),
            null,
            original.id(),
            null,
            null));
  }

  private static TransferId reversalOf(Transfer original, String refnum) {
    return new TransferId(original.id().owner(), Operation.REVERSAL, refnum);
  }

  private Composing ofAgent(Teller agent, Wish wish, Deal deal) {
    return unlessTooMuch(agent, wish, order(wish, deal, agent.limits().perDay()));
  }

  private static Composing unlessTooMuch(Teller agent, Wish wish, Order order) {
    var most = agent.limits().perPayment();
    boolean tooMuch = most != null && order.amount().plus(order.fee()).compareTo(most) > 0;
    return tooMuch && wish.known() == null
        ? new Composing.Denied(Denial.AGENT_LIMIT)
        : new Composing.Composed(order);
  }

  private Order order(Wish wish, Deal deal, @Nullable Rupiah dayLimit) {
    return new Order(
        wish.id(),
        print(wish, deal),
        wish.referenced(),
        deal.source().end(),
        deal.target().end(),
        deal.amount(),
        deal.fee(),
        new Facts(deal.source().name(), deal.target().name(), deal.remark()),
        deal.leave(),
        null,
        null,
        dayLimit);
  }

  private Finding findSavings(Wish wish, String account) {
    return accounts.find(account).filter(BankAccount::isSavings).isPresent()
        ? find(wish, ours(account))
        : new Finding.Missing(Denial.UNKNOWN_ACCOUNT);
  }

  private Finding find(Wish wish, End end) {
    if (wish.known() != null) {
      return new Finding.Present(new Named(end, name(wish.known(), end)));
    }
    return switch (transfers.look(end)) {
      case Looking.Seen(var holder, _, boolean active, _) when active ->
          new Finding.Present(new Named(end, holder.name()));
      case Looking.Seen _ -> new Finding.Missing(Denial.INACTIVE_ACCOUNT);
      case Looking.Unseen(Denial why) -> new Finding.Missing(why);
    };
  }

  private static String name(Transfer known, End end) {
    var facts = known.order().facts();
    return end.equals(known.order().source()) ? facts.sourceName() : facts.targetName();
  }

  private End ours(String account) {
    return new End(bank.code(), account);
  }

  private Named own(Teller agent) {
    return new Named(ours(agent.account()), agent.name());
  }

  /// A wish without a reference gets one that nobody has.
  private Wish wish(Teller agent, Operation operation, @Nullable String reference) {
    if (reference != null) {
      return wish(new TransferId(agent.partner(), operation, reference), true);
    }
    var random = new byte[REFERENCE_BYTES];
    chance.nextBytes(random);
    var made = HexFormat.of().formatHex(random);
    return new Wish(new TransferId(agent.partner(), operation, made), false, null);
  }

  private Wish wish(TransferId id, boolean referenced) {
    return new Wish(id, referenced, transfers.find(id).orElse(null));
  }

  private String print(Wish wish, Deal deal) {
    return print(
        wish,
        deal.source().end().bank(),
        deal.source().end().account(),
        deal.target().end().bank(),
        deal.target().end().account(),
        sen(deal.amount()),
        deal.leave() == null ? "" : deal.leave(),
        deal.remark());
  }

  private String print(Wish wish, String... words) {
    var operation = wish.id().operation().name();
    return pseudonyms.of("transfer", operation, pseudonyms.of(words));
  }

  private static String sen(Rupiah amount) {
    return String.valueOf(amount.sen());
  }

  /// @param known what stands under the id already; null where nothing does
  private record Wish(TransferId id, boolean referenced, @Nullable Transfer known) {
    Rupiah fee(Rupiah today) {
      return known == null ? today : known.order().fee();
    }
  }

  private record Named(End end, String name) {}

  private record Deal(
      Named source,
      Named target,
      Rupiah amount,
      Rupiah fee,
      String remark,
      @Nullable String leave) {}

  private sealed interface Finding {
    record Present(Named account) implements Finding {}

    record Missing(Denial why) implements Finding {}
  }

  /// What the caller was told by an inquiry and expects; null where it does not say.
  public record Told(@Nullable Rupiah fee, @Nullable String name) {
    boolean isAbout(String holder, Rupiah cost) {
      return (fee == null || fee.equals(cost)) && (name == null || name.equalsIgnoreCase(holder));
    }

    /// Leaves the name out.
    @Override
    public String toString() {
      return "Told[" + fee + "]";
    }
  }

  /// What came of composing an order.
  public sealed interface Composing {
    /// It may be made on these terms.
    record Composed(Order order) implements Composing {}

    /// There is no such transfer to make.
    record Denied(Denial why) implements Composing {}
  }
}
