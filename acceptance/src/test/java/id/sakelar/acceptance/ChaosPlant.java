package id.sakelar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/// A bug that a run must find. Each is the server's own class with a few words changed, compiled
/// here and put before the server's own on its class path: nothing of it is in the product.
enum ChaosPlant {
  /// A biller that says nothing in time is taken for one that says no.
  REFUND_ON_TIMEOUT(
      "Machine",
      "case Ambiguous _, NotSent _ -> stay(payment, State.UNKNOWN, evidence, source, now, null);",
      "case Ambiguous _, NotSent _ ->"
          + " fail(payment, evidence, Reason.BILLER_UNREACHABLE, source, now);",
      "the_book_and_the_journal_agree"),

  /// Whoever finds an order that its server has left sends it again.
  DOUBLE_SEND(
      "Payments",
      "hear(payment, new Evidence.Ambiguous(\"lease over\"), Source.LEASE, answerWithin);",
      "hear(payment, upstreams.get(payment.quote().upstream()).biller().pay(order(payment)),"
          + " Source.STATUS, answerWithin);",
      "an_order_is_committed_and_then_sent_once");

  private static final Path SOURCES =
      Path.of("..", "server", "src", "main", "java", "id", "sakelar", "server", "payment");

  private final String type;
  private final String right;
  private final String wrong;
  private final String law;

  ChaosPlant(String type, String right, String wrong, String law) {
    this.type = type;
    this.right = right;
    this.wrong = wrong;
    this.law = law;
  }

  /// The law that it breaks.
  String law() {
    return law;
  }

  /// Makes the changed class.
  ///
  /// @param directory of all such classes
  /// @return the folder to put before the server's own
  String plant(Path directory) throws IOException {
    var source = Files.readString(SOURCES.resolve(type + ".java"));
    assertThat(source).as("%s changes words that are there", this).containsOnlyOnce(right);
    var folder = Files.createDirectories(directory.resolve(name()));
    var changed = folder.resolve(type + ".java");
    Files.writeString(changed, source.replace(right, wrong));
    var options =
        List.of("-proc:none", "-nowarn", "-cp", ChaosServer.classPath(), "-d", folder.toString());
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var units = files.getJavaFileObjects(changed);
      assertThat(compiler.getTask(null, files, null, options, null, units).call())
          .as("%s compiles", this)
          .isTrue();
    }
    return folder.toString();
  }
}
