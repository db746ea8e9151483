package id.sakelar.server.payment;

import id.sakelar.money.Rupiah;

/// Vehicle tax (SAMSAT). `paidUntil` is the day until which the vehicle is taxed once it is paid.
public record VehicleTax(
    String holder,
    int sheets,
    Rupiah amount,
    String address,
    String identity,
    Vehicle vehicle,
    String paidUntil,
    Fees fees,
    Slip slip)
    implements Bill {
  public VehicleTax(
      String holder,
      int sheets,
      Rupiah amount,
      String address,
      String identity,
      Vehicle vehicle,
      String paidUntil,
      Fees fees) {
    this(holder, sheets, amount, address, identity, vehicle, paidUntil, fees, new Slip("", "", ""));
  }

  /// The same tax under the numbers that its payment got.
  public VehicleTax withSlip(Slip paid) {
    return new VehicleTax(
        holder, sheets, amount, address, identity, vehicle, paidUntil, fees, paid);
  }

  /// The same tax with the owner's identity number as it may be shown.
  public VehicleTax withIdentity(String shown) {
    return new VehicleTax(holder, sheets, amount, address, shown, vehicle, paidUntil, fees, slip);
  }

  /// The numbers it goes by: the bank's payment code, and those that only a payment gets, the
  /// bank's trace number and the number of the state's receipt (NTPD).
  public record Slip(String paymentCode, String trace, String stateReceipt) {}

  /// The vehicle on the bill.
  public record Vehicle(
      String chassis,
      String engine,
      String plate,
      String ownership,
      String make,
      String model,
      String built,
      String color) {
    public Vehicle(
        String chassis,
        String engine,
        String plate,
        String ownership,
        String make,
        String model,
        String built) {
      this(chassis, engine, plate, ownership, make, model, built, "");
    }

    /// Leaves out what leads to its owner.
    @Override
    public String toString() {
      return "Vehicle[" + make + "]";
    }
  }

  /// What the tax is made of: bbn (transfer of ownership), swd (insurance), pkb (vehicle tax).
  public record Fees(
      Rupiah bbn,
      Rupiah swd,
      Rupiah pkb,
      Rupiah fineSwd,
      Rupiah fineBbn,
      Rupiah finePkb,
      Rupiah registration,
      Rupiah plates,
      Rupiah parking,
      Rupiah progressive) {}

  @Override
  public String toString() {
    return Bill.describe(this);
  }
}
