package id.sakelar.server.banking;

import id.sakelar.server.banking.Agent.Grade;
import id.sakelar.server.banking.Agent.Status;
import id.sakelar.server.partner.Pins;
import id.sakelar.server.partner.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The agents. Profiles go in sealed and come out opened; the names of their fields are stored, so
/// changing one needs a migration. Thread-safe.
public final class AgentStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String SELECT =
      """
      SELECT a.*, p.changed_at AS pin_changed_at, b.number AS account
      FROM agent a
      JOIN bank_account b ON b.username = a.username
      LEFT JOIN pin p ON p.holder = '%s' || a.username
      """
          .formatted(Pins.ofAgent(""));

  private final Jdbi jdbi;
  private final Vault vault;
  private final InstantSource clock;

  public AgentStore(Jdbi jdbi, Vault vault, InstantSource clock) {
    this.jdbi = jdbi;
    this.vault = vault;
    this.clock = clock;
  }

  /// Adds an agent whose partner is there. Its account is added after it, by [AccountStore]; until
  /// then it is not found. When it changed its password and PIN is not taken from here.
  ///
  /// @throws IllegalArgumentException if there is such an agent, or the partner is another's
  public void add(Agent agent) {
    boolean added =
        jdbi.withHandle(
            handle ->
                handle
                        .createUpdate(
                            """
                            INSERT INTO agent (username, partner, status, class, types, mitra,
                                               branch, counter, province, registered_at, profile)
                            VALUES (:username, :partner, :status, :class, :types, :mitra,
                                    :branch, :counter, :province, :registeredAt, :profile)
                            ON CONFLICT DO NOTHING
                            """)
                        .bind("username", agent.username())
                        .bind("partner", agent.partner())
                        .bind("status", agent.status())
                        .bind("class", agent.grade())
                        .bind("types", String.join(",", agent.types()))
                        .bind("mitra", agent.mitra())
                        .bind("branch", agent.branch())
                        .bind("counter", agent.counter())
                        .bind("province", agent.province())
                        .bind("registeredAt", agent.registeredAt().atOffset(ZoneOffset.UTC))
                        .bind("profile", sealed(agent))
                        .execute()
                    == 1);
    if (!added) {
      throw new IllegalArgumentException("there is an agent " + agent.username() + " already");
    }
  }

  public Optional<Agent> find(String username) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + " WHERE a.username = :username")
                .bind("username", username)
                .map((row, _) -> agent(row))
                .findOne());
  }

  /// All of them, by username.
  public List<Agent> list() {
    return jdbi.withHandle(
        handle ->
            handle.createQuery(SELECT + " ORDER BY a.username").map((row, _) -> agent(row)).list());
  }

  /// Admits an agent, or bars it.
  ///
  /// @return whether there is such an agent
  public boolean setStatus(String username, Status status) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate("UPDATE agent SET status = :status WHERE username = :username")
                    .bind("status", status)
                    .bind("username", username)
                    .execute()
                == 1);
  }

  /// Writes down that an agent has changed its password just now.
  public void passwordChanged(String username) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE agent SET password_changed_at = :now WHERE username = :username")
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("username", username)
                .execute());
  }

  private String sealed(Agent agent) {
    return vault.sealText(JSON.writeValueAsString(agent.profile()), place(agent.username()));
  }

  private Profile profile(String username, String sealed) {
    return JSON.readValue(vault.openText(sealed, place(username)), Profile.class);
  }

  private static String place(String username) {
    return "agent/" + username;
  }

  private Agent agent(ResultSet row) throws SQLException {
    var username = row.getString("username");
    return new Agent(
        username,
        row.getString("partner"),
        Status.valueOf(row.getString("status")),
        Grade.valueOf(row.getString("class")),
        List.of(row.getString("types").split(",")),
        row.getString("mitra"),
        row.getString("branch"),
        row.getString("counter"),
        row.getString("province"),
        row.getTimestamp("registered_at").toInstant(),
        instant(row, "password_changed_at"),
        instant(row, "pin_changed_at"),
        profile(username, row.getString("profile")),
        row.getString("account"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp moment = row.getTimestamp(column);
    return moment == null ? null : moment.toInstant();
  }
}
