package id.sakelar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The sandbox as a newcomer starts it. One is left in peace; the other is killed, comes back, is
/// tampered with and begins again, in this order.
@TestMethodOrder(OrderAnnotation.class)
class SandboxTest {
  private static final String PLN = "530000000001";
  private static final Pattern README_BLOCK =
      Pattern.compile("(?ms)^```\\n((?:S=\\$\\()?curl .*?)^```$");

  @TempDir static Path here;
  @TempDir static Path there;

  private static Launched one;
  private static Launched other;

  @BeforeAll
  static void start() throws Exception {
    one = Launched.sandbox(here);
    other = Launched.sandbox(there);
  }

  @AfterAll
  static void stop() throws Exception {
    one.end();
    other.end();
  }

  @Test
  @Order(1)
  void says_in_one_line_where_it_is() throws Exception {
    assertThat(one.said())
        .containsExactly(
            "Sakelar is ready: partners %s switcher %s console %s"
                .formatted(one.partners(), one.switcher(), one.console()));
  }

  @Test
  @Order(2)
  void is_ready_when_it_says_so() throws Exception {
    assertThat(one.look("/health/ready").status()).isEqualTo(200);
    assertThat(one.look("/health/live").status()).isEqualTo(200);
    assertThat(one.look("/metrics").status()).isEqualTo(200);
    assertThat(one.look("/simulator").status()).isEqualTo(200);
  }

  @Test
  @Order(3)
  void pays_a_bill_at_once() throws Exception {
    assertThat(ask(one, "pay", "first")).contains("\"rc\":\"00\"", "\"balance\":999990000");
  }

  @Test
  @Order(4)
  void the_readme_works_as_pasted() throws Exception {
    var said = new ArrayList<String>();
    for (String block : readme()) {
      var ended = Launched.bash(here, forThis(block));
      assertThat(ended.code()).as(block + ended).isZero();
      said.add(ended.out());
    }

    assertThat(String.join("\n", said))
        .contains("\"status\":\"Sukses\"", "\"customer_name\":", "\"deposit\":", "\"commission\":")
        .contains("Balance Agen", "Berhasil transfer antar bank!", "Data ditemukan!")
        .contains("Check success")
        .contains("\"hang_ups_percent\":30", "\"reference\":", "The books are whole.")
        .doesNotContain("Gagal", "error");
  }

  private static List<String> readme() throws IOException {
    var text = Files.readString(Path.of("..", "README.md"));
    var blocks = README_BLOCK.matcher(text).results().map(block -> block.group(1)).toList();
    assertThat(blocks).hasSizeGreaterThan(2);
    return blocks;
  }

  /// The ports and the directory of our sandbox instead of those that it has by itself.
  private static String forThis(String block) throws IOException {
    return block
        .replace("http://localhost:8080", one.partners().toString())
        .replace("http://localhost:7221", one.switcher().toString())
        .replace("http://localhost:8090", one.console().toString())
        .replace("--config .sakelar/", "--config " + Launched.data(here) + "/")
        .replace("curl -s", "curl -sS");
  }

  @Test
  @Order(5)
  void a_second_one_on_the_same_directory_is_refused_in_one_line() throws Exception {
    var data = Launched.data(here).toString();

    var ended = Launched.run(here, "sandbox", "--port", "0", "--console-port", "0", "--data", data);

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).isEqualTo("sakelar: another sandbox uses " + data + "\n");
    assertThat(one.look("/health/ready").status()).isEqualTo(200);
  }

  @Test
  @Order(6)
  void an_option_nobody_knows_is_refused() throws Exception {
    var ended = Launched.run(here, "sandbox", "--prot", "8080");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).startsWith("Unknown option");
  }

  @Test
  @Order(7)
  void two_beside_each_other_do_not_meet() throws Exception {
    assertThat(ask(other, "status", "first")).contains("\"rc\":\"50\"");
    assertThat(ask(other, "pay", "kept")).contains("\"rc\":\"00\"");
    assertThat(ask(one, "status", "kept")).contains("\"rc\":\"50\"");
  }

  @Test
  @Order(8)
  void kill_nine_loses_nothing() throws Exception {
    var told = ask(other, "status", "kept");
    other.kill();

    other = Launched.sandbox(there);

    assertThat(ask(other, "status", "kept")).isEqualTo(told).contains("\"rc\":\"00\"");
    assertThat(deposit()).isEqualTo("{\"data\":{\"deposit\":999990000}}");
    assertThat(audit()).isEqualTo(new Launched.Ended(0, "The books are whole.\n", ""));
  }

  @Test
  @Order(9)
  void the_audit_names_what_was_changed_behind_its_back() throws Exception {
    tamper("UPDATE posting SET sen = sen + 1 WHERE subject LIKE '%kept' AND kind = 'HOLD'");

    var ended = audit();

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out().lines())
        .anyMatch(line -> line.contains("your-username/digiswitch/kept"))
        .last()
        .asString()
        .matches("\\d+ findings in the books\\.");
  }

  @Test
  @Order(10)
  void told_to_stop_it_ends_well_and_leaves_nothing_running() throws Exception {
    long database = databaseProcess();
    assertThat(ProcessHandle.of(database)).isPresent();

    var ended = other.stop();

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).hasLineCount(1);
    assertThat(new Canaries().leaks(ended.err().lines().toList())).isEmpty();
    // its file is gone a moment before it is
    await().until(() -> ProcessHandle.of(database).filter(ProcessHandle::isAlive).isEmpty());
  }

  @Test
  @Order(11)
  void a_fresh_one_knows_nothing_of_what_was() throws Exception {
    other = Launched.sandbox(there, "--fresh");

    assertThat(ask(other, "status", "kept")).contains("\"rc\":\"50\"");
    assertThat(deposit()).isEqualTo("{\"data\":{\"deposit\":1000000000}}");
    assertThat(audit().code()).isZero();
  }

  private static String ask(Launched sandbox, String command, String reference) throws IOException {
    var asked = Client.ONE.asks(command, "pln", PLN, reference);
    return LiveSandbox.text(sandbox.post(Client.TRANSACTION, asked));
  }

  private static String deposit() throws IOException {
    return LiveSandbox.text(other.post(Client.BALANCE, Client.ONE.asksBalance()));
  }

  private static Launched.Ended audit() throws IOException, InterruptedException {
    return Launched.run(there, "audit", "--config", configuration().toString());
  }

  private static Path configuration() {
    return Launched.data(there).resolve("sakelar.properties");
  }

  /// Changes rows as nobody may, with every trigger off.
  private static void tamper(String update) throws IOException, SQLException {
    var properties = new Properties();
    try (Reader file = Files.newBufferedReader(configuration())) {
      properties.load(file);
    }
    var url = properties.getProperty("sakelar.database.url");
    try (var connection = DriverManager.getConnection(url, "postgres", "");
        var statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica");
      assertThat(statement.executeUpdate(update)).isPositive();
    }
  }

  private static long databaseProcess() throws IOException {
    var pid = Launched.data(there).resolve("postgresql").resolve("postmaster.pid");
    return Long.parseLong(Files.readAllLines(pid).getFirst());
  }
}
