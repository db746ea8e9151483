package id.sakelar.wire.iak;

import id.sakelar.wire.Codec;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Limits;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A receipt to be printed, line by line, in JSON. Prints no line. Immutable.
///
/// @param lines each value under its label, in the order of the paper
public record Receipt(Map<String, String> lines) {
  /// Receipts inside `data`.
  public static final Codec<Receipt> CODEC =
      Codec.json(Limits.ANSWER, Receipt::read, Receipt::spelled);

  public Receipt {
    lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
  }

  private static Receipt read(Fields body) throws Garbled {
    var data = body.group("data");
    Map<String, String> lines = new LinkedHashMap<>();
    for (String label : body.members("data").fields().keySet()) {
      lines.put(label, data.text(label));
    }
    return new Receipt(lines);
  }

  private Members spelled() {
    var data = new Draft();
    lines.forEach(data::text);
    return new Draft().json("data", data.members()).members();
  }

  @Override
  public String toString() {
    return "Receipt[" + lines.size() + " lines]";
  }
}
