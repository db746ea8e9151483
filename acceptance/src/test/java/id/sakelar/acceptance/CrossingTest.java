package id.sakelar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A bill that is asked for in one provider's words is paid at an upstream that speaks another's:
/// for the price that was told, once, and with a row in that biller's book.
class CrossingTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Client IAK = new Client("123123123", "sandbox-api-key");
  private static final String MMBC = "username=dummy&password=dummy123";

  /// Products of the Digiswitch and MMBC billers, sold to IAK's partners, and vehicle taxes of the
  /// Digiswitch and IAK billers, sold to MMBC's.
  private static final String CROSSING =
      """
      product,family,name,brand,upstream,upstream_product,admin,commission,open,iak,mmbc
      x-pln,electricity,X,X,digiswitch,pln,2500,500,true,X.PLN,
      x-plnnontaglis,electricity-non-bill,X,X,digiswitch,plnnontaglis,2500,500,true,X.NONTAGLIS,
      x-pdam,water,X,X,digiswitch,pdam,2500,500,true,X.PDAM,
      x-hp,mobile,X,X,digiswitch,hp,2500,500,true,X.HP,
      x-internet,internet,X,X,digiswitch,internet,2500,500,true,X.INTERNET,
      x-bpjs,health-insurance,X,X,digiswitch,bpjs,2500,500,true,X.BPJS,
      x-bpjstk,employment-insurance,X,X,digiswitch,bpjstk,2500,500,true,X.BPJSTK,
      x-bpjstkpu,company-insurance,X,X,digiswitch,bpjstkpu,2500,500,true,X.BPJSTKPU,
      x-multifinance,multifinance,X,X,digiswitch,multifinance,2500,500,true,X.FINANCE,
      x-pbb,property-tax,X,X,digiswitch,pbb,2500,500,true,X.PBB,
      x-pgas,gas,X,X,digiswitch,pgas,2500,500,true,X.PGAS,
      x-tv,television,X,X,digiswitch,tv,2500,500,true,X.TV,
      x-samsat,vehicle-tax,X,X,digiswitch,samsat,5000,0,true,X.SAMSAT,X_SAMSAT
      x-mmbc,vehicle-tax,X,X,mmbc,SAMSAT_JABAR,5000,0,true,X.MMBC,
      x-iak,vehicle-tax,X,X,iak,ESAMSAT.JABAR,5000,0,true,,X_IAK
      """;

  private static LiveSandbox sandbox;

  @BeforeAll
  static void start() throws Exception {
    sandbox = LiveSandbox.startFresh();
    sandbox.offer(CROSSING);
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !ask("inq-pasca", "X.PLN", "550000000001", "ready").contains("\"20\""));
  }

  @AfterEach
  void assertWhole() throws Exception {
    sandbox.assertWhole();
  }

  @AfterAll
  static void stop() throws Exception {
    sandbox.close();
  }

  @ParameterizedTest(name = "{1} {2} at {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "iak | plnpostpaid | 530000000001",
        "iak | plnnonh | 3225030005922",
        "iak | pdam-surabaya | 10202001",
        "iak | hpthree | 08991234501",
        "iak | telkom | 6391601202",
        "iak | cbn | 01927101",
        "iak | bpjs-iak | 8801234560001",
        "iak | bpjstk-iak | 8102051011270001",
        "iak | bpjstkpu-iak | 210300016066",
        "iak | fnmega | 6391601201",
        "iak | pbb-cimahi | 329801092375999901",
        "iak | gas | 0110014601",
        "iak | tvbig | 1072161401",
        "iak | esamsat-jabar | 9658548523568701,3201111111111111",
        "mmbc | samsat-jabar | MHCROSSING0000001,3201111111111111",
      })
  void a_digiswitch_partner_pays_at_another_biller(String biller, String product, String customer)
      throws Exception {
    var reference = "cross-" + product;
    long taken = sandbox.taken(biller);
    long before = sandbox.deposit(Client.ONE);

    var bill = sandbox.ask(Client.ONE, "inq", product, customer, reference);
    assertThat(bill.get("rc").asString()).as(bill.toString()).isEqualTo("00");
    var paid = sandbox.ask(Client.ONE, "pay", product, customer, reference);

    assertThat(paid.get("rc").asString()).as(paid.toString()).isEqualTo("00");
    assertThat(paid.get("price")).isEqualTo(bill.get("price"));
    assertThat(paid.get("desc").propertyNames()).contains("lembar_tagihan");
    assertThat(sandbox.deposit(Client.ONE))
        .isEqualTo(before - paid.get("price").asLong() + cashback(biller));
    assertThat(sandbox.book(biller, taken)).hasSize(1);
  }

  private static long cashback(String biller) {
    return biller.equals("mmbc") ? 2_000 : 0;
  }

  @ParameterizedTest(name = "{1} {2} at {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "digiswitch | X.PLN | 530000000001",
        "digiswitch | X.NONTAGLIS | 3225030005921",
        "digiswitch | X.PDAM | 1013226",
        "digiswitch | X.HP | 081234554320",
        "digiswitch | X.INTERNET | 6391601001",
        "digiswitch | X.BPJS | 8801234560001",
        "digiswitch | X.BPJSTK | 8102051011270001",
        "digiswitch | X.BPJSTKPU | 400000010001",
        "digiswitch | X.FINANCE | 6391601201",
        "digiswitch | X.PBB | 329801092375999991",
        "digiswitch | X.PGAS | 110014601",
        "digiswitch | X.TV | 127246500101",
        "digiswitch | X.SAMSAT | 9658548523568701",
        "mmbc | X.MMBC | MHCROSSING0000002",
      })
  void an_iak_partner_pays_at_another_biller(String biller, String code, String hp)
      throws Exception {
    long taken = sandbox.taken(biller);
    long before = deposit("123123123");

    var bill = data(ask("inq-pasca", code, hp, "cross-" + code));
    assertThat(bill.get("response_code").asString()).as(bill.toString()).isEqualTo("00");
    var number = bill.get("tr_id").asString();
    var asked =
        "{\"commands\":\"pay-pasca\",\"username\":\"123123123\",\"tr_id\":%s,\"sign\":\"%s\"}"
            .formatted(number, IAK.sign(number));
    var paid = data(post(asked));

    assertThat(paid.get("response_code").asString()).as(paid.toString()).isEqualTo("00");
    assertThat(paid.get("selling_price")).isEqualTo(bill.get("selling_price"));
    assertThat(paid.get("price").asLong())
        .isEqualTo(paid.get("nominal").asLong() + paid.get("admin").asLong());
    assertThat(deposit("123123123")).isEqualTo(before - paid.get("selling_price").asLong());
    assertThat(sandbox.book(biller, taken)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "digiswitch, X_SAMSAT, 9658548523568701, 0212502110170100",
    "iak, X_IAK, 9658548523568701, 0212502110170100"
  })
  void an_mmbc_partner_pays_at_another_biller(
      String biller, String product, String vehicle, String identity) throws Exception {
    long taken = sandbox.taken(biller);
    long before = deposit("dummy");
    var bill =
        sandbox.form(
            "/json/esamsat/inquiry_esamsat",
            "%s&product=%s&customer_number=%s&structure_number=%s"
                .formatted(MMBC, product, identity, vehicle));
    assertThat(bill.get("result").asString()).as(bill.toString()).isEqualTo("ok");

    var paid =
        sandbox.form(
            "/json/esamsat/pay_esamsat", MMBC + "&invoice=" + bill.get("invoice").asString());

    assertThat(paid.get("status").asString()).as(paid.toString()).isEqualTo("CONFIRM");
    assertThat(deposit("dummy")).isEqualTo(before - paid.get("total").asLong());
    assertThat(sandbox.book(biller, taken)).hasSize(1);
  }

  private static String ask(String command, String code, String hp, String reference)
      throws IOException {
    return post(
        """
        {"commands":"%s","username":"123123123","code":"%s","hp":"%s","ref_id":"%s",\
        "nomor_identitas":"0212502110170100","sign":"%s"}"""
            .formatted(command, code, hp, reference, IAK.sign(reference)));
  }

  private static String post(String body) throws IOException {
    return LiveSandbox.text(sandbox.send("POST", "/api/v1/bill/check", "application/json", body));
  }

  private static JsonNode data(String answer) {
    return JSON.readTree(answer).get("data");
  }

  private static long deposit(String partner) {
    return sandbox.number(
        "SELECT sum(sen) / 100 FROM balance WHERE account = 'deposit:" + partner + "'");
  }
}
