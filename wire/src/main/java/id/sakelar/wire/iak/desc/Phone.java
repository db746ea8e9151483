package id.sakelar.wire.iak.desc;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.util.List;
import java.util.Optional;

/// A telephone, with or without a wire. They have the same fields, but spell some differently.
/// Immutable.
public record Phone(
    Line line,
    Optional<String> kodeArea,
    Optional<String> divre,
    Optional<String> datel,
    int jumlahTagihan,
    List<Sheet> detail)
    implements Desc {
  /// Whether there is a wire.
  public enum Line {
    /// The total of a sheet is a number.
    FIXED,
    /// The total of a sheet stands between quotes, and what is not known of it is empty.
    MOBILE
  }

  public Phone {
    detail = List.copyOf(detail);
  }

  /// One month.
  public record Sheet(
      String periode,
      Optional<Rupiah> nilaiTagihan,
      Optional<Rupiah> admin,
      Optional<Rupiah> total) {
    private static Sheet read(Fields from) throws Garbled {
      return new Sheet(
          from.text("periode"),
          Details.findAmount(from, "nilai_tagihan"),
          Details.findAmount(from, "admin"),
          Details.findAmount(from, "total"));
    }

    private Draft draft(Line line) {
      var to = new Draft().text("periode", periode);
      return switch (line) {
        case FIXED ->
            to.amountText("nilai_tagihan", nilaiTagihan)
                .amountText("admin", admin)
                .amount("total", total);
        case MOBILE ->
            to.text("nilai_tagihan", digits(nilaiTagihan))
                .text("admin", digits(admin))
                .text("total", digits(total));
      };
    }

    private static String digits(Optional<Rupiah> amount) {
      return amount.map(it -> Long.toString(it.toWhole())).orElse("");
    }
  }

  static Phone read(Fields from, Line line) throws Garbled {
    return new Phone(
        line,
        from.findText("kode_area"),
        from.findText("divre"),
        from.findText("datel"),
        from.count("jumlah_tagihan"),
        Details.read(from, "tagihan", Sheet::read));
  }

  @Override
  public Members spelled() {
    return new Draft()
        .text("kode_area", kodeArea)
        .text("divre", divre)
        .text("datel", datel)
        .count("jumlah_tagihan", jumlahTagihan)
        .json("tagihan", Details.spelled(detail, it -> it.draft(line)))
        .members();
  }
}
