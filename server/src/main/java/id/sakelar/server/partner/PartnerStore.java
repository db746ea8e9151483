package id.sakelar.server.partner;

import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.Partner.Limits;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The partners' tables. Secrets go in sealed and come out opened. Thread-safe.
public final class PartnerStore {
  private static final Logger LOG = LoggerFactory.getLogger(PartnerStore.class);

  /// How many keys of a partner may be live at once.
  static final int LIVE_KEYS = 2;

  private final Jdbi jdbi;
  private final Vault vault;

  public PartnerStore(Jdbi jdbi, Vault vault) {
    this.jdbi = jdbi;
    this.vault = vault;
  }

  /// A partner and the keys it may sign with now, or the verifiers of its passwords, newest first.
  public record Credentials(Partner partner, List<Secret> keys) {
    public Credentials {
      keys = List.copyOf(keys);
    }
  }

  /// Adds a partner, or changes everything about it but its keys and webhook secret.
  public void put(Partner partner) {
    jdbi.useHandle(handle -> put(handle, partner));
  }

  /// Adds a partner and its first key, both or neither.
  ///
  /// @param key what it signs with; the [Verifier] of its password in a dialect that has passwords
  /// @throws IllegalArgumentException if the username belongs to another partner
  public void add(Partner partner, String dialect, String username, Secret key) {
    jdbi.useTransaction(
        handle -> {
          put(handle, partner);
          addKey(handle, partner.id(), dialect, username, key);
        });
  }

  private static void put(Handle handle, Partner partner) {
    handle
        .createUpdate(
            """
                    INSERT INTO partner (partner, name, active, addresses, per_minute,
                                         per_payment_sen, per_day_sen, webhook)
                    VALUES (:id, :name, :active, string_to_array(:addresses, ' '), :perMinute,
                            :perPayment, :perDay, :webhook)
                    ON CONFLICT (partner) DO UPDATE
                    SET name = excluded.name, active = excluded.active,
                        addresses = excluded.addresses, per_minute = excluded.per_minute,
                        per_payment_sen = excluded.per_payment_sen,
                        per_day_sen = excluded.per_day_sen, webhook = excluded.webhook
                    """)
        .bind("id", partner.id())
        .bind("name", partner.name())
        .bind("active", partner.active())
        .bind(
            "addresses",
            String.join(" ", partner.addresses().stream().map(Network::toString).toList()))
        .bind("perMinute", partner.limits().perMinute())
        .bind("perPayment", sen(partner.limits().perPayment()))
        .bind("perDay", sen(partner.limits().perDay()))
        .bind("webhook", partner.webhook() == null ? null : partner.webhook().toString())
        .execute();
  }

  public Optional<Partner> findPartner(String id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM partner WHERE partner = :id")
                .bind("id", id)
                .map((row, _) -> partner(row))
                .findOne());
  }

  public List<Partner> listPartners() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM partner ORDER BY partner")
                .map((row, _) -> partner(row))
                .list());
  }

  /// Adds a key. The newest two of a username stay live; older ones are retired.
  ///
  /// @param key what it signs with; the [Verifier] of its password in a dialect that has passwords
  /// @throws IllegalArgumentException if the username belongs to another partner
  public void addKey(String partner, String dialect, String username, Secret key) {
    jdbi.useTransaction(handle -> addKey(handle, partner, dialect, username, key));
  }

  private void addKey(Handle handle, String partner, String dialect, String username, Secret key) {
    checkVault(handle);
    lock(handle, partner);
    boolean taken =
        handle
            .createQuery(
                """
                      SELECT 1 FROM credential
                      WHERE dialect = :dialect AND username = :username AND partner <> :partner
                      """)
            .bind("dialect", dialect)
            .bind("username", username)
            .bind("partner", partner)
            .mapTo(Integer.class)
            .findFirst()
            .isPresent();
    if (taken) {
      throw new IllegalArgumentException("the username belongs to another partner");
    }
    int number =
        handle
            .createQuery(
                """
                      SELECT coalesce(max(number), 0) + 1 FROM credential
                      WHERE dialect = :dialect AND username = :username
                      """)
            .bind("dialect", dialect)
            .bind("username", username)
            .mapTo(Integer.class)
            .one();
    handle
        .createUpdate(
            """
                  INSERT INTO credential (dialect, username, number, partner, sealed)
                  VALUES (:dialect, :username, :number, :partner, :sealed)
                  """)
        .bind("dialect", dialect)
        .bind("username", username)
        .bind("number", number)
        .bind("partner", partner)
        .bind("sealed", vault.seal(key, keyPlace(dialect, username, number)))
        .execute();
    handle.execute(
        """
              UPDATE credential SET retired_at = now()
              WHERE dialect = ? AND username = ? AND number <= ? AND retired_at IS NULL
              """,
        dialect,
        username,
        number - LIVE_KEYS);
  }

  private static void lock(Handle handle, String partner) {
    handle.execute("SELECT 1 FROM partner WHERE partner = ? FOR UPDATE", partner);
  }

  /// Retires all keys of a partner's username but the newest.
  ///
  /// @return whether the partner has such a username
  public boolean retireOldKeys(String partner, String dialect, String username) {
    return jdbi.withHandle(handle -> retireOldKeys(handle, partner, dialect, username));
  }

  private static boolean retireOldKeys(
      Handle handle, String partner, String dialect, String username) {
    return handle
        .createQuery(
            """
            WITH known AS (
              SELECT max(number) AS newest FROM credential
              WHERE partner = :partner AND dialect = :dialect AND username = :username
            ), retired AS (
              UPDATE credential SET retired_at = now()
              FROM known
              WHERE dialect = :dialect AND username = :username AND retired_at IS NULL
                AND number < known.newest
            )
            SELECT newest IS NOT NULL FROM known
            """)
        .bind("partner", partner)
        .bind("dialect", dialect)
        .bind("username", username)
        .mapTo(Boolean.class)
        .one();
  }

  /// Puts a key in the place of all that a username has, unless somebody else has changed them
  /// since they were found.
  ///
  /// @param found as they were found, and judged
  /// @return whether it was done
  boolean replaceKeys(Credentials found, String dialect, String username, Secret key) {
    var partner = found.partner().id();
    return jdbi.inTransaction(
        handle -> {
          lock(handle, partner);
          if (!revealed(liveKeys(handle, dialect, username)).equals(revealed(found.keys()))) {
            return false;
          }
          addKey(handle, partner, dialect, username, key);
          retireOldKeys(handle, partner, dialect, username);
          return true;
        });
  }

  private static List<String> revealed(List<Secret> keys) {
    return keys.stream().map(Secret::reveal).toList();
  }

  Optional<Credentials> findCredentials(String dialect, String username) {
    return jdbi.withHandle(
        handle -> {
          var partner =
              handle
                  .createQuery(
                      """
                      SELECT DISTINCT p.* FROM partner p JOIN credential c USING (partner)
                      WHERE c.dialect = :dialect AND c.username = :username
                      """)
                  .bind("dialect", dialect)
                  .bind("username", username)
                  .map((row, _) -> partner(row))
                  .findFirst();
          var keys = liveKeys(handle, dialect, username);
          return partner.map(known -> new Credentials(known, keys));
        });
  }

  private List<Secret> liveKeys(Handle handle, String dialect, String username) {
    return handle
        .createQuery(
            """
            SELECT number, sealed FROM credential
            WHERE dialect = :dialect AND username = :username AND retired_at IS NULL
            ORDER BY number DESC
            """)
        .bind("dialect", dialect)
        .bind("username", username)
        .map((row, _) -> key(row, dialect, username))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /// A key that does not open is passed over and shouted about: it must not take the good ones with
  /// it.
  private Optional<Secret> key(ResultSet row, String dialect, String username) throws SQLException {
    int number = row.getInt("number");
    try {
      return Optional.of(vault.open(row.getBytes("sealed"), keyPlace(dialect, username, number)));
    } catch (IllegalStateException e) {
      LOG.error("key {} of {} {} does not open with this key file", number, dialect, username);
      return Optional.empty();
    }
  }

  /// Refuses to seal with another key file than the one that opens what is there.
  private void checkVault(Handle handle) {
    handle
        .createQuery(
            """
            SELECT dialect, username, number, sealed FROM credential
            ORDER BY created_at DESC LIMIT 1
            """)
        .map(
            (row, _) ->
                vault.open(
                    row.getBytes("sealed"),
                    keyPlace(
                        row.getString("dialect"), row.getString("username"), row.getInt("number"))))
        .findOne();
  }

  /// Sets the secret that the partner's webhooks are signed with.
  public void putWebhookSecret(String partner, Secret secret) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE partner SET webhook_secret = ? WHERE partner = ?",
                vault.seal(secret, webhookPlace(partner)),
                partner));
  }

  /// The secret that the partner's webhooks are signed with, if it has one.
  public Optional<Secret> findWebhookSecret(String partner) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT webhook_secret FROM partner
                    WHERE partner = :partner AND webhook_secret IS NOT NULL
                    """)
                .bind("partner", partner)
                .map((row, _) -> vault.open(row.getBytes(1), webhookPlace(partner)))
                .findOne());
  }

  private static String keyPlace(String dialect, String username, int number) {
    return "credential/" + dialect + "/" + username + "/" + number;
  }

  private static String webhookPlace(String partner) {
    return "webhook/" + partner;
  }

  private static @Nullable Long sen(@Nullable Rupiah amount) {
    return amount == null ? null : amount.sen();
  }

  private static Partner partner(ResultSet row) throws SQLException {
    var addresses = (String[]) row.getArray("addresses").getArray();
    var webhook = row.getString("webhook");
    return new Partner(
        row.getString("partner"),
        row.getString("name"),
        row.getBoolean("active"),
        Arrays.stream(addresses).map(Network::parse).toList(),
        new Limits(
            (Integer) row.getObject("per_minute"),
            rupiah(row, "per_payment_sen"),
            rupiah(row, "per_day_sen")),
        webhook == null ? null : URI.create(webhook));
  }

  private static @Nullable Rupiah rupiah(ResultSet row, String column) throws SQLException {
    long sen = row.getLong(column);
    return row.wasNull() ? null : new Rupiah(sen);
  }
}
