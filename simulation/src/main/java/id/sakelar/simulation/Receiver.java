package id.sakelar.simulation;

import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.Webhook;

/// A partner's server that is told how payments ended. For whoever has the turn.
final class Receiver implements Webhook {
  private final World world;
  private final Host host;

  Receiver(World world, Host host) {
    this.world = world;
    this.host = host;
  }

  @Override
  public Delivery deliver(Payment payment, int version) {
    var chance = world.weather().chance("webhook " + payment.id());
    host.mayDie(Effect.WEBHOOK, "before", chance);
    long sent = world.turns().now();
    world.turns().sleep(Chances.skewed(chance, 1_000, 10_000_000));
    boolean fails = world.weather().strikes(Fault.WEBHOOK_FAILS, chance);
    // what fails may have been heard nonetheless
    if (!fails || chance.nextBoolean()) {
      world.checks().heardByWebhook(payment, sent);
    }
    host.mayDie(Effect.WEBHOOK, "after", chance);
    return fails ? Delivery.FAILED : Delivery.DELIVERED;
  }
}
