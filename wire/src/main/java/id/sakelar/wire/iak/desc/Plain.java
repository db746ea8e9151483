package id.sakelar.wire.iak.desc;

import id.sakelar.wire.Json.Members;
import java.util.Map;

/// A bill that says nothing about itself, such as a collection: an empty list in JSON, an empty
/// element in XML. Immutable.
public record Plain() implements Desc {
  @Override
  public Members spelled() {
    return new Members(Map.of());
  }
}
