package id.sakelar.server.front.iak;

import id.sakelar.server.partner.Partner;
import id.sakelar.server.partner.PartnerStore;
import id.sakelar.server.payment.NumberStore;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.Payments.Paying;
import id.sakelar.server.payment.State;
import id.sakelar.wire.iak.Receipt;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the receipts of payments that were made. Nobody says who he is when he fetches one, so it
/// is given to the addresses on the list of the partner that paid, and to nobody else: not to the
/// customers of a partner that has no list. Thread-safe.
final class Receipts {
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,15}");

  /// Looked for where there is nothing to be found, so that a refusal takes as long: no inquiry has
  /// a reserved word for its reference.
  private static final PaymentId NOBODYS = new PaymentId("nobody", IakFront.DIALECT, "cs");

  private final NumberStore numbers;
  private final PartnerStore owners;
  private final Payments payments;
  private final Products products;

  Receipts(NumberStore numbers, PartnerStore owners, Payments payments, Products products) {
    this.numbers = numbers;
    this.owners = owners;
    this.payments = payments;
    this.products = products;
  }

  /// The receipt of a number, if there is one and `from` may have it.
  Optional<Receipt> find(String number, InetAddress from) {
    if (!NUMBER.matcher(number).matches()) {
      return Optional.empty();
    }
    var id = numbers.find(IakFront.DIALECT, Long.parseLong(number)).orElse(NOBODYS);
    var owner = owners.findPartner(id.partner()).filter(it -> gives(it, from));
    return payments.status(owner.isPresent() ? id : NOBODYS) instanceof Paying.Known(var payment)
            && payment.state() == State.SUCCEEDED
        ? Optional.of(receipt(number, payment))
        : Optional.empty();
  }

  private static boolean gives(Partner owner, InetAddress from) {
    return owner.active() && owner.addresses().stream().anyMatch(network -> network.contains(from));
  }

  private Receipt receipt(String number, Payment payment) {
    var product = products.name(payment.quote().product(), payment.id().partner());
    return new Receipt(ReceiptLines.of(payment, number, product));
  }
}
