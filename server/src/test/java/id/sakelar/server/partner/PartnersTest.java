package id.sakelar.server.partner;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.server.partner.Partner.Limits;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whose call it is, and whether it may call.
class PartnersTest {
  private static final InetAddress OFFICE = InetAddress.ofLiteral("203.0.113.7");
  private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("198.51.100.1");

  @TempDir private Path folder;
  private Database database;
  private PartnerStore store;

  @BeforeEach
  void open() throws IOException, SQLException {
    database = Database.create();
    Vault.create(folder.resolve("vault.json"));
    store = new PartnerStore(database.jdbi(), Vault.open(folder.resolve("vault.json")));
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  private static Partner partner(boolean active, @Nullable Integer perMinute) {
    return new Partner(
        "warung-sri",
        "Warung Sri",
        active,
        List.of(Network.parse("203.0.113.0/24")),
        new Limits(perMinute, null, null),
        null);
  }

  private Partner add(Partner partner) {
    store.put(partner);
    store.addKey("warung-sri", "digiswitch", "sri", new Secret("first"));
    return partner;
  }

  /// A server that was started just now, so that it knows what is stored.
  private Partners partners() {
    return new Partners(
        store, new LockoutStore(database.jdbi()), InstantSource.system(), new SecureRandom());
  }

  private Caller identify(String username, InetAddress from, Predicate<Secret> signed) {
    return partners().identify("digiswitch", username, from, signed);
  }

  private static Predicate<Secret> with(String key) {
    return secret -> secret.reveal().equals(key);
  }

  @Test
  void who_signs_with_its_key_from_its_address_is_known() {
    var sri = add(partner(true, null));

    assertThat(identify("sri", OFFICE, with("first"))).isEqualTo(new Caller.Known(sri));
  }

  @Test
  void an_unknown_user_is_not_a_wrong_key() {
    add(partner(true, null));

    assertThat(identify("ani", OFFICE, with("first"))).isEqualTo(new Caller.UnknownUser());
    assertThat(identify("sri", OFFICE, with("second"))).isEqualTo(new Caller.WrongKey());
    assertThat(identify("SRI", OFFICE, with("first"))).isEqualTo(new Caller.UnknownUser());
  }

  @Test
  void a_key_of_one_dialect_opens_no_other() {
    add(partner(true, null));

    assertThat(partners().identify("iak", "sri", OFFICE, with("first")))
        .isEqualTo(new Caller.UnknownUser());
  }

  /// The same work for an unknown user as for a wrong key: a signature is computed either way.
  @Test
  void a_signature_is_tried_for_an_unknown_user_too() {
    var tried = new ArrayList<String>();

    identify("nobody", OFFICE, secret -> isWrong(secret, tried));

    assertThat(tried).hasSize(1);
  }

  private static boolean isWrong(Secret key, List<String> tried) {
    tried.add(key.reveal());
    return false;
  }

  @Test
  void two_keys_are_live_while_a_partner_changes_over() {
    var sri = add(partner(true, null));
    store.addKey("warung-sri", "digiswitch", "sri", new Secret("second"));

    assertThat(identify("sri", OFFICE, with("first"))).isEqualTo(new Caller.Known(sri));
    assertThat(identify("sri", OFFICE, with("second"))).isEqualTo(new Caller.Known(sri));

    assertThat(store.retireOldKeys("warung-sri", "digiswitch", "sri")).isTrue();
    assertThat(store.retireOldKeys("toko-ani", "digiswitch", "sri")).isFalse();
    assertThat(identify("sri", OFFICE, with("first"))).isEqualTo(new Caller.WrongKey());
    assertThat(identify("sri", OFFICE, with("second"))).isEqualTo(new Caller.Known(sri));
  }

  @Test
  void a_third_key_retires_the_first() {
    add(partner(true, null));
    store.addKey("warung-sri", "digiswitch", "sri", new Secret("second"));
    store.addKey("warung-sri", "digiswitch", "sri", new Secret("third"));
    var tried = new ArrayList<String>();

    assertThat(identify("sri", OFFICE, secret -> isWrong(secret, tried)))
        .isEqualTo(new Caller.WrongKey());
    assertThat(tried).containsExactly("third", "second");
  }

  @Test
  void an_address_that_is_not_listed_is_forbidden() {
    add(partner(true, null));

    assertThat(identify("sri", ELSEWHERE, with("first"))).isEqualTo(new Caller.ForbiddenAddress());
  }

  @Test
  void an_empty_list_of_addresses_means_from_anywhere() {
    add(new Partner("warung-sri", "Warung Sri", true, List.of(), Limits.NONE, null));

    assertThat(identify("sri", ELSEWHERE, with("first"))).isInstanceOf(Caller.Known.class);
  }

  /// Who cannot sign learns nothing of addresses, and who calls from elsewhere nothing of accounts.
  @Test
  void the_key_is_judged_before_the_address_and_the_address_before_the_account() {
    var sri = add(partner(false, 1));

    assertThat(identify("sri", ELSEWHERE, with("wrong"))).isEqualTo(new Caller.WrongKey());
    assertThat(identify("sri", ELSEWHERE, with("first"))).isEqualTo(new Caller.ForbiddenAddress());
    assertThat(identify("sri", OFFICE, with("first"))).isEqualTo(new Caller.Suspended(sri));
  }

  @Test
  void a_partner_may_call_so_often_a_minute_and_wrong_keys_do_not_count() {
    var sri = add(partner(true, 2));
    var partners = partners();

    for (int i = 0; i < 5; i++) {
      assertThat(partners.identify("digiswitch", "sri", OFFICE, with("wrong")))
          .isEqualTo(new Caller.WrongKey());
    }
    for (int i = 0; i < 2; i++) {
      assertThat(partners.identify("digiswitch", "sri", OFFICE, with("first")))
          .isEqualTo(new Caller.Known(sri));
    }
    assertThat(partners.identify("digiswitch", "sri", OFFICE, with("first")))
        .isEqualTo(new Caller.TooMany(sri));
  }
}
