package id.sakelar.server;

import id.sakelar.server.Settings.SettlementSettings;
import id.sakelar.server.payment.CaseStore;
import id.sakelar.server.payment.SettlementLine;
import id.sakelar.server.payment.SettlementLine.Status;
import id.sakelar.server.payment.SettlementStore;
import id.sakelar.server.recovery.Reconciliation;
import id.sakelar.server.recovery.Reconciliation.Report;
import id.sakelar.server.recovery.SettlementFile;
import id.sakelar.server.recovery.SettlementFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sakelar reconcile`: holds a biller's list of settled payments against the books. Ends with 1
/// when they differ.
@Command(
    name = "reconcile",
    description = "Holds a biller's CSV list of settled payments against the books.")
final class ReconcileCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(index = "0", paramLabel = "UPSTREAM")
  private String upstream = "";

  @Parameters(index = "1", paramLabel = "FILE")
  private Path file = Path.of("");

  @Option(names = "--from", description = "The first day the list has whole; else its first day.")
  private @Nullable LocalDate from;

  @Option(names = "--to", description = "The last day the list has whole; else its last day.")
  private @Nullable LocalDate to;

  @Override
  public Integer call() throws IOException {
    var settings = config.settings();
    var biller = settings.upstreams().get(upstream);
    if (biller == null) {
      throw new IllegalArgumentException("no such upstream: " + upstream);
    }
    var lines = SettlementFile.read(Files.readString(file), format(biller.settlement()));
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("the list is empty");
    }
    var report = reconcile(settings, lines);
    report.differences().forEach(difference -> print(difference.toString()));
    print(
        "%d lines, %d agree, %d payments ended by them, %d differences."
            .formatted(
                report.lines(), report.agreed(), report.ended(), report.differences().size()));
    return report.differences().isEmpty() ? 0 : 1;
  }

  private Report reconcile(Settings settings, List<SettlementLine> lines) throws IOException {
    var days = lines.stream().map(SettlementLine::date).sorted().toList();
    try (var database = config.database();
        var office = PaymentOffice.open(settings, database)) {
      var settled = new SettlementStore(database.requests());
      var cases = new CaseStore(database.requests());
      return new Reconciliation(office.store(), settled, cases, office.payments())
          .run(
              upstream,
              lines,
              from == null ? days.getFirst() : from,
              to == null ? days.getLast() : to);
    }
  }

  private static SettlementFormat format(SettlementSettings settings) {
    var words = new HashMap<String, Status>();
    settings.failed().forEach(word -> words.put(word, Status.FAILED));
    settings.reversed().forEach(word -> words.put(word, Status.REVERSED));
    settings.paid().forEach(word -> words.put(word, Status.PAID));
    return new SettlementFormat(settings.columns(), settings.dates(), words, settings.separator());
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
  }
}
