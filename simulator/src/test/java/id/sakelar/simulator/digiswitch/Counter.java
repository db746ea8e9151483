package id.sakelar.simulator.digiswitch;

import id.sakelar.http.Body;
import id.sakelar.http.Budget;
import id.sakelar.http.Caller;
import id.sakelar.http.Heard;
import id.sakelar.simulator.SimulatedBiller;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.Operation;
import id.sakelar.wire.digiswitch.Account;
import id.sakelar.wire.digiswitch.Answer;
import id.sakelar.wire.digiswitch.Command;
import id.sakelar.wire.digiswitch.Digiswitch;
import id.sakelar.wire.digiswitch.Reply.Answered;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.Transaction;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.SplittableRandom;

/// A simulated biller, and one who asks it over HTTP as our connector does.
final class Counter implements AutoCloseable {
  static final Account ACCOUNT = new Account("your-username", "sandbox-api-key");
  static final Duration PENDING_FOR = Duration.ofSeconds(20);

  final SimulatedBiller biller;
  private final Caller caller;
  private volatile Instant now = Instant.parse("2026-01-05T05:00:00Z");

  private Counter(Path directory, Duration patience) throws IOException {
    var settings =
        new SimulatedDigiswitch.Settings("digiswitch", ACCOUNT, directory, 0, PENDING_FOR);
    InstantSource clock = () -> now;
    this.biller = SimulatedDigiswitch.open(settings, clock, new SplittableRandom(2847));
    this.caller =
        new Caller(
            URI.create("http://127.0.0.1:" + biller.port()),
            Budget.of(patience.dividedBy(2), patience));
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

  void setNow(Instant instant) {
    now = instant;
  }

  static Transaction asks(Command command, String code, String customer, String reference) {
    return Transaction.by(ACCOUNT, command, code, customer, reference);
  }

  Answer inquire(String code, String customer, String reference) throws IOException, Garbled {
    return ask(Spelling.DIGISWITCH, asks(Command.INQUIRY, code, customer, reference));
  }

  Answer pay(String code, String customer, String reference) throws IOException, Garbled {
    return ask(Spelling.DIGISWITCH, asks(Command.PAYMENT, code, customer, reference));
  }

  Answer status(String code, String customer, String reference) throws IOException, Garbled {
    return ask(Spelling.DIGISWITCH, asks(Command.STATUS, code, customer, reference));
  }

  Answer ask(Spelling spelling, Transaction asked) throws IOException, Garbled {
    var words = Digiswitch.in(spelling).transaction();
    var reply = words.answer().read(message(hear(words, asked)));
    return ((Answered<Answer>) reply).answer();
  }

  <Q, A> A tell(Operation<Q, A> words, Q asked) throws IOException, Garbled {
    return words.answer().read(message(hear(words, asked)));
  }

  <Q, A> Heard hear(Operation<Q, A> words, Q asked) throws IOException {
    return hear(words.path(), words.question().write(asked));
  }

  Heard hear(String path, Message message) throws IOException {
    var body = Body.of(message.mediaType(), message.body());
    return caller.ask("POST", path, Map.of(), body);
  }

  static Message message(Heard heard) {
    return new Message(heard.body().mediaType(), heard.body().bytes());
  }

  @Override
  public void close() throws IOException {
    caller.close();
    biller.close();
  }
}
