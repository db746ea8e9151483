package id.sakelar.server.payment;

import id.sakelar.money.Rupiah;
import java.util.List;

/// Health insurance (BPJS Kesehatan). `members`, `months` and what is `left` to pay as printed.
public record HealthInsurance(
    String holder,
    int sheets,
    Rupiah amount,
    String members,
    String address,
    List<String> months,
    Branch branch,
    String left)
    implements Bill {
  public HealthInsurance {
    months = List.copyOf(months);
  }

  public HealthInsurance(
      String holder,
      int sheets,
      Rupiah amount,
      String members,
      String address,
      List<String> months) {
    this(holder, sheets, amount, members, address, months, new Branch("", ""), "");
  }

  /// The office that looks after the member.
  public record Branch(String code, String name) {}

  @Override
  public String toString() {
    return Bill.describe(this);
  }
}
