package id.sakelar.server.front.digiswitch;

import static id.sakelar.server.front.digiswitch.Visitor.about;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.http.Answer;
import id.sakelar.http.Body;
import id.sakelar.http.Budget;
import id.sakelar.http.Call;
import id.sakelar.http.Door;
import id.sakelar.http.Limits;
import id.sakelar.http.WebhookCaller;
import id.sakelar.http.WebhookPolicy;
import id.sakelar.server.front.Key;
import id.sakelar.server.front.Premises;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.partner.Secret;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.Webhook.Delivery;
import id.sakelar.wire.Message;
import id.sakelar.wire.digiswitch.Command;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.Transaction;
import id.sakelar.wire.digiswitch.Webhook;
import java.net.URI;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A partner is told by webhook what it would be told if it asked.
class DigiswitchWebhookTest {
  private static final String SECRET = "webhook-secret";

  private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
  private Premises premises;
  private Door receiver;
  private WebhookCaller caller;
  private int status = 200;

  @BeforeEach
  void open() throws Exception {
    premises = Premises.open(Visitor::open);
    receiver =
        Door.on("127.0.0.1", 0, Limits.STANDARD, () -> "trace")
            .serve("POST", "/hook", this::receive, _ -> Answer.of(500, Body.NONE))
            .open();
    caller = caller(new WebhookPolicy(Set.of(), true));
  }

  private static WebhookCaller caller(WebhookPolicy policy) throws Exception {
    return new WebhookCaller(
        policy, WebhookCaller.Resolver.SYSTEM, SSLContext.getDefault(), Budget.WEBHOOK);
  }

  @AfterEach
  void close() {
    caller.close();
    receiver.close();
    premises.close();
  }

  @Test
  void a_partner_is_told_what_a_question_would_be_answered() throws Exception {
    live("http://127.0.0.1:" + receiver.port() + "/hook");
    var payment = paid("told-1");
    var answer = visitor().say(about(Key.ONE, Command.STATUS, "told-1", "530000000001"));

    assertThat(webhook(true).deliver(payment, 2)).isEqualTo(Delivery.DELIVERED);
    assertThat(webhook(true).deliver(payment, 2)).isEqualTo(Delivery.DELIVERED);

    var call = calls.take();
    var body = new Message(call.body().mediaType(), call.body().bytes());
    assertThat(body.text()).isEqualTo(answer.body());
    assertThat(call.findHeader(Webhook.EVENT)).contains("update");
    assertThat(Webhook.isSigned(body, SECRET, call.findHeader(Webhook.SIGNATURE).orElseThrow()))
        .isTrue();
    assertThat(calls.take().findHeader(Webhook.DELIVERY))
        .isEqualTo(call.findHeader(Webhook.DELIVERY))
        .isPresent();
  }

  @Test
  void a_receiver_that_checks_both_signatures_believes_it() throws Exception {
    live("http://127.0.0.1:" + receiver.port() + "/hook");
    var payment = paid("told-6");

    assertThat(webhook(true).deliver(payment, 2)).isEqualTo(Delivery.DELIVERED);
    premises.setTime(premises.clock().instant().plusSeconds(60));
    assertThat(webhook(true).deliver(payment, 2)).isEqualTo(Delivery.DELIVERED);

    var first = calls.take();
    var second = calls.take();
    assertThat(header(first, "webhook-timestamp")).isEqualTo("1795150800");
    assertThat(header(second, "webhook-timestamp")).isEqualTo("1795150860");
    for (var call : List.of(first, second)) {
      assertThat(header(call, "webhook-id")).isEqualTo(header(first, Webhook.DELIVERY));
      assertThat(header(call, "webhook-version")).isEqualTo("2");
      var signed =
          header(call, "webhook-id")
              + "."
              + header(call, "webhook-timestamp")
              + "."
              + text(call.body());
      assertThat(header(call, "webhook-signature"))
          .isEqualTo("v1," + Base64.getEncoder().encodeToString(hmac("HmacSHA256", signed)));
      assertThat(header(call, Webhook.SIGNATURE))
          .isEqualTo("sha1=" + HexFormat.of().formatHex(hmac("HmacSHA1", text(call.body()))));
    }
  }

  @Test
  void identity_numbers_are_told_to_nobody() throws Exception {
    live("http://127.0.0.1:" + receiver.port() + "/hook");
    visitor()
        .say(
            Transaction.by(
                Visitor.account(Key.ONE),
                Command.PAYMENT,
                "samsat",
                "9658548523568703,0212502110170100",
                "told-7"));

    assertThat(webhook(true).deliver(find("told-7"), 2)).isEqualTo(Delivery.DELIVERED);

    assertThat(text(calls.take().body()))
        .contains("\"customer_no\":\"9658548523568703,************0100\"")
        .contains("***********1111")
        .doesNotContain("0212502110170100")
        .doesNotContain("320111111111111");
  }

  private static String header(Call call, String name) {
    return call.findHeader(name).orElseThrow();
  }

  private static String text(Body body) {
    return new String(body.bytes(), UTF_8);
  }

  private static byte[] hmac(String algorithm, String signed) throws Exception {
    var mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), algorithm));
    return mac.doFinal(signed.getBytes(UTF_8));
  }

  @Test
  void an_answer_that_is_not_2xx_is_no_delivery() throws Exception {
    live("http://127.0.0.1:" + receiver.port() + "/hook");
    status = 302;

    assertThat(webhook(true).deliver(paid("told-2"), 2)).isEqualTo(Delivery.FAILED);
    assertThat(calls).hasSize(1);
  }

  @Test
  void nobody_at_home_is_no_delivery() throws Exception {
    live("http://127.0.0.1:" + receiver.port() + "/hook");
    receiver.close();

    assertThat(webhook(true).deliver(paid("told-3"), 2)).isEqualTo(Delivery.FAILED);
  }

  @Test
  void an_address_that_the_rules_refuse_is_never_called() throws Exception {
    live("http://127.0.0.1:" + receiver.port() + "/hook");

    assertThat(webhook(false).deliver(paid("told-4"), 2)).isEqualTo(Delivery.FAILED);
    assertThat(calls).isEmpty();
  }

  @Test
  void who_has_no_address_is_not_told() throws Exception {
    live(null);

    assertThat(webhook(true).deliver(paid("told-5"), 2)).isEqualTo(Delivery.NOT_WANTED);
  }

  private Answer receive(Call call) {
    calls.add(call);
    return Answer.of(status, Body.NONE);
  }

  private DigiswitchWebhook webhook(boolean loopbackAllowed) {
    var policy = new WebhookPolicy(Set.of(), loopbackAllowed);
    return new DigiswitchWebhook(premises.partnerStore(), policy, caller, premises.clock());
  }

  private Visitor visitor() {
    return new Visitor(premises, Spelling.DIGISWITCH);
  }

  private void live(@Nullable String address) {
    var id = Key.ONE.partner();
    var uri = address == null ? null : URI.create(address);
    premises.partnerStore().put(new Partner(id, "One", true, List.of(), Partner.Limits.NONE, uri));
    premises.partnerStore().putWebhookSecret(id, new Secret(SECRET));
  }

  private Payment paid(String reference) throws Exception {
    visitor().say(about(Key.ONE, Command.PAYMENT, reference, "530000000001"));
    return find(reference);
  }

  private Payment find(String reference) {
    var id = new PaymentId(Key.ONE.partner(), DigiswitchFront.DIALECT, reference);
    return premises.store().findPayment(id).orElseThrow();
  }
}
