package id.sakelar.server.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.Agent.Grade;
import id.sakelar.server.banking.Agent.Status;
import id.sakelar.server.partner.Database;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.partner.Partner.Limits;
import id.sakelar.server.partner.PartnerStore;
import id.sakelar.server.partner.PinStore;
import id.sakelar.server.partner.Pins;
import id.sakelar.server.partner.Secret;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who the agents are, and what is stored of them.
class AgentsTest {
  private static final Instant REGISTERED = Instant.parse("2020-01-07T02:00:00Z");
  private static final Instant NOW = Instant.parse("2020-04-16T07:19:37Z");
  private static final Profile PROFILE =
      new Profile(
          "Ardha Herdianto",
          "agen100294@example.id",
          "081332758961",
          null,
          null,
          Profile.AGENT,
          "",
          "{\"register\":\"agent/BNI_KTP.png\"}",
          "1202",
          new Profile.Address(
              "Perumahan Gateway", "02/02", "Jatikalang", "Krian", "Kab_Sidoarjo", "Jawa Timur"),
          null,
          new Profile.Brand("BNI", "1583909614507.jpeg", "1583909611598.jpeg", "ff6f00"));

  private Database database;
  private AgentStore agents;

  @BeforeEach
  void open() throws SQLException {
    database = Database.create();
    agents = new AgentStore(database.jdbi(), Database.vault(), () -> NOW);
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  private static Agent agent(String username, String account) {
    return agent(username, account, Grade.B, List.of(Agent.SAVINGS, Agent.BILLS));
  }

  private static Agent agent(String username, String account, Grade grade, List<String> types) {
    return new Agent(
        username,
        username.toLowerCase(Locale.ROOT),
        Status.ACTIVE,
        grade,
        types,
        "BNI",
        "014",
        "100294",
        "Jawa Timur",
        REGISTERED,
        null,
        null,
        PROFILE,
        account);
  }

  private Agent moveIn(Agent agent) {
    var partner = new Partner(agent.partner(), "Ardha", true, List.of(), Limits.NONE, null);
    new PartnerStore(database.jdbi(), Database.vault()).put(partner);
    agents.add(agent);
    accounts()
        .addAgentAccount(
            agent.username(), agent.partner(), agent.account(), new Holder("ARDHA", "", "", ""));
    return agent;
  }

  private AccountStore accounts() {
    var none = Rupiah.ZERO;
    var bank = new OurBank("BNI", "009", "BNINIDJA", new OurBank.Fees(none, none, none), Map.of());
    return new AccountStore(database.jdbi(), bank, Database.vault(), () -> NOW, new SecureRandom());
  }

  private static Agent changed(Agent agent, @Nullable Instant password, @Nullable Instant pin) {
    return new Agent(
        agent.username(),
        agent.partner(),
        agent.status(),
        agent.grade(),
        agent.types(),
        agent.mitra(),
        agent.branch(),
        agent.counter(),
        agent.province(),
        agent.registeredAt(),
        password,
        pin,
        agent.profile(),
        agent.account());
  }

  @Test
  void an_agent_is_found_as_it_was_added_by_its_name_to_the_letter() {
    var ardha = moveIn(agent("BNIUS100294", "4447"));

    assertThat(agents.find("BNIUS100294")).contains(ardha);
    assertThat(agents.find("bnius100294")).isEmpty();
    assertThat(agents.find("BNIUS100268")).isEmpty();
  }

  @Test
  void who_an_agent_is_is_sealed_for_that_agent() {
    moveIn(agent("BNIUS100294", "4447"));
    moveIn(agent("BNIUS100268", "4448"));
    var stored = query("SELECT agent::text FROM agent WHERE username = 'BNIUS100294'");

    assertThat(stored).doesNotContain("Ardha", "081332758961", "Gateway", "example.id");
    assertThat(PROFILE + " " + PROFILE.address()).isEqualTo("Profile Address");
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    UPDATE agent SET profile = (SELECT profile FROM agent
                                                WHERE username = 'BNIUS100294')
                    """));
    assertThatThrownBy(() -> agents.find("BNIUS100268"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a stored secret does not open with this key file");
  }

  private String query(String sql) {
    return database.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }

  @Test
  void an_agent_is_added_once() {
    moveIn(agent("BNIUS100294", "4447"));

    assertThatThrownBy(() -> agents.add(agent("BNIUS100294", "4448")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is an agent BNIUS100294 already");
  }

  @Test
  void it_is_known_when_password_and_pin_were_changed() {
    var ardha = moveIn(agent("BNIUS100294", "4447"));
    var pins =
        new Pins(
            new PinStore(database.jdbi(), () -> REGISTERED),
            new Secret("5e".repeat(32)),
            new SecureRandom());

    pins.set(Pins.ofAgent("BNIUS100294"), new Secret("359569"));
    assertThat(agents.find("BNIUS100294")).contains(changed(ardha, null, REGISTERED));

    agents.passwordChanged("BNIUS100294");
    assertThat(agents.find("BNIUS100294")).contains(changed(ardha, NOW, REGISTERED));
  }

  @Test
  void an_agent_is_barred_and_readmitted() {
    moveIn(agent("BNIUS100294", "4447"));

    assertThat(agents.setStatus("BNIUS100294", Status.SUSPENDED)).isTrue();
    assertThat(agents.find("BNIUS100294").orElseThrow().status()).isEqualTo(Status.SUSPENDED);
    assertThat(agents.setStatus("BNIUS100294", Status.ACTIVE)).isTrue();
    assertThat(agents.find("BNIUS100294").orElseThrow().status()).isEqualTo(Status.ACTIVE);
    assertThat(agents.setStatus("BNIUS100268", Status.ACTIVE)).isFalse();
  }

  /// Of agents who only ever stood in a list, such as those that are counted by year.
  @Test
  void agents_are_listed_by_name_and_those_without_an_account_are_none() {
    var second = moveIn(agent("BNIUS100294", "4447"));
    var first = moveIn(agent("BNIUS100268", "4448"));
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    INSERT INTO agent (username, status, class, types, mitra, branch, counter,
                                       registered_at, profile)
                    VALUES ('OLD1', 'ACTIVE', 'A', 'lkd', 'BNI', '014', '000001', now(), '')
                    """));

    assertThat(agents.list()).containsExactly(first, second);
    assertThat(agents.find("OLD1")).isEmpty();
  }

  @Test
  void the_code_is_of_mitra_branch_and_counter() {
    assertThat(agent("BNIUS100294", "4447").code()).isEqualTo("BNI014100294");
  }

  @ParameterizedTest
  @CsvSource({"A, A, true", "A, B, false", "B, B, true", "B, C, false", "C, A, true"})
  void a_product_needs_a_class(Grade grade, String least, boolean may) {
    var agent = agent("BNIUS100294", "4447", grade, List.of(Agent.SAVINGS));

    assertThat(agent.mayOpen(new OurBank.Product(null, null, true, least))).isEqualTo(may);
  }

  @Test
  void an_agent_does_what_its_types_say() {
    var agent = agent("BNIUS100294", "4447");

    assertThat(agent.does(Agent.BILLS)).isTrue();
    assertThat(agent.does(Agent.ELECTRONIC_MONEY)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lakupandai,lakupandai", "epayment", "lakupandai,"})
  void types_are_known_ones_each_once(String types) {
    assertThatThrownBy(() -> agent("BNIUS100294", "4447", Grade.A, List.of(types.split(",", -1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an agent is of some of the types [lakupandai, ePayment, lkd], once");
  }
}
