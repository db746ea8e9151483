package id.sakelar.server.partner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.Partner.Limits;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Partners and their sealed secrets at rest.
class PartnerStoreTest {
  private static final Secret KEY = new Secret("dev-7c1a9f2e");
  private static final Partner SRI =
      new Partner(
          "warung-sri",
          "Warung Sri",
          true,
          List.of(Network.parse("203.0.113.0/24"), Network.parse("2001:db8::/32")),
          new Limits(60, Rupiah.of(5_000_000), Rupiah.of(50_000_000)),
          URI.create("https://warung.example/hook"));
  private static final Partner ANI =
      new Partner("toko-ani", "Toko Ani", false, List.of(), Limits.NONE, null);

  @TempDir private Path folder;
  private Database database;
  private Jdbi jdbi;
  private PartnerStore store;

  @BeforeEach
  void open() throws IOException, SQLException {
    database = Database.create();
    jdbi = database.jdbi();
    Vault.create(folder.resolve("vault.json"));
    store = new PartnerStore(jdbi, Vault.open(folder.resolve("vault.json")));
    store.put(SRI);
    store.put(ANI);
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Test
  void a_partner_is_read_as_it_was_put() {
    assertThat(store.findPartner("warung-sri")).contains(SRI);
    assertThat(store.findPartner("nobody")).isEmpty();
    assertThat(store.listPartners()).containsExactly(ANI, SRI);
  }

  @Test
  void a_change_keeps_the_keys_and_the_webhook_secret() {
    store.addKey("warung-sri", "digiswitch", "sri", KEY);
    store.putWebhookSecret("warung-sri", new Secret("hook-secret"));
    var suspended = new Partner("warung-sri", "Sri", false, List.of(), Limits.NONE, null);

    store.put(suspended);

    var credentials = store.findCredentials("digiswitch", "sri").orElseThrow();
    assertThat(credentials.partner()).isEqualTo(suspended);
    assertThat(credentials.keys()).extracting(Secret::reveal).containsExactly("dev-7c1a9f2e");
    assertThat(store.findWebhookSecret("warung-sri").map(Secret::reveal)).contains("hook-secret");
    assertThat(store.findWebhookSecret("toko-ani")).isEmpty();
  }

  @Test
  void a_stored_secret_cannot_be_read_in_the_database() {
    store.addKey("warung-sri", "digiswitch", "sri", KEY);
    store.putWebhookSecret("warung-sri", KEY);
    var hex = HexFormat.of().formatHex(KEY.reveal().getBytes(UTF_8));

    var rows = list("SELECT t::text FROM credential t UNION ALL SELECT t::text FROM partner t");

    assertThat(rows).hasSize(3).anyMatch(row -> row.contains("\\x"));
    assertThat(rows).noneMatch(row -> row.contains(KEY.reveal()) || row.contains(hex));
  }

  private List<String> list(String query) {
    return jdbi.withHandle(handle -> handle.createQuery(query).mapTo(String.class).list());
  }

  @Test
  void a_secret_that_was_moved_to_another_row_does_not_open() {
    store.addKey("warung-sri", "digiswitch", "sri", KEY);
    store.addKey("toko-ani", "digiswitch", "ani", new Secret("another"));

    change("UPDATE credential SET sealed = (SELECT sealed FROM credential WHERE username = 'sri')");

    assertThat(store.findCredentials("digiswitch", "sri")).isPresent();
    assertThat(store.findCredentials("digiswitch", "ani").orElseThrow().keys()).isEmpty();
  }

  @Test
  void nothing_is_sealed_with_another_key_file_than_what_is_there() throws Exception {
    store.addKey("warung-sri", "digiswitch", "sri", KEY);
    var file = folder.resolve("other.key");
    Vault.create(file);
    var other = new PartnerStore(jdbi, Vault.open(file));

    assertThatThrownBy(() -> other.addKey("warung-sri", "digiswitch", "sri", new Secret("new")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a stored secret does not open with this key file");

    assertThat(store.findCredentials("digiswitch", "sri").orElseThrow().keys()).hasSize(1);
  }

  @Test
  void a_webhook_secret_that_was_moved_to_another_partner_does_not_open() {
    store.putWebhookSecret("warung-sri", KEY);

    change(
        """
        UPDATE partner SET webhook_secret =
          (SELECT webhook_secret FROM partner WHERE partner = 'warung-sri')
        """);

    assertThatThrownBy(() -> store.findWebhookSecret("toko-ani"))
        .isInstanceOf(IllegalStateException.class);
  }

  private void change(String statement) {
    jdbi.useHandle(handle -> handle.execute(statement));
  }

  @Test
  void a_username_belongs_to_one_partner() {
    store.addKey("warung-sri", "digiswitch", "sri", KEY);

    assertThatThrownBy(() -> store.addKey("toko-ani", "digiswitch", "sri", KEY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the username belongs to another partner");
    store.addKey("toko-ani", "iak", "sri", KEY);
    assertThat(store.findCredentials("iak", "sri").orElseThrow().partner()).isEqualTo(ANI);
  }

  @Test
  void a_key_needs_a_partner() {
    assertThatThrownBy(() -> store.addKey("nobody", "digiswitch", "sri", KEY))
        .isInstanceOf(JdbiException.class)
        .hasMessageNotContaining(KEY.reveal());
  }
}
