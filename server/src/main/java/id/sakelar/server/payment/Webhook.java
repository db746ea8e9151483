package id.sakelar.server.payment;

/// Tells a partner how a payment ended, in one dialect's words. Implemented by the fronts.
public interface Webhook {
  /// Tries once to deliver. Blocks for at most ten seconds or so; never throws for what the
  /// partner's server does.
  Delivery deliver(Payment payment);

  /// What came of a try.
  enum Delivery {
    DELIVERED,
    /// To be tried again later.
    FAILED,
    /// The partner has no address for webhooks.
    NOT_WANTED
  }
}
