package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.GraphStore;
import id.sakelar.server.payment.SalesStore;
import id.sakelar.wire.bankplus.AnyMonth;
import id.sakelar.wire.bankplus.Blank;
import id.sakelar.wire.bankplus.Graph;
import id.sakelar.wire.bankplus.Month;
import id.sakelar.wire.bankplus.Reply;
import id.sakelar.wire.bankplus.Sentence;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Draws the graphs of an agent's dashboard; one with nothing in it is not found. Thread-safe.
record GraphClerks(GraphStore graphs, SalesStore sales, GraphTitles titles, Refuser refuser) {
  /// What the agent did with savings in a month.
  Reply<List<Graph.Numbered>> savings(Visit visit, Month question) {
    var done = graphs.services(visit.username(), question.month());
    if (done.openings() + done.deposits() + done.balances() == 0) {
      return refuser.no(Sentence.NO_DATA);
    }
    return Reply.done(
        List.of(
            new Graph.Numbered(1, column("Buka Rekening", done.openings())),
            new Graph.Numbered(2, column("Setor Tunai", done.deposits())),
            new Graph.Numbered(3, column("Customer Balance", done.balances()))));
  }

  /// How many bills were paid at the counter.
  Reply<List<Graph>> bills(Visit visit, AnyMonth question) {
    return columns(titles.bills(visit.partner().id(), sold(visit, question)));
  }

  /// How much was bought there.
  Reply<List<Graph>> purchases(Visit visit, AnyMonth question) {
    return columns(titles.purchases(visit.partner().id(), sold(visit, question)));
  }

  private SequencedMap<String, Long> sold(Visit visit, AnyMonth question) {
    return sales.count(visit.partner().id(), BankplusFront.DIALECT, question.month().orElse(null));
  }

  /// How many agents began, month by month.
  Reply<List<Graph>> growth(Visit visit, Blank question) {
    return columns(graphs.growth(visit.username()));
  }

  /// How many agents there are in each province.
  Reply<List<Graph>> spread(Visit visit, Blank question) {
    return columns(graphs.spread(visit.username()));
  }

  private Reply<List<Graph>> columns(Map<?, Long> counts) {
    return counts.isEmpty()
        ? refuser.no(Sentence.NO_DATA)
        : Reply.done(
            counts.entrySet().stream()
                .map(it -> column(it.getKey().toString(), it.getValue()))
                .toList());
  }

  private static Graph column(String title, long count) {
    return new Graph(title, Math.toIntExact(count));
  }
}
