package id.sakelar.server.payment;

import id.sakelar.server.catalog.Offer.Route;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The billers that are left for one payment, in the order of the catalogue. Used by the one thread
/// that runs the payment.
final class Ways {
  private final Inquiries inquiries;
  private final Asked asked;
  private final Inquiry inquiry;
  private final Set<String> tried = new HashSet<>();

  /// @param opened the payment, on its way to the first of them
  Ways(Inquiries inquiries, Asked asked, Payment opened) {
    this.inquiries = inquiries;
    this.asked = asked;
    this.inquiry = opened.inquiry();
    this.tried.add(opened.quote().upstream());
  }

  boolean isAnyLeft() {
    return findLeft().isPresent();
  }

  /// The next biller who finds the same bill and takes no more for it than it earns; each is asked
  /// once.
  Optional<Quote> next() {
    var route = findLeft();
    while (route.isPresent()) {
      tried.add(route.get().upstream());
      var quote = inquiries.quoteElsewhere(asked, inquiry, route.get());
      if (quote.isPresent()) {
        return quote;
      }
      route = findLeft();
    }
    return Optional.empty();
  }

  private Optional<Route> findLeft() {
    return inquiries.routes(asked).stream()
        .filter(route -> !tried.contains(route.upstream()))
        .findFirst();
  }
}
