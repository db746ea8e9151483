package id.sakelar.server.payment;

/// Tells a partner how a payment ended, in one dialect's words. Implemented by the fronts.
public interface Webhook {
  /// Tries once to deliver. Blocks for at most ten seconds or so; never throws for what the
  /// partner's server does.
  ///
  /// @param version the payment's, when it came to its state: the same at every try to tell that
  Delivery deliver(Payment payment, int version);

  /// What came of a try.
  enum Delivery {
    DELIVERED,
    /// To be tried again later.
    FAILED,
    /// Not tried: that host is being told as much as it may be at once.
    BUSY,
    /// The partner has no address for webhooks.
    NOT_WANTED
  }
}
