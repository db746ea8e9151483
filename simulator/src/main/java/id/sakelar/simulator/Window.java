package id.sakelar.simulator;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import java.util.List;

/// Which rows of a book are asked for. Immutable.
///
/// @param after the number of the row before the first, 0 for none
/// @param limit how many at most, at least one
record Window(int after, int limit) {
  private static final List<String> NAMES = List.of("after", "limit");

  /// Reads a query such as `after=1000&limit=50`; either may be missing.
  static Window parse(String query, int most) throws Garbled {
    var from = fields(query);
    int limit = from.findCount("limit").orElse(most);
    if (limit < 1 || limit > most) {
      throw Garbled.field("limit", "goes from 1 to " + most);
    }
    return new Window(from.findCount("after").orElse(0), limit);
  }

  private static Fields fields(String query) throws Garbled {
    var draft = new Draft();
    try {
      for (String pair : query.isEmpty() ? List.<String>of() : List.of(query.split("&", -1))) {
        draft.text(name(pair), pair.substring(pair.indexOf('=') + 1));
      }
    } catch (IllegalArgumentException _) {
      throw Garbled.message("a page asks for after and limit once each");
    }
    return new Fields(draft.members());
  }

  private static String name(String pair) throws Garbled {
    String name = pair.contains("=") ? pair.substring(0, pair.indexOf('=')) : pair;
    if (!NAMES.contains(name)) {
      throw Garbled.message("a page of the book is asked for with after and limit only");
    }
    return name;
  }
}
