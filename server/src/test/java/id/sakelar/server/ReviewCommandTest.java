package id.sakelar.server;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.ledger.Accounts;
import id.sakelar.ledger.Books;
import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.partner.Vault;
import id.sakelar.server.payment.BillerProfile;
import id.sakelar.server.payment.Change;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Evidence.Source;
import id.sakelar.server.payment.HouseAccounts;
import id.sakelar.server.payment.Machine;
import id.sakelar.server.payment.PostgresStore;
import id.sakelar.server.payment.Samples;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What operators type about what machines could not decide.
class ReviewCommandTest {
  private static final String SUBJECT = "warung-sri/digiswitch/INV-1";

  @TempDir private Path folder;
  private id.sakelar.server.partner.Database database;
  private Path config;

  @BeforeEach
  void open() throws IOException, SQLException {
    database = id.sakelar.server.partner.Database.create();
    var keyFile = folder.resolve("vault.json");
    Vault.create(keyFile);
    config = folder.resolve("sakelar.properties");
    Files.writeString(
        config,
        """
        sakelar.database.url=%s
        sakelar.database.user=postgres
        sakelar.vault.key-file=%s
        """
            .formatted(database.source().getUrl(), keyFile));
    var deposits = new DepositStore(database.source());
    deposits.open("warung-sri");
    deposits.topUp("warung-sri", "T-1", Rupiah.of(1_000_000), new SecureRandom());
    try (var connection = database.connect()) {
      for (var account : HouseAccounts.all(List.of(Samples.UPSTREAM))) {
        Accounts.open(connection, account);
      }
    }
    putInReview(Vault.open(keyFile));
    enlist("ani");
    enlist("budi");
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  /// A payment that nobody said anything about for a day.
  private void putInReview(Vault vault) {
    try (var books =
        Books.<Change>open(
            database.source(),
            PostgresStore.rows(vault),
            new Books.Size(1, 16),
            new SecureRandom())) {
      var store = new PostgresStore(database.jdbi(), books, vault);
      var machine = new Machine(BillerProfile.standard(), Duration.ofMinutes(1));
      var payment = Machine.open(Samples.inquiry(Samples.id("warung-sri", "INV-1")), Samples.NOON);
      store.open(payment, Duration.ofMinutes(1), null);
      var silence = new Evidence.Ambiguous("timeout");
      for (Source source : List.of(Source.ATTEMPT, Source.STATUS)) {
        var now = Samples.NOON.plus(Duration.ofHours(source == Source.STATUS ? 25 : 0));
        payment =
            store.commit(machine.hear(payment, silence, source, now).orElseThrow()).orElseThrow();
      }
    }
  }

  private void enlist(String name) throws IOException {
    var said = type(new OperatorCommand(), "add", name);
    assertThat(said.out())
        .matches("The secret of " + name + " \\(shown this once\\): [0-9a-f]{64}\\R");
    keep(name, said.out().strip().substring(said.out().lastIndexOf(' ') + 1));
  }

  private void keep(String name, String secret) throws IOException {
    var file = folder.resolve(name);
    Files.writeString(file, secret);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private record Said(int code, String out, String err) {}

  private Said type(Object command, String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--config", config.toString()));
    int code =
        Main.commandLine(command)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(all.toArray(String[]::new));
    return new Said(code, out.toString(), err.toString());
  }

  private Said review(String... words) {
    return type(new ReviewCommand(), words);
  }

  private Said as(String name, String... words) {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--as", name, "--secret-file", folder.resolve(name).toString()));
    return review(all.toArray(String[]::new));
  }

  @Test
  void the_queue_says_what_is_known_and_what_to_ask() {
    var said = review("list");

    assertThat(said.err()).isEmpty();
    assertThat(said.out().lines().toList()).hasSize(3).last().isEqualTo("1 in all.");
    assertThat(said.out().lines().skip(1).findFirst())
        .contains(
            "    Nobody knows whether it was made (E5 STATUS timeout). Ask paper about our"
                + " reference S-warung-sri-INV-1: if it was made, propose succeeded; if it was not"
                + " and will not be, propose failed.");
    assertThat(review("list", "--json").out())
        .startsWith("{\"waiting\":[{\"kind\":\"REVIEW\",\"case\":null,\"subject\":\"" + SUBJECT);
  }

  @Test
  void two_operators_end_a_payment_at_the_keyboard() {
    var proposed = as("ani", "propose", SUBJECT, "failed", "--note", "their letter");
    var alone = as("ani", "approve", "1");
    var approved = as("budi", "approve", "1");

    assertThat(proposed.code()).as(proposed.err()).isZero();
    assertThat(proposed.out()).endsWith("proposal 1  FAILED  by ani: their letter  PROPOSED\n");
    assertThat(alone).isEqualTo(new Said(1, "", "sakelar: who proposed it does not approve it\n"));
    assertThat(approved.code()).as(approved.err()).isZero();
    assertThat(approved.out()).endsWith("by ani: their letter  APPLIED by budi\n");
    assertThat(review("list").out()).isEqualTo("Nothing waits.\n");
    assertThat(type(new AuditCommand()).out()).isEqualTo("The books are whole.\n");
  }

  @Test
  void the_history_tells_evidence_journal_and_decisions_and_nobodys_number() {
    as("ani", "propose", SUBJECT, "failed", "--note", "their letter");

    var said = review("show", SUBJECT);

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out())
        .contains("REVIEW, version 3, ", "E5 ATTEMPT timeout", "deposit:warung-sri -> in-flight")
        .contains("by ani: their letter  PROPOSED")
        .doesNotContain("0811000111", "SRI");
    assertThat(review("show", "7").err()).isEqualTo("sakelar: nothing is known of 7\n");
  }

  @Test
  void whoever_has_not_the_secret_decides_nothing() throws IOException {
    keep("ani", "0".repeat(64));

    var said = as("ani", "propose", SUBJECT, "failed", "--note", "their letter");

    assertThat(said)
        .isEqualTo(
            new Said(1, "", "sakelar: there is no operator ani, or that is not its secret\n"));
    assertThat(review("show", SUBJECT).out()).doesNotContain("proposal");
  }

  @Test
  void a_retired_operator_is_listed_and_decides_nothing() {
    assertThat(type(new OperatorCommand(), "retire", "ani").out()).isEqualTo("ani is retired.\n");

    assertThat(as("ani", "propose", SUBJECT, "failed", "--note", "their letter").err())
        .isEqualTo("sakelar: there is no operator ani, or that is not its secret\n");
    assertThat(type(new OperatorCommand(), "list").out()).contains("ani  since ", "  retired ");
  }
}
