package id.sakelar.simulator.digiswitch;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.sakelar.money.Rupiah;
import id.sakelar.simulator.Row;
import id.sakelar.simulator.Row.Ending;
import id.sakelar.wire.Masked;
import id.sakelar.wire.digiswitch.Echo;
import id.sakelar.wire.digiswitch.ResponseCode;
import id.sakelar.wire.digiswitch.Transaction;
import id.sakelar.wire.digiswitch.desc.Family;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// A question about one bill, and the product it is about. Immutable.
record Order(Transaction asked, Product product) {
  private static final Rupiah LARGEST = Rupiah.of(1_000_000_000);
  private static final long STEP = 1_000;

  String reference() {
    return asked.refId();
  }

  Echo echo() {
    return asked.echo();
  }

  /// Of reference, product and customer: the same in both spellings.
  String fingerprint() {
    String text = String.join("|", reference(), product.family().name(), number());
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java runtime has SHA-256", e);
    }
  }

  Customer customer() throws Refusal {
    var customer = product.find(number());
    if (customer.isPresent()) {
      return customer.get();
    }
    int length = number().length();
    boolean wrongLength = product.family() == Family.PLN && (length < 11 || length > 12);
    throw new Refusal(wrongLength ? ResponseCode.NUMBER_LENGTH : ResponseCode.NUMBER);
  }

  /// What `customer` owes, or wants to send where it is for him to say how much.
  Owed owed(Customer customer, Optional<Rupiah> amount) throws Refusal {
    if (amount.isEmpty() || !isOpenAmount()) {
      return customer.owed();
    }
    var wanted = amount.get();
    if (!wanted.isPositive() || wanted.compareTo(LARGEST) > 0) {
      throw new Refusal(ResponseCode.AMOUNT);
    }
    if (product.family() == Family.EMONEY && wanted.toWhole() % STEP != 0) {
      throw new Refusal(ResponseCode.EMONEY_STEP);
    }
    return customer.owed().forAmount(wanted);
  }

  /// The row of a payment of `owed` that ends in `code` after a while.
  Row row(Owed owed, ResponseCode code, Instant now, Duration pendingFor) {
    boolean paid = code == ResponseCode.SUCCESS;
    return new Row(
        reference(),
        fingerprint(),
        paid ? owed.sn().orElseGet(this::serial) : "",
        asked.code(),
        Masked.lastFour(asked.customerNo()),
        owed.price(),
        now,
        now.plus(pendingFor),
        paid ? Ending.PAID : Ending.FAILED,
        code.rc());
  }

  /// The row of a payment that was refused before anybody looked at the bill.
  Row refused(ResponseCode code, Instant now) {
    return new Row(
        reference(),
        fingerprint(),
        "",
        asked.code(),
        Masked.lastFour(asked.customerNo()),
        Rupiah.ZERO,
        now,
        now,
        Ending.FAILED,
        code.rc());
  }

  /// The customer's number without blanks around its parts.
  private String number() {
    return String.join(",", asked.customerParts());
  }

  /// A serial number that no other payment has.
  private String serial() {
    return "S" + fingerprint().toUpperCase(Locale.ROOT);
  }

  /// Whether the customer says how much.
  private boolean isOpenAmount() {
    return product.family() == Family.EMONEY || product.family() == Family.KIRIMUANG;
  }
}
