package id.sakelar.wire.bankplus;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;

/// One column of a graph. Immutable.
public record Graph(String graphTitle, int graphCount) {
  static Graph read(Fields from) throws Garbled {
    return new Graph(from.text("graph_title"), from.count("graph_count"));
  }

  Draft spelled() {
    return write(new Draft());
  }

  private Draft write(Draft to) {
    return to.text("graph_title", graphTitle).count("graph_count", graphCount);
  }

  /// One column of the graph of savings, which has a number. Immutable.
  ///
  /// @param graphId from 1
  public record Numbered(int graphId, Graph column) {
    static Numbered read(Fields from) throws Garbled {
      return new Numbered(from.count("graph_id"), Graph.read(from));
    }

    Draft spelled() {
      return column.write(new Draft().count("graph_id", graphId));
    }
  }
}
