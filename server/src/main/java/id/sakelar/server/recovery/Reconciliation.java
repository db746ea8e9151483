package id.sakelar.server.recovery;

import id.sakelar.server.payment.Case;
import id.sakelar.server.payment.CaseStore;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Evidence.Source;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.payment.SettlementLine;
import id.sakelar.server.payment.SettlementLine.Status;
import id.sakelar.server.payment.SettlementStore;
import id.sakelar.server.payment.State;
import id.sakelar.server.payment.Store;
import id.sakelar.server.recovery.Difference.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Holds a biller's list of settled payments against our books. A line that agrees with what was
/// sent is evidence, and ends a payment that nobody has answered for. Reading a list twice changes
/// nothing more. Thread-safe; slow.
public final class Reconciliation {
  private final Store store;
  private final SettlementStore settled;
  private final CaseStore cases;
  private final Payments payments;

  public Reconciliation(Store store, SettlementStore settled, CaseStore cases, Payments payments) {
    this.store = store;
    this.settled = settled;
    this.cases = cases;
    this.payments = payments;
  }

  /// What came of it.
  ///
  /// @param lines how many the list has
  /// @param agreed how many of them are as our books have them now
  /// @param ended how many payments ended by them
  public record Report(int lines, int agreed, int ended, List<Difference> differences) {}

  /// Holds a whole list against our books.
  ///
  /// @param from the first business day in Jakarta of which the list has everything
  /// @param to the last
  public Report run(String upstream, List<SettlementLine> lines, LocalDate from, LocalDate to) {
    settled.keep(upstream, lines);
    var differences = new ArrayList<Difference>();
    int agreed = 0;
    int ended = 0;
    for (List<SettlementLine> same : byReference(lines).values()) {
      var found = compare(upstream, same);
      found.difference().ifPresent(differences::add);
      agreed += found.difference().isEmpty() ? same.size() : 0;
      ended += found.ended() ? 1 : 0;
    }
    for (String reference : settled.listOnlyOurs(upstream, from, to)) {
      differences.add(new Difference(Kind.ONLY_OURS, reference, "paid", "nothing"));
    }
    for (Difference difference : differences) {
      var subject = "upstream/" + upstream + "/" + difference.reference();
      cases.open(Case.Kind.DIFFERENCE, subject, difference.toString());
    }
    return new Report(lines.size(), agreed, ended, List.copyOf(differences));
  }

  private static Map<String, List<SettlementLine>> byReference(List<SettlementLine> lines) {
    var byReference = new LinkedHashMap<String, List<SettlementLine>>();
    for (SettlementLine line : lines) {
      byReference.computeIfAbsent(line.reference(), _ -> new ArrayList<>()).add(line);
    }
    return byReference;
  }

  /// @param ended whether the payment ended by the line
  private record Found(Optional<Difference> difference, boolean ended) {
    static Found difference(Kind kind, SettlementLine line, String ours) {
      var theirs = line.status().name().toLowerCase(Locale.ROOT) + " for " + line.amount();
      return new Found(Optional.of(new Difference(kind, line.reference(), ours, theirs)), false);
    }
  }

  /// All lines of one reference: what was paid and given back is given back, and a no beside a yes
  /// says nothing.
  private Found compare(String upstream, List<SettlementLine> same) {
    var line = same.stream().max(Comparator.comparingInt(it -> weight(it.status()))).orElseThrow();
    var sent = store.findSent(upstream, line.reference());
    if (sent.isEmpty()) {
      return Found.difference(Kind.ONLY_THEIRS, line, "nothing");
    }
    var payment = sent.get().payment();
    if (sent.get().former()) {
      return former(upstream, payment, line);
    }
    var quote = payment.quote();
    for (SettlementLine each : same) {
      if (!quote.cost().equals(each.amount()) || !quote.upstreamProduct().equals(each.product())) {
        var ours = quote.cost() + " for " + quote.upstreamProduct();
        return Found.difference(Kind.AMOUNT, each, ours);
      }
    }
    return isDouble(same) ? heardTwice(upstream, line) : hear(upstream, payment, line);
  }

  private static int weight(Status status) {
    return switch (status) {
      case FAILED -> 0;
      case PAID -> 1;
      case REVERSED -> 2;
    };
  }

  /// X3: the biller took it more than once and gave back less.
  private static boolean isDouble(List<SettlementLine> same) {
    return count(same, Status.PAID) - count(same, Status.REVERSED) > 1;
  }

  private static long count(List<SettlementLine> lines, Status status) {
    return lines.stream().filter(line -> line.status() == status).count();
  }

  private Found heardTwice(String upstream, SettlementLine line) {
    payments.hear(upstream, line.reference(), paid(line), Source.SETTLEMENT);
    payments.hearTwice(upstream, line.reference());
    return Found.difference(Kind.DUPLICATE, line, "paid once");
  }

  /// What was given up at this biller must not have been taken by it.
  private Found former(String upstream, Payment payment, SettlementLine line) {
    if (line.status() != Status.PAID) {
      return new Found(Optional.empty(), false);
    }
    payments.hear(upstream, line.reference(), paid(line), Source.SETTLEMENT);
    var state = payment.state().name().toLowerCase(Locale.ROOT);
    return Found.difference(Kind.STATUS, line, state + " elsewhere");
  }

  private Found hear(String upstream, Payment before, SettlementLine line) {
    if (line.status() == Status.REVERSED && before.state() == State.FAILED) {
      return new Found(Optional.empty(), false);
    }
    if (line.status() == Status.REVERSED) {
      payments.hear(upstream, line.reference(), paid(line), Source.SETTLEMENT);
    }
    var after =
        payments.hear(upstream, line.reference(), evidence(line), Source.SETTLEMENT).orElse(before);
    boolean ended = !before.state().isFinal() && after.state().isFinal();
    if (after.state() == expected(line.status())) {
      return new Found(Optional.empty(), ended);
    }
    return Found.difference(Kind.STATUS, line, after.state().name().toLowerCase(Locale.ROOT));
  }

  private static State expected(Status status) {
    return switch (status) {
      case PAID -> State.SUCCEEDED;
      case FAILED -> State.FAILED;
      case REVERSED -> State.REFUNDED;
    };
  }

  private static Evidence evidence(SettlementLine line) {
    return switch (line.status()) {
      case PAID -> paid(line);
      case FAILED -> new Evidence.Refused("settled", Reason.BILLER_REFUSED);
      case REVERSED -> new Evidence.Reversed("settled");
    };
  }

  private static Evidence paid(SettlementLine line) {
    return new Evidence.Success("settled", line.theirs(), line.amount(), null);
  }
}
