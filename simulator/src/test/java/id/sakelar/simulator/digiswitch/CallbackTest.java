package id.sakelar.simulator.digiswitch;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.http.Answer;
import id.sakelar.http.Body;
import id.sakelar.http.Budget;
import id.sakelar.http.Call;
import id.sakelar.http.Caller;
import id.sakelar.http.Door;
import id.sakelar.http.Limits;
import id.sakelar.simulator.Herald;
import id.sakelar.simulator.Herald.Manner;
import id.sakelar.simulator.SimulatedBiller;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.digiswitch.Command;
import id.sakelar.wire.digiswitch.Digiswitch;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.Webhook;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A simulated Digiswitch tells by itself how a payment ended, in whatever manner it was given.
class CallbackTest {
  private static final String SECRET = "rahasia";

  private final BlockingQueue<Call> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<Integer> statuses = new LinkedBlockingQueue<>();
  private final Herald herald = new Herald(new SplittableRandom(7));
  @TempDir private Path directory;
  private Door receiver;
  private SimulatedBiller biller;
  private Caller caller;

  @BeforeEach
  void open() throws Exception {
    receiver =
        Door.on("127.0.0.1", 0, Limits.STANDARD, () -> "trace")
            .serve("POST", "/callbacks/digi", this::hear, _ -> Answer.of(500, Body.NONE))
            .open();
    biller =
        SimulatedDigiswitch.open(
            new SimulatedDigiswitch.Settings(
                "digiswitch", Counter.ACCOUNT, directory, 0, Duration.ofSeconds(20)),
            InstantSource.system(),
            new SplittableRandom(1),
            herald,
            SECRET);
    caller =
        new Caller(
            URI.create("http://127.0.0.1:" + biller.port()),
            Budget.of(Duration.ofSeconds(10), Duration.ofSeconds(30)));
  }

  @AfterEach
  void close() throws Exception {
    caller.close();
    biller.close();
    receiver.close();
  }

  @ParameterizedTest
  @CsvSource({
    "ONCE, ref-1 00",
    "TWICE, ref-1 00; ref-1 00",
    "EARLY, ref-1 00",
    "BACKWARDS, ref-1 00; ref-1 03",
    "FORGED, ref-1 00 forged",
    "STRANGER, Xref-1 00",
    "CONTRADICTING, ref-1 00; ref-1 02",
    "LATE_YES, ref-1 02; ref-1 00"
  })
  void an_end_is_told_in_its_manner(Manner manner, String told) throws Exception {
    callAt(manner);

    pay("ref-1");

    assertThat(String.join("; ", take(told.split("; ").length))).isEqualTo(told);
  }

  @Test
  void an_early_word_comes_before_the_answer() throws Exception {
    callAt(Manner.EARLY);

    pay("ref-1");

    assertThat(heard).hasSize(1);
  }

  @Test
  void what_is_not_taken_is_told_again() throws Exception {
    callAt(Manner.ONCE);
    statuses.add(503);

    pay("ref-1");

    assertThat(take(2)).containsExactly("ref-1 00", "ref-1 00");
  }

  private void callAt(Manner manner) {
    herald.callAt(
        URI.create("http://127.0.0.1:" + receiver.port() + "/callbacks/digi"), List.of(manner));
  }

  private void pay(String reference) throws Exception {
    var words = Digiswitch.in(Spelling.DIGISWITCH).transaction();
    var asked = Counter.asks(Command.PAYMENT, "pln", "530000000001", reference);
    var question = words.question().write(asked);
    caller.ask("POST", words.path(), Map.of(), Body.of(question.mediaType(), question.body()));
  }

  private Answer hear(Call call) {
    heard.add(call);
    var status = statuses.poll();
    return Answer.of(status == null ? 200 : status, Body.NONE);
  }

  private List<String> take(int count) throws Exception {
    var told = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      var call = heard.poll(30, TimeUnit.SECONDS);
      told.add(call == null ? "nothing" : words(call));
    }
    return told;
  }

  private static String words(Call call) throws Garbled {
    var body = new Message(call.body().mediaType(), call.body().bytes());
    var answer = Webhook.read(body, Spelling.DIGISWITCH);
    var signature = call.findHeader(Webhook.SIGNATURE).orElse("");
    return answer.echo().refId()
        + " "
        + answer.verdict().rc()
        + (Webhook.isSigned(body, SECRET, signature) ? "" : " forged");
  }
}
