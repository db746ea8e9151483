package id.sakelar.wire.iak.desc;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json;
import id.sakelar.wire.Json.Items;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Json.Text;
import java.util.List;
import java.util.Optional;

/// A life insurance. Immutable.
///
/// @param insured how many are insured
/// @param dueDate the last day to pay
/// @param footer lines for the receipt
public record Insurance(
    Optional<String> insured,
    Optional<String> policyStatus,
    Optional<String> dueDate,
    List<String> footer)
    implements Desc {
  public Insurance {
    footer = List.copyOf(footer);
  }

  static Insurance read(Fields from) throws Garbled {
    return new Insurance(
        from.findText("insured"),
        from.findText("policy_status"),
        from.findText("due_date"),
        from.repeatedTexts("footer"));
  }

  @Override
  public Members spelled() {
    var lines = new Items(footer.stream().<Json>map(Text::new).toList());
    return new Draft()
        .text("insured", insured)
        .text("policy_status", policyStatus)
        .text("due_date", dueDate)
        .json("footer", lines)
        .members();
  }
}
