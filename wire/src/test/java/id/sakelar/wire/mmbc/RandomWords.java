package id.sakelar.wire.mmbc;

import id.sakelar.money.Rupiah;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Makes up questions and answers of the dialect. The same seed makes up the same ones.
final class RandomWords {
  private static final String[] LETTERS = {
    "a", "Z", "0", " ", "/", "\"", "\\", "é", "\n", "\u2028", "\u007f", "<", "&", "=", "+", "%"
  };
  private static final String DIGITS = "0123456789";
  private static final String CAPITALS = DIGITS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private final RandomGenerator random;

  RandomWords(RandomGenerator random) {
    this.random = random;
  }

  InquiryAcc inquiryAcc() {
    return new InquiryAcc(login(), ccCode(), digits(12, 19), amount(), refId());
  }

  TransferAcc transferAcc() {
    return new TransferAcc(login(), ccCode(), digits(12, 19), amount(), coin(), refId(), coin());
  }

  StatusTransfer statusTransfer() {
    return new StatusTransfer(login(), digits(1, 20), coin());
  }

  InquiryEsamsat inquiryEsamsat() {
    return new InquiryEsamsat(
        login(), some(CAPITALS + "_", 1, 40), digits(15, 16), some(CAPITALS, 5, 25));
  }

  PayEsamsat payEsamsat() {
    return new PayEsamsat(login(), digits(1, 20), refId());
  }

  StatusInvoice statusInvoice() {
    return new StatusInvoice(login(), digits(1, 20));
  }

  Login login() {
    return new Login(text(), text());
  }

  CreditCard creditCard() {
    return new CreditCard(text(), text(), coin());
  }

  SamsatProduct samsatProduct() {
    return new SamsatProduct(text(), text(), amount(), amount(), coin());
  }

  CardBill cardBill() {
    return new CardBill(card(), amount(), amount());
  }

  CardReceipt cardReceipt() {
    Status[] endings = {Status.CONFIRM, Status.PENDING, Status.REFUND};
    return new CardReceipt(
        maybe(() -> Duration.ofSeconds(random.nextInt(1_000_000_000))),
        moment(),
        digits(1, 20),
        card(),
        amount(),
        text(),
        amount(),
        one(endings),
        maybe(this::text));
  }

  SamsatBill samsatBill() {
    return new SamsatBill(moment(), text(), text(), vehicle(), text());
  }

  SamsatReceipt samsatReceipt() {
    var status = one(Status.values());
    return new SamsatReceipt(
        moment(), text(), text(), text().strip(), text().strip(), vehicle(), text(), status);
  }

  Refusal refusal() {
    return switch (random.nextInt(3)) {
      case 0 -> new Refusal.Bare(text());
      case 1 -> new Refusal.OfInvoice(text());
      default ->
          new Refusal.OfVehicle(moment(), new Echo(text(), text(), text(), text()), text(), text());
    };
  }

  boolean coin() {
    return random.nextBoolean();
  }

  private Card card() {
    return new Card(text(), text(), text(), text());
  }

  private Vehicle vehicle() {
    return new Vehicle(
        text(), text(), text(), text(), text(), text(), text(), text(), text(), text(), parts(),
        parts(), amount(), amount());
  }

  private Vehicle.Parts parts() {
    return new Vehicle.Parts(maybe(this::amount), maybe(this::amount), maybe(this::amount));
  }

  private LocalDateTime moment() {
    return LocalDateTime.of(2019, 7, 7, 13, 14, 15).plusSeconds(random.nextInt(1_000_000_000));
  }

  private Rupiah amount() {
    return Rupiah.of(1 + random.nextLong(9_999_999_999_999L));
  }

  private <T> T one(T[] of) {
    return of[random.nextInt(of.length)];
  }

  private String ccCode() {
    return Integer.toString(1 + random.nextInt(999));
  }

  private Optional<String> refId() {
    return maybe(() -> some(CAPITALS + "abc._:-", 1, 64));
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return coin() ? Optional.of(value.get()) : Optional.empty();
  }

  private String digits(int least, int most) {
    return some(DIGITS, least, most);
  }

  private String some(String letters, int least, int most) {
    var text = new StringBuilder();
    for (int rest = random.nextInt(least, most + 1); rest > 0; rest--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  private String text() {
    var text = new StringBuilder();
    for (int rest = random.nextInt(20); rest > 0; rest--) {
      text.append(one(LETTERS));
    }
    return text.toString();
  }
}
