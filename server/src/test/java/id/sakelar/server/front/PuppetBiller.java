package id.sakelar.server.front;

import static java.util.Objects.requireNonNull;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Bill.CreditCard;
import id.sakelar.server.payment.Biller;
import id.sakelar.server.payment.Electricity;
import id.sakelar.server.payment.Electricity.ElectricityMonth;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Evidence.Success;
import id.sakelar.server.payment.VehicleTax;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/// A biller that does what a test says: by customer's number, which bill there is and what comes of
/// paying it. Unless told otherwise everybody owes Rp8.500 for electricity or for a vehicle, every
/// card takes any amount, and every payment succeeds. Remembers what it was asked. Thread-safe.
public final class PuppetBiller implements Biller {
  private static final Rupiah COST = Rupiah.of(9_900);

  private final Map<String, Supplier<Found>> bills = new ConcurrentHashMap<>();
  private final Map<String, Supplier<Evidence>> endings = new ConcurrentHashMap<>();
  private final Queue<Question> questions = new ConcurrentLinkedQueue<>();
  private final Queue<Order> orders = new ConcurrentLinkedQueue<>();

  public void owes(String customer, Supplier<Found> bill) {
    bills.put(customer, bill);
  }

  public void ends(String customer, Supplier<Evidence> ending) {
    endings.put(customer, ending);
  }

  /// What was inquired for `customer`, in order.
  public List<Question> questions(String customer) {
    return questions.stream().filter(question -> question.customer().equals(customer)).toList();
  }

  /// What was paid for `customer`, in order.
  public List<Order> orders(String customer) {
    return orders.stream().filter(order -> order.quote().customer().equals(customer)).toList();
  }

  @Override
  public Found inquire(Question question) {
    questions.add(question);
    return bills.getOrDefault(question.customer(), () -> found(bill(question))).get();
  }

  @Override
  public Evidence pay(Order order) {
    orders.add(order);
    return endings
        .getOrDefault(order.quote().customer(), () -> new Success("00", "SN-1", COST, null))
        .get();
  }

  @Override
  public Evidence status(Order order) {
    return new Evidence.Ambiguous("nobody asks");
  }

  public static Found found(Bill bill) {
    return new Found.Billed(bill, COST);
  }

  private static Bill bill(Question question) {
    return switch (question.family()) {
      case VEHICLE_TAX -> vehicleTax();
      case CREDIT_CARD -> creditCard(requireNonNull(question.amount()));
      case ELECTRICITY, ELECTRICITY_NON_BILL, WATER, MOBILE, INTERNET -> electricity();
      case HEALTH_INSURANCE, EMPLOYMENT_INSURANCE, COMPANY_INSURANCE, INSURANCE -> electricity();
      case MULTIFINANCE, PROPERTY_TAX, LOCAL_TAX, GAS, TELEVISION -> electricity();
      case EMONEY_TOPUP, MONEY_TRANSFER, TICKET -> electricity();
    };
  }

  /// A bill of a bank's card.
  public static CreditCard creditCard(Rupiah amount) {
    return new CreditCard("Nama Pelanggan Pertama", 1, amount, "Bank Mandiri");
  }

  /// A bill for the vehicle of the published examples.
  public static VehicleTax vehicleTax() {
    var zero = Rupiah.ZERO;
    return new VehicleTax(
        "Nama Pelanggan Pertama",
        1,
        Rupiah.of(8_500),
        "KP CITAMIANG DUA",
        "320111111111111",
        new VehicleTax.Vehicle(
            "MH328D204AK4010000",
            "",
            "F 0001 Z",
            "",
            "YAMAHA",
            "28D (AL115S/MIO)",
            "2010",
            "MERAH"),
        "",
        new VehicleTax.Fees(
            zero, Rupiah.of(1_500), Rupiah.of(7_000), zero, zero, zero, zero, zero, zero, zero),
        new VehicleTax.Slip("322020060719000", "", ""));
  }

  /// The bill of the published examples.
  public static Bill electricity() {
    var month =
        new ElectricityMonth("201901", Rupiah.of(8_000), Rupiah.of(500), "00080000", "00090000");
    return new Electricity(
        "Nama Pelanggan Pertama", 1, Rupiah.of(8_500), "R1", 1300, List.of(month));
  }
}
