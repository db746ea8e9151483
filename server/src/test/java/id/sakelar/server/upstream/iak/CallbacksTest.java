package id.sakelar.server.upstream.iak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sakelar.http.Door;
import id.sakelar.http.Limits;
import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Asked;
import id.sakelar.server.payment.CallbackStore;
import id.sakelar.server.payment.CaseStore;
import id.sakelar.server.payment.Counter;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.PaperBiller;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.payment.Samples;
import id.sakelar.server.payment.State;
import id.sakelar.server.upstream.Callbacks;
import id.sakelar.wire.iak.Account;
import id.sakelar.wire.iak.Callback;
import id.sakelar.wire.iak.Echo;
import id.sakelar.wire.iak.ResponseCode;
import id.sakelar.wire.iak.Status;
import id.sakelar.wire.iak.Verdict;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What IAK says by itself moves nothing, because its signature covers the reference only; but the
/// biller is asked.
class CallbacksTest {
  private static final Account ACCOUNT = new Account("sakelar", "kunci-rahasia");
  private static final PaymentId ID = Samples.id("warung-sri", "INV-1");

  private final HttpClient client = HttpClient.newHttpClient();
  private final PaperBiller biller = new PaperBiller();
  private Counter counter;
  private Payments payments;
  private Door door;

  @BeforeEach
  void open() throws SQLException {
    counter = new Counter(Counter.Kind.POSTGRES);
    counter.deposit("warung-sri", Rupiah.of(1_000_000));
    payments = counter.payments(biller);
    var store = new CallbackStore(counter.database().jdbi());
    var builder = Door.on("127.0.0.1", 0, Limits.STANDARD, () -> "trace");
    new Callbacks(
            payments,
            store,
            new CaseStore(counter.database().jdbi()),
            new SimpleMeterRegistry(),
            Callbacks.PER_MINUTE)
        .openOn(builder, "paper", new IakCallbacks(ACCOUNT));
    door = builder.open();
  }

  @AfterEach
  void sumUp() throws SQLException {
    door.close();
    client.close();
    counter.close();
  }

  @Test
  void a_word_about_an_open_payment_has_the_biller_asked_soon() throws Exception {
    biller.answers(() -> new Evidence.Ambiguous("silence"));
    pay();
    assertThat(counter.store().takeDue(9, Duration.ofMinutes(1))).isEmpty();

    assertThat(tell(ACCOUNT, ResponseCode.SUCCESS)).isEqualTo(200);

    assertThat(state()).isEqualTo(State.UNKNOWN);
    assertThat(counter.store().takeDue(9, Duration.ofMinutes(1))).hasSize(1);
    assertThat(list("SELECT concat_ws(' ', outcome, class, code) FROM callback"))
        .containsExactly("NOTED E5 rc 00, to be asked");
  }

  @Test
  void a_yes_about_a_failed_payment_has_the_biller_asked() throws Exception {
    biller.answers(() -> new Evidence.Refused("rc 07", Reason.BILLER_REFUSED));
    pay();

    assertThat(tell(ACCOUNT, ResponseCode.SUCCESS)).isEqualTo(200);

    await().until(() -> list("SELECT trouble FROM evidence WHERE trouble IS NOT NULL").size() == 1);
    assertThat(list("SELECT concat_ws(' ', class, source, trouble) FROM evidence ORDER BY version"))
        .containsExactly("E3 ATTEMPT", "E2 STATUS LATE_SUCCESS");
    assertThat(state()).isEqualTo(State.FAILED);
  }

  @Test
  void who_does_not_know_the_key_is_told_nothing_and_leaves_nothing() throws Exception {
    pay();

    assertThat(tell(new Account("sakelar", "another key"), ResponseCode.PAYMENT_FAILED))
        .isEqualTo(401);
    assertThat(post("{\"data\":{}}")).isEqualTo(401);

    assertThat(biller.asked()).isEmpty();
    assertThat(list("SELECT code FROM callback")).isEmpty();
  }

  private void pay() {
    payments.pay(
        new Asked(Samples.partner("warung-sri"), ID, "halo", "0811000111", null, null, false));
  }

  private State state() {
    return counter.store().findPayment(ID).orElseThrow().state();
  }

  private int tell(Account account, ResponseCode code) throws Exception {
    var reference = biller.orders().getFirst().quote().upstreamReference();
    var echo = new Echo(4711, "HALO", "0811000111", reference);
    var told = Callback.by(account, echo, Status.SUCCESS, Verdict.of(code), Samples.COST, "N1");
    return post(Callback.CODEC.write(told).text());
  }

  private int post(String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + "/callbacks/paper"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private List<String> list(String query) {
    return counter
        .database()
        .jdbi()
        .withHandle(handle -> handle.createQuery(query).mapTo(String.class).list());
  }
}
