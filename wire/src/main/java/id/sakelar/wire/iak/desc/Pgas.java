package id.sakelar.wire.iak.desc;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.util.Optional;

/// Gas. Meters as the biller prints them; `usage` in cubic metres. Immutable.
public record Pgas(
    Optional<String> address,
    Optional<String> firstMeter,
    Optional<String> lastMeter,
    Optional<Integer> usage)
    implements Desc {
  static Pgas read(Fields from) throws Garbled {
    return new Pgas(
        from.findText("address"),
        from.findText("first_meter"),
        from.findText("last_meter"),
        from.findCount("usage"));
  }

  @Override
  public Members spelled() {
    return new Draft()
        .text("address", address)
        .text("first_meter", firstMeter)
        .text("last_meter", lastMeter)
        .count("usage", usage)
        .members();
  }

  /// Leaves out where it is used.
  @Override
  public String toString() {
    return "Pgas[]";
  }
}
