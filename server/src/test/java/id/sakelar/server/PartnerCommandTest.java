package id.sakelar.server;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.server.partner.Caller;
import id.sakelar.server.partner.LockoutStore;
import id.sakelar.server.partner.PartnerStore;
import id.sakelar.server.partner.Partners;
import id.sakelar.server.partner.Secret;
import id.sakelar.server.partner.Vault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an operator types about partners, and what it opens.
class PartnerCommandTest {
  private static final InetAddress OFFICE = InetAddress.ofLiteral("203.0.113.7");
  private static final Caller WRONG = new Caller.WrongKey();

  @TempDir private Path folder;
  private id.sakelar.server.partner.Database database;
  private Path config;
  private PartnerStore store;

  @BeforeEach
  void open() throws IOException, SQLException {
    database = id.sakelar.server.partner.Database.create();
    var keyFile = folder.resolve("vault.json");
    Vault.create(keyFile);
    store = new PartnerStore(database.jdbi(), Vault.open(keyFile));
    config = folder.resolve("sakelar.properties");
    Files.writeString(
        config,
        """
        sakelar.database.url=%s
        sakelar.database.user=postgres
        sakelar.vault.key-file=%s
        """
            .formatted(database.source().getUrl(), keyFile));
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  private record Said(int code, String out, String err) {
    private String secret() {
      assertThat(code).as(err).isZero();
      return out.strip().substring(out.lastIndexOf(' ') + 1);
    }
  }

  private Said type(String command) {
    var words = Arrays.stream(command.split(" "));
    var out = new StringWriter();
    var err = new StringWriter();
    var line =
        Main.commandLine(new PartnerCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    int code =
        line.execute(
            Stream.concat(words, Stream.of("--config", config.toString())).toArray(String[]::new));
    return new Said(code, out.toString(), err.toString());
  }

  /// Servers that were started just now.
  private Partners server() {
    return new Partners(
        store, new LockoutStore(database.jdbi()), InstantSource.system(), new SecureRandom());
  }

  private Caller signed(String dialect, String username, String key) {
    return server().identify(dialect, username, OFFICE, known -> known.reveal().equals(key));
  }

  private Caller withPassword(String username, String password) {
    return server().identifyByPassword("mmbc", username, OFFICE, new Secret(password));
  }

  private Caller known() {
    return new Caller.Known(store.findPartner("warung").orElseThrow());
  }

  @Test
  void a_partner_signs_digiswitch_unless_something_else_is_said() {
    var said = type("add warung --username sri --any-address");

    assertThat(said.out())
        .matches("Added warung\\. The key of sri \\(shown this once\\): [A-Za-z0-9]{40}\\R");
    assertThat(signed("digiswitch", "sri", said.secret())).isEqualTo(known());
  }

  @Test
  void a_partner_who_speaks_mmbc_gets_a_password_that_is_stored_nowhere() {
    var said = type("add warung --dialect mmbc --username sri --any-address");

    assertThat(said.out())
        .matches("Added warung\\. The password of sri \\(shown this once\\): [A-Za-z0-9]{22}\\R");
    assertThat(withPassword("sri", said.secret())).isEqualTo(known());
    assertThat(withPassword("sri", said.secret() + "x")).isEqualTo(WRONG);
    assertThat(signed("mmbc", "sri", said.secret())).isEqualTo(WRONG);
  }

  @Test
  void two_passwords_are_good_until_the_old_one_is_retired() {
    var first = type("add warung --dialect mmbc --username sri --any-address").secret();
    var change = "rotate-key warung --dialect mmbc --username sri";
    var said = type(change);

    assertThat(said.out())
        .matches("The new password of sri \\(shown this once\\): [A-Za-z0-9]{22}\\R");
    assertThat(withPassword("sri", first)).isEqualTo(known());
    assertThat(withPassword("sri", said.secret())).isEqualTo(known());

    assertThat(type(change + " --retire-old").out())
        .isEqualTo("Only the newest password of sri is good now." + System.lineSeparator());
    assertThat(withPassword("sri", first)).isEqualTo(WRONG);
    assertThat(withPassword("sri", said.secret())).isEqualTo(known());
  }

  @Test
  void a_partner_may_speak_several_dialects() {
    var digiswitch = type("add warung --username sri --any-address").secret();
    var mmbc = type("rotate-key warung --dialect mmbc --username sri").secret();
    var iak = type("rotate-key warung --dialect iak --username 0817").secret();

    assertThat(signed("digiswitch", "sri", digiswitch)).isEqualTo(known());
    assertThat(withPassword("sri", mmbc)).isEqualTo(known());
    assertThat(signed("iak", "0817", iak)).isEqualTo(known());
  }

  @Test
  void only_a_username_that_is_there_has_old_ones_to_retire() {
    type("add warung --username sri --any-address");

    var said = type("rotate-key warung --dialect mmbc --username sri --retire-old");

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err())
        .isEqualTo("sakelar: warung has no username sri" + System.lineSeparator());
  }

  @ParameterizedTest
  @ValueSource(strings = {"snap", "mmbc-card", "Mmbc", ""})
  void a_dialect_that_nobody_speaks_is_refused(String dialect) {
    var said = type("add warung --username sri --any-address --dialect=" + dialect);

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).startsWith("Invalid value for option '--dialect': ");
    assertThat(store.findPartner("warung")).isEmpty();
  }
}
