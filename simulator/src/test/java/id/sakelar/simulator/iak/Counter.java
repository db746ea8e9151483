package id.sakelar.simulator.iak;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.http.Body;
import id.sakelar.http.Budget;
import id.sakelar.http.Caller;
import id.sakelar.http.Heard;
import id.sakelar.money.Rupiah;
import id.sakelar.simulator.Row;
import id.sakelar.simulator.SimulatedBiller;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.iak.Account;
import id.sakelar.wire.iak.Answer;
import id.sakelar.wire.iak.BalanceQuestion;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.Iak;
import id.sakelar.wire.iak.Inquiry;
import id.sakelar.wire.iak.Payment;
import id.sakelar.wire.iak.Question;
import id.sakelar.wire.iak.Reply;
import id.sakelar.wire.iak.Reply.Answered;
import id.sakelar.wire.iak.Reply.Refused;
import id.sakelar.wire.iak.StatusQuestion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// A simulated biller, and one who asks it over HTTP as our connector does.
final class Counter implements AutoCloseable {
  static final Account ACCOUNT = new Account("123123123", "sandbox-api-key");
  static final Account OTHER = new Account("321321321", "other-api-key");
  static final Duration PENDING_FOR = Duration.ofSeconds(20);

  /// A number that always succeeds, in either scheme.
  static final String CUSTOMER = "551234567890";

  final SimulatedBiller biller;
  private final Caller caller;
  private Account asker = ACCOUNT;
  private volatile Instant now = Instant.parse("2026-01-05T05:00:00Z");

  private Counter(Path directory, Duration patience, Scheme scheme) throws IOException {
    var clients = List.of(new Client(ACCOUNT, scheme), new Client(OTHER, Scheme.B));
    var settings = new SimulatedIak.Settings("iak", clients, directory, 0, PENDING_FOR);
    InstantSource clock = () -> now;
    this.biller = SimulatedIak.open(settings, clock, new SplittableRandom(2847));
    this.caller =
        new Caller(
            URI.create("http://127.0.0.1:" + biller.port()),
            Budget.of(patience.dividedBy(2), patience));
  }

  static Counter open(Path directory) throws IOException {
    return open(directory, Scheme.A);
  }

  /// One that reads the numbers of its first client by `scheme`; those of the second by B.
  static Counter open(Path directory, Scheme scheme) throws IOException {
    return new Counter(directory, Duration.ofSeconds(30), scheme);
  }

  /// One whose caller loses patience.
  static Counter open(Path directory, Duration patience) throws IOException {
    return new Counter(directory, patience, Scheme.A);
  }

  /// Asks as the client of `scheme` from now on.
  void askBy(Scheme scheme) {
    asker =
        switch (scheme) {
          case A -> ACCOUNT;
          case B -> OTHER;
        };
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  void setNow(Instant instant) {
    now = instant;
  }

  /// An inquiry with all that some product needs.
  Inquiry inquiry(String code, String number, String reference) {
    return Inquiry.by(asker, code, number, reference)
        .withAmount(Rupiah.of(100_000))
        .withNomorIdentitas("0212502110170100");
  }

  Reply<Answer> inquire(String code, String number, String reference) throws IOException, Garbled {
    return ask(Format.JSON, inquiry(code, number, reference));
  }

  /// An inquiry that has to succeed.
  ///
  /// @return its number
  long quote(String code, String number, String reference) throws IOException, Garbled {
    return answer(inquire(code, number, reference)).echo().trId();
  }

  Reply<Answer> pay(long trId) throws IOException, Garbled {
    return ask(Format.JSON, Payment.by(asker, trId));
  }

  Reply<Answer> status(String reference) throws IOException, Garbled {
    return ask(Format.JSON, StatusQuestion.by(asker, reference));
  }

  Reply<Answer> ask(Format format, Question asked) throws IOException, Garbled {
    var words = Iak.in(format).bill();
    var heard = hear(words.path(), words.question().write(asked));
    return words.answer().read(message(heard));
  }

  Rupiah balance() throws IOException, Garbled {
    var asked = Iak.BALANCE.question().write(BalanceQuestion.by(asker));
    var heard = hear(Iak.BALANCE.path(), asked);
    return Iak.BALANCE.answer().read(message(heard)).balance().orElseThrow();
  }

  List<Row> rows() {
    return biller.book().listAfter(0, 1_000);
  }

  Heard hear(String path, Message message) throws IOException {
    var body = Body.of(message.mediaType(), message.body());
    return caller.ask("POST", path, Map.of(), body);
  }

  static Message message(Heard heard) {
    return new Message(heard.body().mediaType(), heard.body().bytes());
  }

  /// The code of an answer or a refusal.
  static String code(Reply<Answer> reply) {
    return switch (reply) {
      case Answered<Answer>(var answer) -> answer.verdict().responseCode();
      case Refused<Answer>(var verdict) -> verdict.responseCode();
    };
  }

  static Answer answer(Reply<Answer> reply) {
    assertThat(reply).isInstanceOf(Answered.class);
    return ((Answered<Answer>) reply).answer();
  }

  @Override
  public void close() throws IOException {
    caller.close();
    biller.close();
  }
}
