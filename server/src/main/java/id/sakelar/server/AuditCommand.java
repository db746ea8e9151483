package id.sakelar.server;

import id.sakelar.ledger.Finding;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `sakelar audit`: exit code 0 when the books are whole, 1 and the offending rows when not.
@Command(
    name = "audit",
    description = "Checks the books and the payments from end to end; exits 1 if anything is off.")
final class AuditCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Override
  public Integer call() throws IOException {
    try (var database = config.databaseAsItIs()) {
      var findings = database.audit();
      var out = spec.commandLine().getOut();
      for (Finding finding : findings) {
        out.println(finding.law() + ": " + finding.detail());
      }
      out.println(
          findings.isEmpty()
              ? "The books are whole."
              : findings.size() + " findings in the books.");
      return findings.isEmpty() ? 0 : 1;
    }
  }
}
