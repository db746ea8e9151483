package id.sakelar.server.front.digiswitch;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.sakelar.http.Body;
import id.sakelar.http.NotSent;
import id.sakelar.http.Unheard;
import id.sakelar.http.WebhookCaller;
import id.sakelar.http.WebhookFault;
import id.sakelar.http.WebhookPolicy;
import id.sakelar.http.WebhookUrl;
import id.sakelar.server.partner.PartnerStore;
import id.sakelar.server.partner.Secret;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.Webhook;
import id.sakelar.wire.digiswitch.Echo;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.Webhook.Event;
import java.net.URI;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells partners how a payment ended: the answer that a question after it would get, posted to
/// their address. Always in the Digiswitch spelling and with our code of the product, because a
/// payment does not remember in which spelling it was asked for. Thread-safe.
public final class DigiswitchWebhook implements Webhook {
  private static final Logger LOG = LoggerFactory.getLogger(DigiswitchWebhook.class);

  private final PartnerStore partners;
  private final WebhookPolicy policy;
  private final WebhookCaller caller;

  public DigiswitchWebhook(PartnerStore partners, WebhookPolicy policy, WebhookCaller caller) {
    this.partners = partners;
    this.policy = policy;
    this.caller = caller;
  }

  @Override
  public Delivery deliver(Payment payment) {
    var address = partners.findPartner(payment.id().partner()).orElseThrow().webhook();
    return address == null ? Delivery.NOT_WANTED : deliver(payment, address);
  }

  /// An address that the rules refuse is tried again like one that does not answer: the operator
  /// may have the partner correct it meanwhile.
  private Delivery deliver(Payment payment, URI address) {
    return switch (policy.check(address.toString())) {
      case WebhookUrl url -> post(payment, url);
      case WebhookFault fault -> {
        LOG.warn("{} cannot be told: the partner's address is {}", payment.id(), fault);
        yield Delivery.FAILED;
      }
    };
  }

  private Delivery post(Payment payment, WebhookUrl url) {
    var quote = payment.quote();
    var echo = new Echo(payment.id().reference(), quote.customer(), quote.product());
    var answer = Telling.of(payment, echo, Spelling.DIGISWITCH);
    var body = id.sakelar.wire.digiswitch.Webhook.body(answer, Spelling.DIGISWITCH);
    var secret = partners.findWebhookSecret(payment.id().partner()).map(Secret::reveal);
    var headers =
        id.sakelar.wire.digiswitch.Webhook.headers(Event.UPDATE, name(payment), body, secret);
    if (body.size() > WebhookCaller.LONGEST_BODY) {
      LOG.warn("{} cannot be told: its bill is too long for a webhook", payment.id());
      return Delivery.FAILED;
    }
    try {
      int status = caller.post(url, headers, Body.of(body.mediaType(), body.body()));
      return status / 100 == 2 ? Delivery.DELIVERED : Delivery.FAILED;
    } catch (NotSent | Unheard e) {
      LOG.info("{} was not told: {}", payment.id(), e.getMessage());
      return Delivery.FAILED;
    }
  }

  /// The same for every try to tell the same change.
  private static String name(Payment payment) {
    var change = payment.id().subject() + "/" + payment.state();
    return UUID.nameUUIDFromBytes(change.getBytes(UTF_8)).toString();
  }
}
