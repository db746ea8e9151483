package id.sakelar.server.front.iak;

import static id.sakelar.server.front.iak.Visitor.PATH;
import static id.sakelar.server.front.iak.Visitor.account;
import static id.sakelar.server.front.iak.Visitor.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.server.catalog.Family;
import id.sakelar.server.front.Key;
import id.sakelar.server.front.Premises;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.Payment;
import id.sakelar.wire.iak.PriceListQuestion;
import id.sakelar.wire.iak.PriceListQuestion.Shelf;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What can be asked of the price list.
class PriceListTest {
  private static final Pattern CODES = Pattern.compile("(?:\"code\":\"|<code>)([A-Z.]+)");

  private static Premises premises;

  @BeforeAll
  static void moveIn() {
    premises = Premises.open(Visitor::open);
  }

  @AfterAll
  static void close() {
    premises.close();
  }

  @Test
  void a_list_has_what_the_dialect_can_tell_in_the_order_of_the_catalogue() throws Exception {
    assertThat(codes(PATH, all()))
        .startsWith("PLNPOSTPAID", "PLNNONH", "BPJS")
        .contains(Shop.CLOSED, Shop.NIGHTLY)
        .doesNotContain(Shop.CARD, Shop.TRANSFER)
        .hasSize(20);
  }

  @Test
  void a_list_may_be_of_one_kind() throws Exception {
    assertThat(codes(PATH + "/bpjs", all())).containsExactly("BPJS", "BPJSTK", "BPJSTKPU");
    assertThat(codes(PATH + "/bpjs/", all())).hasSize(3);
    assertThat(codes(PATH + "/kereta", all())).isEmpty();
    assertThat(codes(PATH + "/nosuch", all())).isEmpty();
  }

  @Test
  void a_list_may_be_of_what_is_open_or_of_what_is_not() throws Exception {
    assertThat(codes(PATH + "/pln", on(Shelf.ALL))).contains("PLNPOSTPAID", Shop.CLOSED);
    assertThat(codes(PATH + "/pln", on(Shelf.INACTIVE))).containsExactly(Shop.CLOSED);
    assertThat(codes(PATH + "/pln", on(Shelf.ACTIVE)))
        .containsExactly("PLNPOSTPAID", "PLNNONH", Shop.NIGHTLY);
  }

  @Test
  void only_water_can_be_asked_for_by_province() throws Exception {
    var east = in("jawa timur");

    assertThat(codes(PATH + "/pdam", east)).containsExactly("PDAMKOTA.SURABAYA");
    assertThat(codes(PATH + "/pdam", in("BALI"))).isEmpty();
    assertThat(codes(PATH + "/gas", east)).containsExactly("PGAS");
    assertThat(codes(PATH, east)).hasSize(20);
  }

  @Test
  void a_line_says_all_of_a_product() throws Exception {
    var json = new Visitor(premises, Format.JSON).ask(PATH + "/pdam", in("SUMATERA UTARA"));
    var xml = new Visitor(premises, Format.XML).ask(PATH + "/pln", on(Shelf.INACTIVE));

    assertThat(json.body())
        .isEqualTo(
            """
            {"data":{"pasca":[{"code":"PDAMKOTA.MEDAN","name":"NAME OF PDAMKOTA.MEDAN",\
            "status":1,"fee":2000,"komisi":700,"type":"pdam","category":"postpaid",\
            "province":"SUMATERA UTARA"}]},"meta":[]}""");
    assertThat(xml.body())
        .isEqualTo(
            """
            <?xml version="1.0"?>
            <mp>
              <data>
                <pasca>
                  <code>PLNCLOSED</code>
                  <name>NAME OF PLNCLOSED</name>
                  <status>4</status>
                  <fee>2500</fee>
                  <komisi>600</komisi>
                  <type>pln</type>
                  <category>postpaid</category>
                </pasca>
              </data>
            </mp>""");
  }

  @Test
  void only_a_price_list_is_told_on_the_path_of_a_kind() throws Exception {
    var visitor = new Visitor(premises, Format.JSON);

    assertThat(verdict(visitor.ask(PATH + "/pln", Payment.by(account(Key.ONE), 1))))
        .isEqualTo("200 101");
  }

  @Test
  void every_family_has_its_kind_or_is_not_sold() {
    assertThat(Arrays.stream(Family.values()).filter(it -> Products.type(it).isEmpty()))
        .containsExactlyInAnyOrder(Family.MONEY_TRANSFER, Family.CREDIT_CARD, Family.TICKET);
  }

  private static PriceListQuestion all() {
    return PriceListQuestion.by(account(Key.ONE));
  }

  private static PriceListQuestion on(Shelf shelf) {
    return new PriceListQuestion(
        all().username(), Optional.of(shelf), Optional.empty(), all().sign());
  }

  private static PriceListQuestion in(String province) {
    return new PriceListQuestion(
        all().username(), Optional.empty(), Optional.of(province), all().sign());
  }

  /// The codes of a list, which are the same in both formats.
  private static List<String> codes(String path, PriceListQuestion question) throws Exception {
    var json = codes(Format.JSON, path, question);
    assertThat(codes(Format.XML, path, question)).isEqualTo(json);
    return json;
  }

  private static List<String> codes(Format format, String path, PriceListQuestion question)
      throws Exception {
    var answer = new Visitor(premises, format).ask(path, question);
    assertThat(answer.statusCode()).isEqualTo(200);
    return CODES.matcher(answer.body()).results().map((MatchResult it) -> it.group(1)).toList();
  }
}
