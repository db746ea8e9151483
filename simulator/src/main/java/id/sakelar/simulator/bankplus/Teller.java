package id.sakelar.simulator.bankplus;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.sakelar.simulator.bankplus.SimulatedBank.Settings;
import id.sakelar.wire.bankplus.SwitcherCheck;
import id.sakelar.wire.bankplus.SwitcherHolder;
import id.sakelar.wire.bankplus.SwitcherInquiry;
import id.sakelar.wire.bankplus.SwitcherReceipt;
import id.sakelar.wire.bankplus.SwitcherReceipt.Side;
import id.sakelar.wire.bankplus.SwitcherRefnum;
import id.sakelar.wire.bankplus.SwitcherReply;
import id.sakelar.wire.bankplus.SwitcherReversal;
import id.sakelar.wire.bankplus.SwitcherSentence;
import id.sakelar.wire.bankplus.SwitcherTransfer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Decides on accounts and moves. Safe for many threads.
final class Teller {
  private final Settings settings;
  private final Vault vault;
  private final Codes codes;
  private final InstantSource clock;
  private final AtomicLong madeUp = new AtomicLong();

  Teller(Settings settings, Vault vault, Codes codes, InstantSource clock) {
    this.settings = settings;
    this.vault = vault;
    this.codes = codes;
    this.clock = clock;
  }

  /// What is said, unless it is refused.
  @FunctionalInterface
  private interface Telling<A> {
    A tell() throws Refusal;
  }

  /// @param will whether the bank serves
  SwitcherReply<SwitcherHolder> inquire(SwitcherInquiry asked, Will will) {
    return reply(
        () -> {
          will.check();
          checkBank(asked.bank());
          return holder(asked, findAccount(asked.account(), SwitcherSentence.ACCOUNT_UNKNOWN));
        });
  }

  private SwitcherHolder holder(SwitcherInquiry asked, Account account) {
    var now = clock.instant();
    return new SwitcherHolder(
        now,
        refnum(asked.refnum()),
        asked.bank(),
        account.number(),
        account.name(),
        Optional.of(vault.balance(account.number())),
        account.active() ? SwitcherHolder.ACTIVE : SwitcherHolder.INACTIVE,
        codes.give(account.number(), now));
  }

  /// Moves money once for each refnum; a repetition is told what was moved.
  ///
  /// @param will whether the bank serves
  SwitcherReply<SwitcherReceipt> transfer(SwitcherTransfer asked, Will will) {
    return reply(
        () -> {
          String print =
              print(asked.paymentCode(), asked.sourceAccount(), asked.amount(), asked.remark());
          var refnum = refnum(asked.refnum());
          var move =
              vault.move(refnum, journal -> transferred(asked, refnum, print, journal, will));
          return receipt(same(move, print));
        });
  }

  private Move transferred(
      SwitcherTransfer asked, String refnum, String print, int journal, Will will) throws Refusal {
    will.check();
    var now = clock.instant();
    checkBank(asked.sourceBank());
    String target = codes.account(asked.paymentCode(), now);
    if (target.isEmpty()) {
      throw new Refusal(SwitcherSentence.NO_PAYMENT_CODE);
    }
    String source = findAccount(asked.sourceAccount(), SwitcherSentence.SOURCE_UNKNOWN).number();
    vault.check(source, target, asked.amount());
    codes.use(asked.paymentCode());
    return new Move(
        refnum,
        print,
        source,
        target,
        asked.amount(),
        asked.remark(),
        journal,
        now,
        Optional.empty());
  }

  /// Moves the money of a transfer back, once.
  ///
  /// @param will whether the bank serves
  SwitcherReply<SwitcherReceipt> reverse(SwitcherReversal asked, Will will) {
    return reply(
        () -> {
          String print = print(asked.refnumTarget(), asked.journal());
          var refnum = refnum(asked.refnum());
          var target = booked(asked.refnumTarget());
          var move =
              vault.move(refnum, journal -> reversed(asked, target, refnum, print, journal, will));
          return receipt(same(move, print));
        });
  }

  private Move reversed(
      SwitcherReversal asked, Move target, String refnum, String print, int journal, Will will)
      throws Refusal {
    will.check();
    boolean isIt = asked.journal().equals(Long.toString(target.journal()));
    if (target.reverses().isPresent() || !isIt) {
      throw new Refusal(SwitcherSentence.NOT_REVERSIBLE);
    }
    if (vault.findReversal(target.refnum()).isPresent()) {
      throw new Refusal(SwitcherSentence.ALREADY_REVERSED);
    }
    vault.check(target.target(), target.source(), target.amount());
    return new Move(
        refnum,
        print,
        target.target(),
        target.source(),
        target.amount(),
        "Reversal from %s to %s".formatted(target.target(), target.source()),
        journal,
        clock.instant(),
        Optional.of(target.refnum()));
  }

  SwitcherReply<SwitcherReceipt> check(SwitcherCheck asked) {
    return reply(
        () -> {
          var move = booked(asked.refnum());
          return receipt(move).withInfo(info(move));
        });
  }

  private String info(Move move) {
    if (move.reverses().isPresent()) {
      return SwitcherReceipt.REVERSAL_SUCCESS;
    }
    return vault
        .findReversal(move.refnum())
        .map(it -> SwitcherReceipt.reversedBy(it.refnum(), Integer.toString(it.journal())))
        .orElse(SwitcherReceipt.SUCCESS);
  }

  private static <A> SwitcherReply<A> reply(Telling<A> telling) {
    try {
      return SwitcherReply.answered(telling.tell());
    } catch (Refusal e) {
      return e.told();
    }
  }

  private Move booked(String refnum) throws Refusal {
    return vault.find(refnum).orElseThrow(() -> new Refusal(SwitcherSentence.NOT_FOUND));
  }

  private void checkBank(String bank) throws Refusal {
    if (!bank.equals(settings.bic()) && !bank.equals(settings.code())) {
      throw new Refusal(SwitcherSentence.BANK_UNKNOWN);
    }
  }

  private Account findAccount(String number, SwitcherSentence unknown) throws Refusal {
    return vault.findAccount(number).orElseThrow(() -> new Refusal(unknown, number));
  }

  private static Move same(Move move, String print) throws Refusal {
    if (!move.fingerprint().equals(print)) {
      throw new Refusal(SwitcherSentence.REFNUM_USED);
    }
    return move;
  }

  private SwitcherReceipt receipt(Move move) {
    return new SwitcherReceipt(
        move.at(),
        move.refnum(),
        side(move.source()),
        side(move.target()),
        move.amount(),
        move.remark(),
        Integer.toString(move.journal()),
        Optional.empty());
  }

  private Side side(String number) {
    String name = vault.findAccount(number).orElseThrow().name();
    return new Side(settings.bic(), number, name);
  }

  private String refnum(Optional<String> given) {
    return given.orElseGet(() -> SwitcherRefnum.of(clock.instant(), madeUp.incrementAndGet()));
  }

  /// A hash, because a payment code is a secret and the book is not.
  private static String print(Object... parts) {
    var text = new StringBuilder();
    for (Object part : parts) {
      text.append(part.toString().length()).append(':').append(part);
    }
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.toString().getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this machine has no SHA-256", e);
    }
  }
}
