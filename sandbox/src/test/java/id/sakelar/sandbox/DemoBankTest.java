package id.sakelar.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.money.Rupiah;
import id.sakelar.server.BranchlessBank;
import id.sakelar.server.Database;
import id.sakelar.server.Settings;
import id.sakelar.server.banking.Bank;
import id.sakelar.server.banking.BankStore;
import id.sakelar.server.banking.GraphStore;
import id.sakelar.server.banking.GraphStore.Services;
import id.sakelar.server.partner.Pins;
import id.sakelar.server.partner.Pins.Finding;
import id.sakelar.server.partner.Secret;
import id.sakelar.server.partner.SecretFile;
import id.sakelar.server.partner.Vault;
import id.sakelar.server.payment.SalesStore;
import id.sakelar.simulator.Temper;
import id.sakelar.simulator.bankplus.Move;
import id.sakelar.simulator.bankplus.SimulatedBank;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// The bank of the sandbox has the figures that the document prints, from postings that are real,
/// even where the first start was broken off.
@TestInstance(Lifecycle.PER_CLASS)
class DemoBankTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final SecureRandom CHANCE = new SecureRandom();
  private static final String AGENT = "BNIUS100294";

  private EmbeddedDatabase server;
  private Database database;
  private Banks banks;
  private Settings settings;
  private Vault vault;

  @BeforeAll
  void open(@TempDir Path directory) throws IOException {
    server = EmbeddedDatabase.start(directory);
    banks = Banks.open(directory);
    var key = directory.resolve("vault.key");
    Vault.create(key);
    vault = Vault.open(key);
    var pepper = directory.resolve("pin.pepper");
    SecretFile.create(pepper, CHANCE);
    var values = new TreeMap<>(banks.settings());
    values.put("sakelar.database.url", server.url());
    values.put("sakelar.database.user", "postgres");
    values.put("sakelar.vault.key-file", key.toString());
    values.put("sakelar.bank.name", "BNI");
    values.put("sakelar.bank.code", "009");
    values.put("sakelar.bank.bic", "BNINIDJA");
    values.put("sakelar.bank.pepper-file", pepper.toString());
    values.put("sakelar.bank.images", directory.toString());
    settings = Settings.of(values, Map.of());
    database = Database.at(settings.database());
    loadTwice();
  }

  /// The first time the printed transfer cannot be made.
  private void loadTwice() throws IOException {
    bri().change(bri().temper().withClosed(Temper.Closed.PRODUCT));
    assertThatThrownBy(this::load).hasMessage("the bank of the printed transfer does not answer");
    assertThat(count("payment WHERE partner = 'bnius100294'")).isEqualTo(302);
    bri().change(bri().temper().withClosed(Temper.Closed.NO));
    load();
  }

  @AfterAll
  void close() throws IOException {
    database.close();
    banks.close();
    server.close();
  }

  private void load() throws IOException {
    DemoData.load(settings, CLOCK.instant());
  }

  private void reading(Reading reading) throws IOException {
    var ours = settings.bank().orElseThrow();
    try (var bank = BranchlessBank.open(settings, ours, database, vault, CLOCK, CHANCE)) {
      reading.read(bank);
    }
  }

  /// What is read of the bank.
  @FunctionalInterface
  private interface Reading {
    void read(BranchlessBank bank) throws IOException;
  }

  private void assertHolds(String number, long rupiah) throws IOException {
    reading(
        bank -> {
          var account = bank.accounts().find(number).orElseThrow();
          assertThat(bank.accounts().balance(account)).isEqualTo(Rupiah.of(rupiah));
        });
  }

  private SimulatedBank bri() {
    return (SimulatedBank)
        banks.all().stream().filter(it -> it.name().equals("bank-bri")).findFirst().orElseThrow();
  }

  private static <T> List<String> lines(SequencedMap<T, Long> counts) {
    return counts.sequencedEntrySet().stream()
        .map(it -> it.getKey() + " " + it.getValue())
        .toList();
  }

  private long count(String what) {
    return database
        .requests()
        .withHandle(
            handle -> handle.createQuery("SELECT count(*) FROM " + what).mapTo(Long.class).one());
  }

  private void assertAsPrinted() throws IOException {
    var graphs = new GraphStore(database.requests());
    assertThat(graphs.services(AGENT, YearMonth.of(2020, 1))).isEqualTo(new Services(3, 3, 9));
    assertThat(lines(graphs.growth(AGENT)))
        .containsExactly("2019-01 8", "2019-02 33", "2019-03 41", "2019-04 49", "2019-05 44");
    assertThat(lines(graphs.spread(AGENT)))
        .containsExactly(
            "Bali 14", "Bangka Belitung 7", "Banten 15", "Bengkulu 4", "DI Yogyakarta 15");
    assertThat(lines(new SalesStore(database.requests()).count("bnius100294", "bankplus", null)))
        .containsExactly(
            "bpjs 52",
            "pdam 54",
            "hp 30",
            "bpjstk 42",
            "bpjstkpu 37",
            "indihome 18",
            "gopay 36",
            "train-ticketing 14",
            "railink 19");
    assertHolds("4447", 202_696_682);
    assertHolds("4448", 1_000_000_000);
    assertHolds("14047", 2_100_000);
    assertThat(database.audit()).isEmpty();
  }

  @Test
  void figures_are_those_that_are_printed_and_loading_again_changes_nothing() throws IOException {
    assertAsPrinted();
    long postings = count("posting");
    long looks = count("account_look");

    load();

    assertAsPrinted();
    assertThat(count("posting")).isEqualTo(postings);
    assertThat(count("account_look")).isEqualTo(looks);
  }

  @Test
  void the_transfer_to_be_reversed_is_booked_at_both_ends() {
    assertThat(
            count(
                """
                transfer
                WHERE owner = 'switcher:local' AND operation = 'SWITCHED'
                  AND reference = '2004211931426110' AND state = 'BOOKED' AND journal = 1001
                  AND opened_at = '2020-04-21T12:31:43.481Z' AND ended_at = opened_at
                """))
        .isEqualTo(1);
    assertThat(bri().balance("888801000003301")).isEqualTo(new Rupiah(60_257_717_133_484L));
    assertThat(bri().listAfter(0, 9)).extracting(Move::amount).containsExactly(Rupiah.of(1_000));
    assertThat(count("transfer WHERE journal BETWEEN 1002 AND 1012")).isZero();
  }

  @Test
  void who_is_printed_can_log_in_and_has_the_printed_days() throws IOException {
    reading(
        bank -> {
          assertThat(bank.agents().find(AGENT)).hasValue(DemoAgent.ARDHA.agent());
          assertThat(bank.pins().check(Pins.ofAgent(AGENT), new Secret("359569")))
              .isEqualTo(Finding.RIGHT);
        });
    assertThat(new BankStore(database.requests()).list())
        .extracting(Bank::code)
        .containsExactly("002", "008", "012", "009", "011", "013", "016", "019", "022", "023");
  }
}
