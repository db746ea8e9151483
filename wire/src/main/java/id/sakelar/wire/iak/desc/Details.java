package id.sakelar.wire.iak.desc;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json;
import id.sakelar.wire.Json.Items;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Json.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What stands in groups of its own inside a `desc`, above all its rows: `detail`.
final class Details {
  private static final String ROWS = "detail";

  private Details() {}

  /// The rows inside `group`; none if there is no such group.
  static <T> List<T> read(Fields from, String group, Fields.Reader<T> reader) throws Garbled {
    return group(from, group).repeated(ROWS, reader);
  }

  /// The fields inside `group`; none if there is no such group. An empty group is an empty text in
  /// XML, and an empty list in the JSON of some servers.
  static Fields group(Fields from, String group) throws Garbled {
    return from.has(group) && !isEmpty(from.json(group))
        ? from.group(group)
        : new Fields(new Members(Map.of()));
  }

  /// A group of fields; left out if it has none.
  static void write(Draft to, String group, Draft fields) {
    var members = fields.members();
    if (!members.fields().isEmpty()) {
      to.json(group, members);
    }
  }

  static <T> Members spelled(List<T> rows, Function<T, Draft> writer) {
    return new Draft().rows(ROWS, rows, writer).members();
  }

  /// An amount between quotes; an empty text is none.
  static Optional<Rupiah> findAmount(Fields from, String name) throws Garbled {
    return from.has(name) && isEmpty(from.json(name)) ? Optional.empty() : from.findAmount(name);
  }

  private static boolean isEmpty(Json json) {
    return (json instanceof Text(String text) && text.isBlank())
        || (json instanceof Items(var list) && list.isEmpty());
  }
}
