package id.sakelar.simulator.bankplus;

import id.sakelar.http.Body;
import id.sakelar.http.Budget;
import id.sakelar.http.Caller;
import id.sakelar.http.Heard;
import id.sakelar.money.Rupiah;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.Operation;
import id.sakelar.wire.bankplus.Switcher;
import id.sakelar.wire.bankplus.SwitcherCheck;
import id.sakelar.wire.bankplus.SwitcherHolder;
import id.sakelar.wire.bankplus.SwitcherInquiry;
import id.sakelar.wire.bankplus.SwitcherReceipt;
import id.sakelar.wire.bankplus.SwitcherReply;
import id.sakelar.wire.bankplus.SwitcherReply.Answered;
import id.sakelar.wire.bankplus.SwitcherReply.Pending;
import id.sakelar.wire.bankplus.SwitcherReply.Refused;
import id.sakelar.wire.bankplus.SwitcherReversal;
import id.sakelar.wire.bankplus.SwitcherSentence;
import id.sakelar.wire.bankplus.SwitcherTransfer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// A simulated bank, and one who asks it over HTTP as our connector does.
final class Counter implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-01-05T05:00:00Z");
  static final String BIC = "BRINIDJA";
  static final String API = "888801000003301";
  static final String ALOYSIUS = "888801000157508";
  static final String CLOSED = "888801000009999";
  static final String ESCROW = "888801000000001";
  static final Rupiah ALOYSIUS_HAS = Rupiah.of(25_000_000);

  final SimulatedBank bank;
  private final Caller caller;
  private volatile Instant now = NOON;

  private Counter(Path directory, Duration patience) throws IOException {
    InstantSource clock = () -> now;
    this.bank =
        SimulatedBank.open(
            settings(directory, 0), clock, new SplittableRandom(2847), new SecureRandom());
    this.caller =
        new Caller(
            URI.create("http://127.0.0.1:" + bank.port()),
            Budget.of(patience.dividedBy(2), patience));
  }

  static SimulatedBank.Settings settings(Path directory, int port) {
    List<Account> accounts = new ArrayList<>(PrintedAccounts.OF_BRI);
    accounts.add(new Account(CLOSED, "REKENING TUTUP", Rupiah.of(100_000), false));
    var escrow = Account.of(ESCROW, "SAKELAR ESCROW", Rupiah.ZERO);
    return new SimulatedBank.Settings("bri", "002", BIC, accounts, escrow, directory, port);
  }

  static Counter open(Path directory) throws IOException {
    return new Counter(directory, Duration.ofSeconds(30));
  }

  /// One whose caller loses patience.
  static Counter open(Path directory, Duration patience) throws IOException {
    return new Counter(directory, patience);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  SwitcherReply<SwitcherHolder> inquire(String account) throws IOException, Garbled {
    return ask(Switcher.INQUIRY, new SwitcherInquiry(Optional.empty(), BIC, account));
  }

  /// A payment code for an account.
  String code(String account) throws IOException, Garbled {
    return ok(inquire(account)).paymentCode();
  }

  static SwitcherTransfer transfer(String refnum, String code, String source, long amount) {
    return new SwitcherTransfer(
        Optional.of(refnum), code, BIC, source, Rupiah.of(amount), "Narration Test");
  }

  SwitcherReply<SwitcherReceipt> send(SwitcherTransfer asked) throws IOException, Garbled {
    return ask(Switcher.TRANSFER, asked);
  }

  /// From Aloysius to the other one, with a code of its own.
  SwitcherReceipt send(String refnum, long amount) throws IOException, Garbled {
    return ok(send(transfer(refnum, code(API), ALOYSIUS, amount)));
  }

  SwitcherReply<SwitcherReceipt> reverse(String refnum, String target, String journal)
      throws IOException, Garbled {
    return ask(Switcher.REVERSAL, new SwitcherReversal(Optional.of(refnum), target, journal));
  }

  SwitcherReply<SwitcherReceipt> check(String refnum) throws IOException, Garbled {
    return ask(Switcher.CHECK, new SwitcherCheck(refnum));
  }

  <Q, A> SwitcherReply<A> ask(Operation<Q, SwitcherReply<A>> operation, Q asked)
      throws IOException, Garbled {
    var heard = hear("POST", operation.path(), operation.question().write(asked));
    return operation.answer().read(message(heard));
  }

  Heard hear(String method, String path, Message message) throws IOException {
    var body = method.equals("GET") ? Body.NONE : Body.of(message.mediaType(), message.body());
    return caller.ask(method, path, Map.of(), body);
  }

  static Message message(Heard heard) {
    return new Message(heard.body().mediaType(), heard.body().bytes());
  }

  List<Move> moves() {
    return bank.listAfter(0, 1_000);
  }

  static <A> A ok(SwitcherReply<A> reply) {
    return switch (reply) {
      case Answered<A>(A answer) -> answer;
      case Pending<A> _, Refused<A> _ -> throw new AssertionError(reply);
    };
  }

  /// Why not, which has to be a sentence we know.
  static SwitcherSentence no(SwitcherReply<?> reply) {
    return switch (reply) {
      case Answered<?> _, Pending<?> _ -> throw new AssertionError(reply);
      case Refused<?>(var code, var message, _) -> SwitcherSentence.of(code, message).orElseThrow();
    };
  }

  @Override
  public void close() throws IOException {
    caller.close();
    bank.close();
  }
}
