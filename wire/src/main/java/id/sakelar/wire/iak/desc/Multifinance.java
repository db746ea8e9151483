package id.sakelar.wire.iak.desc;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.util.Optional;

/// An instalment of a vehicle or of goods, to the letter of the given document. Every field may be
/// missing: one company says no more than instalment and penalty. Immutable.
///
/// @param lastPaidDueDate `14 Dec 12`
/// @param idRef the company's own reference
public record Multifinance(
    Optional<Rupiah> miscFee,
    Optional<String> itemName,
    Optional<String> noRangka,
    Optional<String> noPol,
    Optional<String> tenor,
    Optional<Rupiah> installment,
    Optional<Rupiah> penaltyBill,
    Optional<Rupiah> maxPayment,
    Optional<String> lastPaidDueDate,
    Optional<String> idRef)
    implements Desc {
  static Multifinance read(Fields from) throws Garbled {
    return new Multifinance(
        from.findAmount("misc_fee"),
        from.findText("item_name"),
        from.findText("no_rangka"),
        from.findText("no_pol"),
        from.findText("tenor"),
        from.findAmount("installment"),
        from.findAmount("penalty_bill"),
        from.findAmount("max_payment"),
        from.findText("last_paid_due_date"),
        from.findText("id_ref"));
  }

  @Override
  public Members spelled() {
    return new Draft()
        .amount("misc_fee", miscFee)
        .text("item_name", itemName)
        .text("no_rangka", noRangka)
        .text("no_pol", noPol)
        .text("tenor", tenor)
        .amount("installment", installment)
        .amount("penalty_bill", penaltyBill)
        .amount("max_payment", maxPayment)
        .text("last_paid_due_date", lastPaidDueDate)
        .text("id_ref", idRef)
        .members();
  }

  /// Leaves out what leads to the vehicle and its owner.
  @Override
  public String toString() {
    return "Multifinance[]";
  }
}
