package id.sakelar.server;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.server.banking.AccountStore;
import id.sakelar.server.banking.Agent;
import id.sakelar.server.banking.AgentStore;
import id.sakelar.server.banking.BankAccount;
import id.sakelar.server.banking.Holder;
import id.sakelar.server.partner.Caller;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.partner.LockoutStore;
import id.sakelar.server.partner.PartnerStore;
import id.sakelar.server.partner.Partners;
import id.sakelar.server.partner.PinStore;
import id.sakelar.server.partner.Pins;
import id.sakelar.server.partner.Secret;
import id.sakelar.server.partner.SessionStore;
import id.sakelar.server.partner.Vault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an operator types about agents, and what it opens.
class AgentCommandTest {
  private static final InetAddress COUNTER = InetAddress.ofLiteral("203.0.113.7");
  private static final InstantSource CLOCK = InstantSource.system();
  private static final String ADD =
      "add BNIUS100294 --name=Ardha_Herdianto --branch=014 --counter=100294 --account=4447 ";

  @TempDir private Path folder;
  private id.sakelar.server.partner.Database database;
  private Path config;
  private Vault vault;

  @BeforeEach
  void open() throws IOException, SQLException {
    database = id.sakelar.server.partner.Database.create();
    var keyFile = folder.resolve("vault.json");
    Vault.create(keyFile);
    vault = Vault.open(keyFile);
    config = folder.resolve("sakelar.properties");
    Files.writeString(
        config,
        """
        sakelar.database.url=%s
        sakelar.database.user=postgres
        sakelar.vault.key-file=%s
        sakelar.bank.name=BNI
        sakelar.bank.code=009
        sakelar.bank.bic=BNINIDJA
        sakelar.bank.pepper-file=pepper
        sakelar.bank.images=images
        """
            .formatted(database.source().getUrl(), keyFile));
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  private record Said(int code, String out, String err) {
    private String password() {
      assertThat(code).as(err).isZero();
      return out.strip().substring(out.lastIndexOf(' ') + 1);
    }
  }

  /// Types a command, with a blank for each underscore.
  private Said type(String command) {
    var words = Arrays.stream(command.strip().split(" ")).map(word -> word.replace('_', ' '));
    var out = new StringWriter();
    var err = new StringWriter();
    var line =
        Main.commandLine(new AgentCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    int code =
        line.execute(
            Stream.concat(words, Stream.of("--config", config.toString())).toArray(String[]::new));
    return new Said(code, out.toString(), err.toString());
  }

  private void assertSays(String command, String words) {
    var said = type(command);
    assertThat(said.err()).isEmpty();
    assertThat(said.out()).isEqualTo(words + System.lineSeparator());
    assertThat(said.code()).isZero();
  }

  private void assertRefused(String command, String words) {
    var said = type(command);
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err()).isEqualTo("sakelar: " + words + System.lineSeparator());
  }

  private Caller login(String password) {
    var store = new PartnerStore(database.jdbi(), vault);
    return new Partners(store, new LockoutStore(database.jdbi()), CLOCK, new SecureRandom())
        .identifyByPassword("bankplus", "BNIUS100294", COUNTER, new Secret(password));
  }

  private AgentStore agents() {
    return new AgentStore(database.jdbi(), vault, CLOCK);
  }

  private Agent ardha() {
    return agents().find("BNIUS100294").orElseThrow();
  }

  private SessionStore sessions() {
    return new SessionStore(
        database.jdbi(), CLOCK, new SecureRandom(), Duration.ofMinutes(15), Duration.ofHours(12));
  }

  @Test
  void a_new_agent_logs_in_with_the_password_that_is_shown_once() {
    var said = type(ADD);

    assertThat(said.out())
        .matches(
            "Added BNIUS100294, BNI014100294, with account 4447\\. The password of BNIUS100294"
                + " \\(shown this once\\): [A-Za-z0-9]{22}\\R");
    assertThat(login(said.password())).isInstanceOf(Caller.Known.class);
    assertThat(login(said.password() + "x")).isEqualTo(new Caller.WrongKey());
  }

  @Test
  void a_new_agent_is_what_was_said_of_it_and_little_else() {
    type(ADD);

    var agent = ardha();
    assertThat(agent.grade()).isEqualTo(Agent.Grade.A);
    assertThat(agent.status()).isEqualTo(Agent.Status.ACTIVE);
    assertThat(agent.types()).containsExactly("lakupandai", "ePayment");
    assertThat(agent.partner()).isEqualTo("bnius100294");
    assertThat(agent.province()).isNull();
    assertThat(agent.pinChangedAt()).isNull();
    assertThat(agent.profile().name()).isEqualTo("Ardha Herdianto");
    assertThat(agent.profile().address().province()).isEmpty();
    assertThat(agent.profile().brand().bank()).isEqualTo("BNI");
  }

  @Test
  void everything_can_be_said_of_an_agent() throws IOException {
    type(
        ADD
            + "--class=C --type=lakupandai,ePayment,lkd --mitra=LMG --email=a@example.id"
            + " --phone=089689677052 --street=Perumahan_Gateway --rt=02/02 --village=Jatikalang"
            + " --district=Krian --regency=Kab_Sidoarjo --province=Jawa_Timur --region=1202"
            + " --per-day=5000000 --address=203.0.113.0/24 --address=198.51.100.1");

    var agent = ardha();
    var address = agent.profile().address();
    var partner = new PartnerStore(database.jdbi(), vault).findPartner("bnius100294").orElseThrow();
    assertThat(agent.code()).isEqualTo("LMG014100294");
    assertThat(agent.grade()).isEqualTo(Agent.Grade.C);
    assertThat(agent.types()).containsExactly("lakupandai", "ePayment", "lkd");
    assertThat(agent.province()).isEqualTo("Jawa Timur");
    assertThat(agent.profile().email()).isEqualTo("a@example.id");
    assertThat(agent.profile().region()).isEqualTo("1202");
    assertThat(List.of(address.street(), address.rt(), address.village(), address.district()))
        .containsExactly("Perumahan Gateway", "02/02", "Jatikalang", "Krian");
    assertThat(List.of(address.regency(), address.province()))
        .containsExactly("Kab Sidoarjo", "Jawa Timur");
    assertThat(partner.limits().perDay()).hasToString("Rp5000000");
    assertThat(partner.addresses()).hasToString("[203.0.113.0/24, 198.51.100.1/32]");
    assertThat(account().holder()).isEqualTo(new Holder("ARDHA HERDIANTO", "089689677052", "", ""));
  }

  private BankAccount account() throws IOException {
    var settings = Settings.read(config);
    var bank = BankTerms.of(settings, settings.bank().orElseThrow());
    return new AccountStore(database.jdbi(), bank, vault, CLOCK, new SecureRandom())
        .find("4447")
        .orElseThrow();
  }

  @Test
  void the_account_of_an_agent_is_its_float() throws IOException {
    type(ADD);

    assertThat(account().books()).isEqualTo(DepositStore.account("bnius100294"));
    assertSays("float BNIUS100294", "BNIUS100294 has Rp0.");
    assertSays(
        "float BNIUS100294 --add 5000000 --reference BANK-1", "Booked. BNIUS100294 has Rp5000000.");
    assertSays(
        "float BNIUS100294 --add 5000000 --reference BANK-1",
        "Booked before; nothing changed. BNIUS100294 has Rp5000000.");
    assertRefused(
        "float BNIUS100294 --add 1 --reference BANK-1",
        "the reference was booked for another top-up");
    assertThat(type("float BNIUS100294 --add 1").code()).isEqualTo(2);
    assertRefused(
        "float BNIUS100294 --add 0 --reference BANK-2",
        "a posting moves a positive amount, not Rp0");
  }

  @Test
  void an_agent_without_a_number_gets_one() {
    var said = type("add BNIUS100268 --name=Sri --branch=014 --counter=100268");

    assertThat(said.out()).matches("(?s)Added BNIUS100268, .*, with account [0-9]{10}\\. .*");
  }

  @Test
  void who_is_there_is_not_added_again_and_a_number_that_is_taken_not_given() {
    type(ADD);

    assertRefused(ADD, "there is a partner bnius100294 already");
    assertRefused(
        "add BNIUS100268 --name=Sri --branch=014 --counter=100268 --account=4447",
        "an account is 1 to 16 digits, and not taken yet");
    assertThat(agents().list()).hasSize(1);
    assertThat(new PartnerStore(database.jdbi(), vault).listPartners()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--branch=14 --counter=100268 | a branch has three digits",
        "--branch=014 --counter=1 | a counter has six digits",
        "--branch=014 --counter=100268 --type=lakupanda"
            + " | an agent is of some of the types [lakupandai, ePayment, lkd], once",
        "--branch=014 --counter=100268 --per-day=0 | a limit is above zero",
        "--branch=014 --counter=100268 --address=here | not an internet address: here",
        "--branch=014 --counter=100268 --account=BNI-1"
            + " | an account is 1 to 16 digits, and not taken yet"
      })
  void what_cannot_be_is_refused_and_nobody_added(String terms, String words) {
    assertRefused("add BNIUS100268 --name=Sri " + terms, words);
    assertThat(new PartnerStore(database.jdbi(), vault).listPartners()).isEmpty();
  }

  @Test
  void agents_are_listed_with_their_floats() {
    type(ADD);
    type("add BNIUS100268 --name=Sri --branch=014 --counter=100268 --account=4448 --type=lkd");
    type("float BNIUS100294 --add 25000 --reference BANK-1");
    type("suspend BNIUS100294");
    pins().set(Pins.ofAgent("BNIUS100268"), new Secret("112233"));

    assertSays(
        "list",
        """
        BNIUS100268  BNI014100268  Sri  active  A  lkd  4448  Rp0  PIN
        BNIUS100294  BNI014100294  Ardha Herdianto  suspended  A  lakupandai,ePayment  4447  \
        Rp25000  no PIN"""
            .replace("\n", System.lineSeparator()));
  }

  private Pins pins() {
    var store = new PinStore(database.jdbi(), CLOCK);
    return new Pins(store, new Secret("5e".repeat(32)), new SecureRandom());
  }

  @Test
  void who_is_suspended_is_out_at_once_until_resumed() {
    var password = type(ADD).password();
    var session = sessions().begin("BNIUS100294");

    assertSays("suspend BNIUS100294", "BNIUS100294 is suspended.");
    assertThat(sessions().find(session)).isEmpty();
    assertThat(ardha().status()).isEqualTo(Agent.Status.SUSPENDED);
    assertThat(login(password)).isInstanceOf(Caller.Suspended.class);

    assertSays("resume BNIUS100294", "BNIUS100294 is served again.");
    assertThat(ardha().status()).isEqualTo(Agent.Status.ACTIVE);
    assertThat(login(password)).isInstanceOf(Caller.Known.class);
  }

  @Test
  void a_pin_that_is_reset_is_none_and_sessions_are_over() {
    type(ADD);
    var session = sessions().begin("BNIUS100294");
    pins().set(Pins.ofAgent("BNIUS100294"), new Secret("359569"));

    assertSays(
        "reset-pin BNIUS100294", "BNIUS100294 has no PIN now and sets another with the password.");

    assertThat(sessions().find(session)).isEmpty();
    assertThat(pins().check(Pins.ofAgent("BNIUS100294"), new Secret("359569")))
        .isEqualTo(Pins.Finding.NONE);
  }

  @Test
  void nobody_is_nobodys_agent() {
    for (String command : List.of("float", "suspend", "resume", "reset-pin")) {
      assertRefused(command + " BNIUS100268", "there is no agent BNIUS100268");
    }
  }

  @Test
  void where_no_bank_is_configured_there_are_no_agents() throws IOException {
    var lines = Files.readAllLines(config);
    lines.removeIf(line -> line.startsWith("sakelar.bank."));
    Files.write(config, lines);

    assertRefused("list", "there is no sakelar.bank in the configuration");
  }
}
