package id.sakelar.wire.iak.desc;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.util.List;
import java.util.Optional;

/// Water. Some companies send one row for each month, others one row for all of them whose period
/// joins theirs with commas. Immutable.
///
/// @param dueDate Surabaya only
/// @param kodeTarif Surabaya, and a few others
public record Pdam(
    int billQuantity,
    Optional<String> address,
    Optional<String> billerAdmin,
    Optional<String> pdamName,
    Optional<String> stampDuty,
    Optional<String> dueDate,
    Optional<String> kodeTarif,
    List<Sheet> detail)
    implements Desc {
  public Pdam {
    detail = List.copyOf(detail);
  }

  /// One month, or all of them. `stand` is for Surabaya only.
  public record Sheet(
      String period,
      Optional<Integer> firstMeter,
      Optional<Integer> lastMeter,
      Optional<Rupiah> penalty,
      Rupiah billAmount,
      Optional<Rupiah> miscAmount,
      Optional<String> stand) {
    private static Sheet read(Fields from) throws Garbled {
      return new Sheet(
          from.text("period"),
          from.findCount("first_meter"),
          from.findCount("last_meter"),
          from.findAmount("penalty"),
          from.amount("bill_amount"),
          from.findAmount("misc_amount"),
          from.findText("stand"));
    }

    private Draft draft() {
      return new Draft()
          .text("period", period)
          .count("first_meter", firstMeter)
          .count("last_meter", lastMeter)
          .amount("penalty", penalty)
          .amount("bill_amount", billAmount)
          .amount("misc_amount", miscAmount)
          .text("stand", stand);
    }
  }

  static Pdam read(Fields from) throws Garbled {
    return new Pdam(
        from.count("bill_quantity"),
        from.findText("address"),
        from.findText("biller_admin"),
        from.findText("pdam_name"),
        from.findText("stamp_duty"),
        from.findText("due_date"),
        from.findText("kode_tarif"),
        Details.read(from, "bill", Sheet::read));
  }

  @Override
  public Members spelled() {
    return new Draft()
        .count("bill_quantity", billQuantity)
        .text("address", address)
        .text("biller_admin", billerAdmin)
        .text("pdam_name", pdamName)
        .text("stamp_duty", stampDuty)
        .text("due_date", dueDate)
        .text("kode_tarif", kodeTarif)
        .json("bill", Details.spelled(detail, Sheet::draft))
        .members();
  }

  /// Leaves out where the water is used.
  @Override
  public String toString() {
    return "Pdam[billQuantity=" + billQuantity + "]";
  }
}
