package id.sakelar.server.front.digiswitch;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.sakelar.http.Body;
import id.sakelar.http.Crowded;
import id.sakelar.http.NotSent;
import id.sakelar.http.Unheard;
import id.sakelar.http.WebhookCaller;
import id.sakelar.http.WebhookFault;
import id.sakelar.http.WebhookPolicy;
import id.sakelar.http.WebhookSignature;
import id.sakelar.http.WebhookUrl;
import id.sakelar.server.partner.PartnerStore;
import id.sakelar.server.partner.Secret;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.VehicleTax;
import id.sakelar.server.payment.Webhook;
import id.sakelar.wire.Masked;
import id.sakelar.wire.Message;
import id.sakelar.wire.digiswitch.Echo;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.Webhook.Event;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells partners how a payment ended: the answer that a question after it would get, posted to
/// their address. Always in the Digiswitch spelling and with our code of the product, because a
/// payment does not remember in which spelling it was asked for. Thread-safe.
public final class DigiswitchWebhook implements Webhook {
  private static final Logger LOG = LoggerFactory.getLogger(DigiswitchWebhook.class);

  /// The payment's version, by which receivers put what they are told in order.
  private static final String VERSION = "webhook-version";

  private final PartnerStore partners;
  private final WebhookPolicy policy;
  private final WebhookCaller caller;
  private final InstantSource clock;

  public DigiswitchWebhook(
      PartnerStore partners, WebhookPolicy policy, WebhookCaller caller, InstantSource clock) {
    this.partners = partners;
    this.policy = policy;
    this.caller = caller;
    this.clock = clock;
  }

  @Override
  public Delivery deliver(Payment payment, int version) {
    var address = partners.findPartner(payment.id().partner()).orElseThrow().webhook();
    return address == null ? Delivery.NOT_WANTED : deliver(payment, version, address);
  }

  /// An address that the rules refuse is tried again like one that does not answer: the operator
  /// may have the partner correct it meanwhile.
  private Delivery deliver(Payment payment, int version, URI address) {
    return switch (policy.check(address.toString())) {
      case WebhookUrl url -> post(payment, version, url);
      case WebhookFault fault -> {
        LOG.warn("{} cannot be told: the partner's address is {}", payment.id(), fault);
        yield Delivery.FAILED;
      }
    };
  }

  private Delivery post(Payment payment, int version, WebhookUrl url) {
    var body = body(payment);
    if (body.size() > WebhookCaller.LONGEST_BODY) {
      LOG.warn("{} cannot be told: its bill is too long for a webhook", payment.id());
      return Delivery.FAILED;
    }
    try {
      var headers = headers(payment, version, body);
      int status = caller.post(url, headers, Body.of(body.mediaType(), body.body()));
      return status / 100 == 2 ? Delivery.DELIVERED : Delivery.FAILED;
    } catch (Crowded e) {
      return Delivery.BUSY;
    } catch (NotSent | Unheard e) {
      LOG.info("{} was not told: {}", payment.id(), e.getMessage());
      return Delivery.FAILED;
    }
  }

  private static Message body(Payment payment) {
    var quote = payment.quote();
    var echo = new Echo(payment.id().reference(), customer(quote.customer()), quote.product());
    var answer = Telling.of(payment, discreet(payment.bill()), echo, Spelling.DIGISWITCH);
    return id.sakelar.wire.digiswitch.Webhook.body(answer, Spelling.DIGISWITCH);
  }

  /// Identity numbers go to nobody unasked.
  private static Bill discreet(Bill bill) {
    return bill instanceof VehicleTax tax
        ? tax.withIdentity(Masked.lastFour(tax.identity()))
        : bill;
  }

  /// The customer's number; behind that of a vehicle stands its owner's identity number.
  private static String customer(String number) {
    int comma = number.indexOf(',');
    return comma < 0
        ? number
        : number.substring(0, comma + 1) + Masked.lastFour(number.substring(comma + 1));
  }

  /// Signed twice: in the manner of the dialect, and so that nobody can tell it again later.
  private Map<String, String> headers(Payment payment, int version, Message body) {
    var secret = partners.findWebhookSecret(payment.id().partner()).map(Secret::reveal);
    var name = name(payment);
    var headers =
        new LinkedHashMap<>(
            id.sakelar.wire.digiswitch.Webhook.headers(Event.UPDATE, name, body, secret));
    headers.putAll(WebhookSignature.headers(name, clock.instant(), body.body(), secret));
    headers.put(VERSION, Integer.toString(version));
    return headers;
  }

  /// The same for every try to tell the same change.
  private static String name(Payment payment) {
    var change = payment.id().subject() + "/" + payment.state();
    return UUID.nameUUIDFromBytes(change.getBytes(UTF_8)).toString();
  }
}
