package id.sakelar.server.upstream.bankplus;

import id.sakelar.http.Caller;
import id.sakelar.server.banking.BankNetwork;
import id.sakelar.server.banking.BankNetwork.Found.Holder;
import id.sakelar.server.banking.BankNetwork.Found.None;
import id.sakelar.server.banking.BankNetwork.Heard.Ambiguous;
import id.sakelar.server.banking.BankNetwork.Heard.Booked;
import id.sakelar.server.banking.BankNetwork.Heard.InProcess;
import id.sakelar.server.banking.BankNetwork.Heard.NotSent;
import id.sakelar.server.banking.BankNetwork.Heard.Refused;
import id.sakelar.server.banking.Denial;
import id.sakelar.server.banking.Refnums;
import id.sakelar.server.upstream.bankplus.Hearing.Doubt;
import id.sakelar.server.upstream.bankplus.Hearing.Said;
import id.sakelar.server.upstream.bankplus.Hearing.Unsent;
import id.sakelar.server.upstream.bankplus.Leave.Given;
import id.sakelar.server.upstream.bankplus.Leave.Withheld;
import id.sakelar.wire.bankplus.Switcher;
import id.sakelar.wire.bankplus.SwitcherCheck;
import id.sakelar.wire.bankplus.SwitcherHolder;
import id.sakelar.wire.bankplus.SwitcherInquiry;
import id.sakelar.wire.bankplus.SwitcherReceipt;
import id.sakelar.wire.bankplus.SwitcherReply;
import id.sakelar.wire.bankplus.SwitcherReply.Answered;
import id.sakelar.wire.bankplus.SwitcherReply.Pending;
import id.sakelar.wire.bankplus.SwitcherTransfer;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/// Moves money at one bank whose host speaks the dialect of the Bank+ switcher. Safe for many
/// threads.
///
/// A move takes two questions: `/inquiry` for a payment code, and `/transfer`, which is sent at
/// most once. Only what is beyond doubt is a yes or a no: a whole answer with HTTP status 200 which
/// repeats reference, accounts and amount, or a refusal whose words leave nothing open.
public final class SwitcherBank implements BankNetwork {
  private static final String NOT_OURS = "not our order";
  private static final String OK = "00";
  private static final String WORKING = "68";
  private static final int NAME_MOST = 140;

  private final Line line;
  private final String bank;
  private final InstantSource clock;
  private final Refnums refnums;

  /// The line to one bank.
  ///
  /// @param caller reaches the bank's host and nobody else; stays open for as long as this is used
  /// @param bank the bank as its host calls it: a BIC, or three digits
  /// @param refnums names the inquiries
  public SwitcherBank(Caller caller, String bank, InstantSource clock, Refnums refnums) {
    this.line = new Line(caller);
    this.bank = bank;
    this.clock = clock;
    this.refnums = refnums;
  }

  @Override
  public Found inquire(String account) {
    return switch (ask(account)) {
      case Given(SwitcherHolder holder) ->
          new Holder(holder.name(), holder.balance().orElse(null), isActive(holder));
      case Withheld(_, Denial why) -> new None(why);
    };
  }

  @Override
  public Heard move(Move move) {
    if (!move.amount().isWhole()) {
      return new Refused("no sen", Denial.BANK_REFUSED);
    }
    return switch (ask(move.target())) {
      case Given(SwitcherHolder holder) when isActive(holder) -> send(move, holder.paymentCode());
      case Given _ -> new Refused("inquiry: inactive", Denial.INACTIVE_ACCOUNT);
      case Withheld(String code, Denial why) when why == Denial.BANK_UNREACHABLE ->
          new NotSent("inquiry: " + code);
      case Withheld(String code, Denial why) -> new Refused("inquiry: " + code, why);
    };
  }

  @Override
  public Heard check(Move move) {
    var hearing = line.ask(Switcher.CHECK, new SwitcherCheck(move.reference()));
    return hearing instanceof Unsent
        ? new Ambiguous("not sent")
        : heard(hearing, move, Meaning::ofCheck);
  }

  /// Asks whose account it is, for a payment code. What fails here has moved nothing.
  private Leave ask(String account) {
    var refnum = Optional.of(refnums.next(clock.instant()));
    var asked = new SwitcherInquiry(refnum, bank, account);
    return switch (line.ask(Switcher.INQUIRY, asked)) {
      case Unsent<SwitcherHolder> _ -> new Withheld("not sent", Denial.BANK_UNREACHABLE);
      case Doubt<SwitcherHolder>(String why) -> new Withheld(why, Denial.BANK_UNREACHABLE);
      case Said<SwitcherHolder>(var reply) -> leave(asked, reply);
    };
  }

  private static Leave leave(SwitcherInquiry asked, SwitcherReply<SwitcherHolder> reply) {
    return switch (reply) {
      case Answered<SwitcherHolder>(var holder) when isAbout(holder, asked) -> new Given(holder);
      case Answered<SwitcherHolder> _ -> new Withheld("not our account", Denial.BANK_UNREACHABLE);
      case Pending<SwitcherHolder> _ -> new Withheld(WORKING, Denial.BANK_UNREACHABLE);
      case SwitcherReply.Refused<SwitcherHolder> refused ->
          new Withheld("refused", Meaning.ofInquiry(refused));
    };
  }

  private static boolean isAbout(SwitcherHolder holder, SwitcherInquiry asked) {
    String name = holder.name();
    return holder.bank().equals(asked.bank())
        && holder.account().equals(asked.account())
        && !name.isBlank()
        && name.length() <= NAME_MOST
        && name.chars().noneMatch(Character::isISOControl);
  }

  private static boolean isActive(SwitcherHolder holder) {
    return holder.status().equals(SwitcherHolder.ACTIVE);
  }

  private Heard send(Move move, String code) {
    var order =
        new SwitcherTransfer(
            Optional.of(move.reference()), code, bank, move.source(), move.amount(), move.remark());
    var hearing = line.ask(Switcher.TRANSFER, order);
    return hearing instanceof Unsent
        ? new NotSent("not sent")
        : heard(hearing, move, Meaning::ofTransfer);
  }

  /// What a question that was not sent proves is for the caller: here, nothing.
  private static Heard heard(
      Hearing<SwitcherReceipt> hearing,
      Move move,
      Function<SwitcherReply.Refused<SwitcherReceipt>, Heard> refusal) {
    return switch (hearing) {
      case Unsent<SwitcherReceipt> _ -> new Ambiguous("not sent");
      case Doubt<SwitcherReceipt>(String why) -> new Ambiguous(why);
      case Said<SwitcherReceipt>(var reply) ->
          switch (reply) {
            case Answered<SwitcherReceipt>(var receipt) -> booked(receipt, move);
            case Pending<SwitcherReceipt>(var refnum) ->
                refnum.orElse(move.reference()).equals(move.reference())
                    ? new InProcess(WORKING)
                    : new Ambiguous(NOT_OURS);
            case SwitcherReply.Refused<SwitcherReceipt> refused ->
                isAbout(refused, move) ? refusal.apply(refused) : new Ambiguous(NOT_OURS);
          };
    };
  }

  /// A yes that was taken back is no yes, and no no either.
  private static Heard booked(SwitcherReceipt receipt, Move move) {
    if (!isAbout(receipt, move)) {
      return new Ambiguous(NOT_OURS);
    }
    return receipt.info().orElse(SwitcherReceipt.SUCCESS).equals(SwitcherReceipt.SUCCESS)
        ? new Booked(OK)
        : new Ambiguous("00, another info");
  }

  /// A bank may call itself by another name than we do, but it is one bank.
  private static boolean isAbout(SwitcherReceipt receipt, Move move) {
    return receipt.refnum().equals(move.reference())
        && receipt.source().bank().equals(receipt.beneficiary().bank())
        && receipt.source().account().equals(move.source())
        && receipt.beneficiary().account().equals(move.target())
        && receipt.amount().equals(move.amount());
  }

  /// Whether a refusal names no account, or one of ours.
  private static boolean isAbout(SwitcherReply.Refused<?> refused, Move move) {
    return refused
        .account()
        .map(it -> it.equals(move.source()) || it.equals(move.target()))
        .orElse(true);
  }
}
