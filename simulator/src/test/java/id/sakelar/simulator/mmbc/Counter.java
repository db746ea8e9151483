package id.sakelar.simulator.mmbc;

import id.sakelar.http.Body;
import id.sakelar.http.Budget;
import id.sakelar.http.Caller;
import id.sakelar.http.Heard;
import id.sakelar.money.Rupiah;
import id.sakelar.simulator.Row;
import id.sakelar.simulator.SimulatedBiller;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.mmbc.CardReceipt;
import id.sakelar.wire.mmbc.InquiryAcc;
import id.sakelar.wire.mmbc.InquiryEsamsat;
import id.sakelar.wire.mmbc.Login;
import id.sakelar.wire.mmbc.Mmbc;
import id.sakelar.wire.mmbc.PayEsamsat;
import id.sakelar.wire.mmbc.Refusal;
import id.sakelar.wire.mmbc.Reply;
import id.sakelar.wire.mmbc.Reply.No;
import id.sakelar.wire.mmbc.Reply.Ok;
import id.sakelar.wire.mmbc.SamsatBill;
import id.sakelar.wire.mmbc.SamsatReceipt;
import id.sakelar.wire.mmbc.Sentence;
import id.sakelar.wire.mmbc.Service;
import id.sakelar.wire.mmbc.StatusInvoice;
import id.sakelar.wire.mmbc.StatusTransfer;
import id.sakelar.wire.mmbc.TransferAcc;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// A simulated biller, and one who asks it over HTTP as our connector does.
final class Counter implements AutoCloseable {
  static final Login LOGIN = new Login("dummy", "dummy123");
  static final Duration PENDING_FOR = Duration.ofSeconds(20);
  static final Instant NOON = Instant.parse("2026-01-05T05:00:00Z");

  final SimulatedBiller biller;
  private final Caller caller;
  private volatile Instant now = NOON;

  private Counter(Path directory, Duration patience) throws IOException {
    var settings = new SimulatedMmbc.Settings("mmbc", LOGIN, directory, 0, PENDING_FOR);
    InstantSource clock = () -> now;
    this.biller = SimulatedMmbc.open(settings, clock, new SplittableRandom(2847));
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

  static InquiryAcc inquiry(String code, String card, long amount) {
    return new InquiryAcc(LOGIN, code, card, Rupiah.of(amount), Optional.empty());
  }

  static TransferAcc transfer(String code, String card, long amount) {
    return TransferAcc.of(LOGIN, code, card, Rupiah.of(amount));
  }

  CardReceipt pay(TransferAcc asked) throws IOException, Garbled {
    return ok(ask(Mmbc.TRANSFER_ACC, asked));
  }

  Reply<CardReceipt> cardStatus(String invoice) throws IOException, Garbled {
    return ask(Mmbc.STATUS_TRANSFER, new StatusTransfer(LOGIN, invoice, false));
  }

  Reply<SamsatBill> inquire(String customer, String chassis) throws IOException, Garbled {
    return ask(Mmbc.INQUIRY_ESAMSAT, new InquiryEsamsat(LOGIN, "SAMSAT_JABAR", customer, chassis));
  }

  Reply<SamsatReceipt> pay(String invoice) throws IOException, Garbled {
    return ask(Mmbc.PAY_ESAMSAT, new PayEsamsat(LOGIN, invoice, Optional.empty()));
  }

  Reply<SamsatReceipt> status(String invoice) throws IOException, Garbled {
    return ask(Mmbc.STATUS_INVOICE, new StatusInvoice(LOGIN, invoice));
  }

  List<Row> rows() {
    return biller.book().listAfter(0, 1_000);
  }

  <Q, A> Reply<A> ask(Service<Q, A> service, Q asked) throws IOException, Garbled {
    return service.answer().read(message(hear(service, asked)));
  }

  <Q, A> Heard hear(Service<Q, A> service, Q asked) throws IOException {
    return hear(service.method(), service.path(), service.question().write(asked));
  }

  Heard hear(String method, String path, Message message) throws IOException {
    var body = method.equals("GET") ? Body.NONE : Body.of(message.mediaType(), message.body());
    return caller.ask(method, path, Map.of(), body);
  }

  static Message message(Heard heard) {
    return new Message(heard.body().mediaType(), heard.body().bytes());
  }

  static <A> A ok(Reply<A> reply) {
    return switch (reply) {
      case Ok<A>(A answer) -> answer;
      case No<A>(Refusal refusal) -> throw new AssertionError(refusal);
    };
  }

  /// The reason, which has to be one we know.
  static Sentence no(Reply<?> reply) {
    return switch (reply) {
      case Ok<?>(var answer) -> throw new AssertionError(answer);
      case No<?>(Refusal refusal) -> Sentence.of(refusal.reason()).orElseThrow();
    };
  }

  @Override
  public void close() throws IOException {
    caller.close();
    biller.close();
  }
}
