package id.sakelar.wire.iak.desc;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.util.List;
import java.util.Optional;

/// Television. Only some companies have rows. Immutable.
public record Tv(
    int billQuantity, Optional<String> productCategory, Optional<Rupiah> ppn, List<Sheet> detail)
    implements Desc {
  public Tv {
    detail = List.copyOf(detail);
  }

  /// One month, under the company's own number.
  public record Sheet(String periode, Rupiah nilaiTagihan, Optional<String> noRef) {
    private static Sheet read(Fields from) throws Garbled {
      return new Sheet(from.text("periode"), from.amount("nilai_tagihan"), from.findText("no_ref"));
    }

    private Draft draft() {
      return new Draft()
          .text("periode", periode)
          .amountText("nilai_tagihan", nilaiTagihan)
          .text("no_ref", noRef);
    }
  }

  static Tv read(Fields from) throws Garbled {
    return new Tv(
        from.count("bill_quantity"),
        from.findText("product_category"),
        from.findAmount("ppn"),
        Details.read(from, "tagihan", Sheet::read));
  }

  @Override
  public Members spelled() {
    return new Draft()
        .text("bill_quantity", Integer.toString(billQuantity))
        .text("product_category", productCategory)
        .amount("ppn", ppn)
        .json("tagihan", Details.spelled(detail, Sheet::draft))
        .members();
  }
}
