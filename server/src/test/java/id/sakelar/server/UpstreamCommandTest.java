package id.sakelar.server;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.server.partner.Vault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an operator types about billers: which serve a product, and our deposits there.
class UpstreamCommandTest {
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
        sakelar.upstreams.one.dialect=digiswitch
        sakelar.upstreams.one.url=https://one.example
        sakelar.upstreams.one.username=us
        sakelar.upstreams.one.key-file=one.key
        sakelar.upstreams.two.dialect=iak
        sakelar.upstreams.two.url=https://two.example
        sakelar.upstreams.two.username=us
        sakelar.upstreams.two.key-file=two.key
        sakelar.upstreams.cards.dialect=mmbc
        sakelar.upstreams.cards.url=https://cards.example
        sakelar.upstreams.cards.username=us
        sakelar.upstreams.cards.key-file=cards.key
        """
            .formatted(database.source().getUrl(), keyFile));
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  private String type(Object command, String words) {
    var said = new StringWriter();
    var line =
        Main.commandLine(command)
            .setOut(new PrintWriter(said, true))
            .setErr(new PrintWriter(said, true));
    line.execute(
        Stream.concat(Arrays.stream(words.split(" ")), Stream.of("--config", config.toString()))
            .toArray(String[]::new));
    return said.toString();
  }

  private String upstream(String words) {
    return type(new UpstreamCommand(), words);
  }

  private String catalog(String words) {
    return type(new CatalogCommand(), words);
  }

  private String importing(String fallbacks) throws IOException {
    var file = folder.resolve("products.csv");
    Files.writeString(
        file,
        """
        product,family,name,brand,upstream,upstream_product,admin,commission,open,fallbacks
        pln,electricity,PLN,PLN,one,pln,2500,1000,true,%s
        """
            .formatted(fallbacks));
    return catalog("import " + file);
  }

  @Test
  void what_is_paid_to_a_biller_is_booked_once() {
    assertThat(upstream("deposit one 5000000 --reference B-1"))
        .isEqualTo("Booked. Our deposit at one is Rp5000000.\n");
    assertThat(upstream("deposit one 5000000 --reference B-1"))
        .isEqualTo("Booked before; nothing changed. Our deposit at one is Rp5000000.\n");
    assertThat(upstream("deposit three 1 --reference B-2"))
        .isEqualTo("sakelar: there is no upstream three\n");
    assertThat(upstream("list"))
        .isEqualTo(
            """
            cards  deposit Rp0  in flight Rp0  has not said
            one  deposit Rp5000000  in flight Rp0  has not said
            two  deposit Rp0  in flight Rp0  has not said
            """);
  }

  @Test
  void a_list_of_what_was_settled_is_held_against_the_books() throws IOException {
    var file = folder.resolve("settled.csv");
    Files.writeString(
        file,
        """
        date,reference,theirs,product,customer,amount,status
        2026-03-02,S260302STRANGER,T1,pln,x,10000,paid
        """);

    assertThat(type(new Main(), "reconcile one " + file))
        .isEqualTo(
            """
            ONLY_THEIRS S260302STRANGER: nothing here, paid for Rp10000 there
            1 lines, 0 agree, 0 payments ended by them, 1 differences.
            """);
    assertThat(type(new Main(), "review list")).contains("DIFFERENCE");
    assertThat(type(new Main(), "reconcile three " + file))
        .isEqualTo("sakelar: no such upstream: three\n");
  }

  @Test
  void billers_are_added_to_a_product_and_removed() throws IOException {
    importing("");

    assertThat(catalog("route add pln --upstream two --upstream-product PLN --closed 22:00 06:00"))
        .isEqualTo(
            """
            1  one  pln  at any hour  at an unknown cost
            2  two  PLN  closed 22:00 to 06:00  at an unknown cost
            """);
    assertThat(catalog("list")).contains("at one, two");
    assertThat(
            catalog("route add pln --upstream two --upstream-product P --preference 1 --cost 900"))
        .isEqualTo(
            """
            1  two  P  at any hour  at Rp900
            1  one  pln  at any hour  at an unknown cost
            """);
    assertThat(catalog("route remove pln --upstream one"))
        .isEqualTo("1  two  P  at any hour  at Rp900\n");
    assertThat(catalog("route remove pln --upstream one"))
        .isEqualTo("sakelar: one does not serve pln\n");
    assertThat(catalog("route remove pln --upstream two"))
        .isEqualTo("sakelar: nobody else serves pln: close it instead\n");
    assertThat(catalog("route list gas")).isEqualTo("sakelar: there is no product gas\n");
  }

  @Test
  void every_biller_of_a_product_is_known_and_has_words_for_it() throws IOException {
    var wordless = "sakelar: upstream cards speaks mmbc, which has no words for electricity\n";
    assertThat(importing("three:pln")).isEqualTo("sakelar: there is no upstream three\n");
    assertThat(importing("cards:pln")).isEqualTo(wordless);
    assertThat(importing("two:PLN")).isEqualTo("Imported 1 products.\n");
    assertThat(catalog("route add pln --upstream cards --upstream-product P")).isEqualTo(wordless);
  }
}
