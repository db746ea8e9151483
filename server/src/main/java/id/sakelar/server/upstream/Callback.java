package id.sakelar.server.upstream;

import id.sakelar.server.payment.Biller.Order;
import id.sakelar.server.payment.Evidence;

/// What a biller says of an order by itself, after its signature has been checked. One for each
/// dialect. Immutable.
public interface Callback {
  /// Our reference at the biller, as it is told; not necessarily one of ours.
  String reference();

  /// Whether the signature covers what is said. Where it does not, the biller is asked instead, and
  /// what it says is no evidence.
  boolean isProof();

  /// What it says, taken at its word. Good for writing down, not for moving a payment.
  Evidence claim();

  /// What it is worth about `order`, under whose reference it came: the same as a status answer. If
  /// it is about another customer, product or price, it is [Evidence.Ambiguous].
  Evidence about(Order order);

  /// What it is worth about an order that was given up for another biller, of whose terms only the
  /// customer is known any more.
  Evidence aboutFormer(Order order);
}
