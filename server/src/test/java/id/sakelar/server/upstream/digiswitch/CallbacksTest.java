package id.sakelar.server.upstream.digiswitch;

import static id.sakelar.server.payment.Samples.COST;
import static id.sakelar.server.payment.Samples.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sakelar.http.Door;
import id.sakelar.http.Limits;
import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.payment.Asked;
import id.sakelar.server.payment.CallbackStore;
import id.sakelar.server.payment.CaseStore;
import id.sakelar.server.payment.Counter;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.HouseAccounts;
import id.sakelar.server.payment.PaperBiller;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.payment.Samples;
import id.sakelar.server.payment.State;
import id.sakelar.server.upstream.Callbacks;
import id.sakelar.wire.Message;
import id.sakelar.wire.digiswitch.Answer;
import id.sakelar.wire.digiswitch.Bill;
import id.sakelar.wire.digiswitch.Echo;
import id.sakelar.wire.digiswitch.ResponseCode;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.Verdict;
import id.sakelar.wire.digiswitch.Webhook;
import id.sakelar.wire.digiswitch.desc.Hp;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a biller says by itself moves a payment once, and only if it is the biller and speaks of
/// what it was sent: over real HTTP, into real PostgreSQL.
class CallbacksTest {
  private static final String SECRET = "rahasia-panggilan";
  private static final Rupiah DEPOSIT = Rupiah.of(1_000_000);
  private static final Partner SRI = Samples.partner("warung-sri");
  private static final Evidence SILENCE = new Evidence.Ambiguous("silence");
  private static final Evidence NO = new Evidence.Refused("rc 02", Reason.BILLER_REFUSED);
  private static final int PER_MINUTE = 60;

  private final HttpClient client = HttpClient.newHttpClient();
  private final PaperBiller biller = new PaperBiller();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private Counter counter;
  private Payments payments;
  private Door door;

  @BeforeEach
  void open() throws SQLException {
    counter = new Counter(Counter.Kind.POSTGRES);
    counter.deposit("warung-sri", DEPOSIT);
    payments = counter.payments(biller);
    var builder = Door.on("127.0.0.1", 0, Limits.STANDARD, () -> "trace");
    new Callbacks(
            payments,
            new CallbackStore(counter.database().jdbi()),
            new CaseStore(counter.database().jdbi()),
            registry,
            PER_MINUTE)
        .openOn(builder, "paper", new DigiswitchCallbacks(SECRET, Spelling.DIGISWITCH));
    door = builder.open();
  }

  @AfterEach
  void sumUp() throws SQLException {
    door.close();
    client.close();
    counter.close();
  }

  @Test
  void a_yes_that_is_faster_than_the_answer_settles_once() throws Exception {
    var answer = new CountDownLatch(1);
    biller.answers(() -> PaperBiller.after(answer, PaperBiller.YES));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var paying = threads.submit(this::pay);
      await().until(() -> biller.orders().size() == 1);

      assertThat(tell(saying(ResponseCode.SUCCESS))).isEqualTo("200 {\"status\":\"ok\"}");

      assertThat(payment().state()).isEqualTo(State.SUCCEEDED);
      answer.countDown();
      paying.get();
    }
    assertThat(evidence()).containsExactly("2 E2 CALLBACK rc 00");
    assertThat(callbacks()).containsExactly("MOVED E2 rc 00, 1 times");
    assertPaidOnce();
  }

  @Test
  void a_yes_ends_what_nobody_knew_and_the_partner_is_told() throws Exception {
    biller.answers(() -> SILENCE);
    pay();

    assertThat(tell(saying(ResponseCode.SUCCESS))).startsWith("200 ");

    assertThat(evidence()).containsExactly("2 E5 ATTEMPT silence", "3 E2 CALLBACK rc 00");
    assertThat(notices()).containsExactly("SUCCEEDED 3");
    assertPaidOnce();
  }

  @Test
  void a_no_gives_the_money_back() throws Exception {
    biller.answers(() -> SILENCE);
    pay();

    assertThat(tell(saying(ResponseCode.FAILURE))).startsWith("200 ");

    assertThat(payment().state()).isEqualTo(State.FAILED);
    assertThat(counter.balance(SRI)).isEqualTo(DEPOSIT);
  }

  @Test
  void the_same_words_again_are_counted_and_move_nothing() throws Exception {
    biller.answers(() -> SILENCE);
    pay();
    var yes = saying(ResponseCode.SUCCESS);

    IntStream.range(0, 5).forEach(_ -> assertThat(tell(yes)).startsWith("200 "));

    assertThat(evidence()).hasSize(2);
    assertThat(callbacks()).containsExactly("MOVED E2 rc 00, 5 times");
    assertThat(count("repeated")).isEqualTo(4);
    assertPaidOnce();
  }

  @Test
  void many_at_once_settle_once() throws Exception {
    biller.answers(() -> SILENCE);
    pay();
    var yes = saying(ResponseCode.SUCCESS);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var told = IntStream.range(0, 20).mapToObj(_ -> threads.submit(() -> tell(yes))).toList();
      for (var each : told) {
        assertThat(each.get()).startsWith("200 ");
      }
    }

    assertThat(evidence()).containsExactly("2 E5 ATTEMPT silence", "3 E2 CALLBACK rc 00");
    assertPaidOnce();
  }

  @Test
  void words_that_were_overtaken_move_nothing() throws Exception {
    biller.answers(() -> SILENCE);
    pay();
    tell(saying(ResponseCode.SUCCESS));

    assertThat(tell(saying(ResponseCode.PENDING))).startsWith("200 ");

    assertThat(payment().state()).isEqualTo(State.SUCCEEDED);
    assertThat(callbacks()).containsExactly("MOVED E2 rc 00, 1 times", "NOTED E4 rc 03, 1 times");
    assertPaidOnce();
  }

  @Test
  void a_no_after_a_yes_is_kept_for_people_and_the_biller_is_asked_once() throws Exception {
    pay();
    var no = saying(ResponseCode.FAILURE);

    assertThat(tell(no)).startsWith("200 ");
    await().until(() -> biller.asked().size() == 1);
    assertThat(tell(no)).startsWith("200 ");

    assertThat(payment().state()).isEqualTo(State.SUCCEEDED);
    assertThat(evidence()).containsExactly("2 E2 ATTEMPT 00", "3 E3 CALLBACK rc 02 CONTRADICTION");
    assertThat(biller.asked()).hasSize(1);
    assertPaidOnce();
  }

  @Test
  void a_yes_after_a_no_is_the_houses_loss_once() throws Exception {
    biller.answers(() -> NO);
    pay();

    assertThat(tell(saying(ResponseCode.SUCCESS))).startsWith("200 ");
    assertThat(tell(saying(ResponseCode.SUCCESS))).startsWith("200 ");
    assertThat(tell(yes(echo(), COST, "SN2"))).startsWith("200 ");

    assertThat(payment().state()).isEqualTo(State.FAILED);
    assertThat(evidence())
        .containsExactly("2 E3 ATTEMPT rc 02", "3 E2 CALLBACK rc 00 LATE_SUCCESS");
    assertThat(counter.balance(SRI)).isEqualTo(DEPOSIT);
    assertThat(counter.balance(HouseAccounts.LOSS)).isEqualTo(Rupiah.ZERO.minus(COST));
    assertThat(counter.balance(HouseAccounts.upstream("paper"))).isEqualTo(COST);
  }

  @Test
  void who_does_not_know_the_secret_is_told_nothing_and_leaves_nothing() throws Exception {
    biller.answers(() -> SILENCE);
    pay();
    var yes = saying(ResponseCode.SUCCESS);

    assertThat(post(yes, Webhook.sign(yes, "another secret"))).isEqualTo("401 ");
    assertThat(post(yes, Webhook.sign(Message.json("{}"), SECRET))).isEqualTo("401 ");
    assertThat(post(yes, "sha1=")).isEqualTo("401 ");
    assertThat(send(request(yes).build())).isEqualTo("401 ");

    assertThat(payment().state()).isEqualTo(State.UNKNOWN);
    assertThat(callbacks()).isEmpty();
    assertThat(count("forged")).isEqualTo(4);
  }

  @Test
  void a_reference_nobody_sent_is_kept_once_and_moves_nothing() throws Exception {
    pay();
    var stranger = yes(new Echo("S261120NOBODY", "0811000111", "HALO"), COST, "SN1");

    assertThat(tell(stranger)).isEqualTo("200 {\"status\":\"ok\"}");
    assertThat(tell(stranger)).startsWith("200 ");
    assertThat(tell(yes(new Echo("'; --", "0811000111", "HALO"), COST, "SN1"))).startsWith("200 ");

    assertThat(callbacks())
        .containsExactly(
            "UNKNOWN_REFERENCE E2 rc 00, 2 times", "UNKNOWN_REFERENCE E2 rc 00, 1 times");
    assertPaidOnce();
  }

  @Test
  void what_is_not_what_was_sent_moves_nothing() throws Exception {
    biller.answers(() -> SILENCE);
    pay();
    var ours = echo();

    for (var other :
        List.of(
            yes(ours, COST.plus(Rupiah.of(1)), "SN1"),
            yes(new Echo(ours.refId(), "0811000112", ours.code()), COST, "SN1"),
            yes(new Echo(ours.refId(), ours.customerNo(), "XL"), COST, "SN1"),
            body(ours, new Verdict("Transaksi Sukses", "Gagal", "00"), COST, "SN1"),
            body(ours, new Verdict("Transaksi Sukses", "Sukses", "77"), COST, "SN1"),
            Webhook.body(Answer.of(ours, ResponseCode.SUCCESS), Spelling.DIGISWITCH))) {
      assertThat(tell(other)).startsWith("200 ");
    }

    assertThat(payment().state()).isEqualTo(State.UNKNOWN);
    assertThat(evidence()).containsExactly("2 E5 ATTEMPT silence");
    assertThat(callbacks())
        .containsExactly(
            "NOTED E5 rc 00, another price, 1 times",
            "NOTED E5 not our order, 1 times",
            "NOTED E5 not our order, 1 times",
            "NOTED E5 rc 00, another status, 1 times",
            "NOTED E5 unknown rc, 1 times",
            "NOTED E5 rc 00, another price, 1 times");
  }

  @Test
  void what_cannot_be_read_is_refused_and_kept() {
    assertThat(tell(Message.json("{\"data\":{\"rc\":\"00\",\"message\":\"\"}}"))).isEqualTo("400 ");
    assertThat(tell(Message.json("{\"data\":[]}"))).isEqualTo("400 ");
    assertThat(tell(Message.json("no json"))).isEqualTo("400 ");

    assertThat(callbacks()).hasSize(3).allMatch("UNREADABLE E5 unreadable, 1 times"::equals);
  }

  @Test
  void what_is_too_long_is_not_looked_at() {
    assertThat(tell(Message.json("{\"data\":\"" + "x".repeat(32 * 1024) + "\"}")))
        .isEqualTo("413 ");

    assertThat(callbacks()).isEmpty();
  }

  @Test
  void an_address_that_calls_too_often_is_not_heard() {
    var stranger = Message.json("{}");
    for (int i = 0; i < PER_MINUTE; i++) {
      post(stranger, "");
    }

    assertThat(tell(stranger)).isEqualTo("429 ");
  }

  private void assertPaidOnce() throws SQLException {
    assertThat(counter.balance(SRI)).isEqualTo(DEPOSIT.minus(PRICE));
    assertThat(counter.balance(HouseAccounts.IN_FLIGHT)).isEqualTo(Rupiah.ZERO);
    assertThat(counter.balance(HouseAccounts.upstream("paper"))).isEqualTo(COST);
  }

  private Payments.Paying pay() {
    return payments.pay(
        new Asked(SRI, Samples.id("warung-sri", "INV-1"), "halo", "0811000111", null, null, false));
  }

  private Payment payment() {
    return counter.store().findPayment(Samples.id("warung-sri", "INV-1")).orElseThrow();
  }

  private Echo echo() {
    var quote = biller.orders().getFirst().quote();
    return new Echo(quote.upstreamReference(), quote.customer(), quote.upstreamProduct());
  }

  private Message saying(ResponseCode code) {
    return body(echo(), Verdict.of(code), COST, "SN1");
  }

  private static Message yes(Echo echo, Rupiah price, String serial) {
    return body(echo, Verdict.of(ResponseCode.SUCCESS), price, serial);
  }

  private static Message body(Echo echo, Verdict verdict, Rupiah price, String serial) {
    var bill =
        Bill.of(
            "SRI",
            Rupiah.of(2_500),
            Rupiah.of(500_000),
            price,
            Rupiah.of(102_500),
            new Hp(1).spelled(Spelling.DIGISWITCH));
    return Webhook.body(new Answer(echo, verdict, Optional.of(serial), bill), Spelling.DIGISWITCH);
  }

  /// Tells it as the biller would: status and body of the answer.
  private String tell(Message body) {
    return post(body, Webhook.sign(body, SECRET));
  }

  private String post(Message body, String signature) {
    return send(request(body).header(Webhook.SIGNATURE, signature).build());
  }

  private HttpRequest.Builder request(Message body) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + door.port() + "/callbacks/paper"))
        .header("Content-Type", body.mediaType())
        .POST(HttpRequest.BodyPublishers.ofByteArray(body.body()));
  }

  private String send(HttpRequest request) {
    try {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private double count(String result) {
    return registry.counter("sakelar.callbacks", "upstream", "paper", "result", result).count();
  }

  private List<String> evidence() {
    return list(
        "SELECT concat_ws(' ', version, class, source, code, trouble) FROM evidence"
            + " ORDER BY version");
  }

  private List<String> callbacks() {
    return list(
        "SELECT concat(outcome, ' ', class, ' ', code, ', ', times, ' times') FROM callback"
            + " ORDER BY received_at");
  }

  private List<String> notices() {
    return list("SELECT concat_ws(' ', state, version) FROM notice ORDER BY number");
  }

  private List<String> list(String query) {
    return counter
        .database()
        .jdbi()
        .withHandle(handle -> handle.createQuery(query).mapTo(String.class).list());
  }
}
