package id.sakelar.server.front.mmbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.server.front.Premises;
import id.sakelar.wire.Message;
import id.sakelar.wire.StrictForm;
import java.net.URLEncoder;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is wrong with a question about a card is said in the words of its field, to inquiries and
/// payments alike, and nobody at a bank is bothered.
class CardFaultsTest {
  private static final String PATH = "/json/kartukredit/";
  private static Premises premises;
  private static Visitor visitor;

  @BeforeAll
  static void moveIn() {
    premises = Visitor.open();
    visitor = new Visitor(premises);
  }

  @AfterAll
  static void close() {
    premises.close();
  }

  @ParameterizedTest
  @CsvSource({
    "cc_code, '8 ', 'Maaf, kode bank tidak dikenal.'",
    "cc_code, 08, 'Maaf, kode bank tidak dikenal.'",
    "cc_code, -8, 'Maaf, kode bank tidak dikenal.'",
    "cc_code, 8.0, 'Maaf, kode bank tidak dikenal.'",
    "cc_code, 999, 'Maaf, kode bank tidak dikenal.'",
    "cc_code, '', 'Maaf, kode bank tidak dikenal.'",
    "cc_accountnumber, 4111111111111112, 'Maaf, nomor kartu kredit tidak valid.'",
    "cc_accountnumber, 411111111116, 'Maaf, nomor kartu kredit tidak valid.'",
    "cc_accountnumber, 41111111111111111115, 'Maaf, nomor kartu kredit tidak valid.'",
    "cc_accountnumber, 4111 1111 1111 1111, 'Maaf, nomor kartu kredit tidak valid.'",
    "cc_accountnumber, 4111-1111-1111-1111, 'Maaf, nomor kartu kredit tidak valid.'",
    "cc_accountnumber, ٤١١١١١١١١١١١١١١١, 'Maaf, nomor kartu kredit tidak valid.'",
    "cc_accountnumber, ４１１１１１１１１１１１１１１１, 'Maaf, nomor kartu kredit tidak valid.'",
    "cc_accountnumber, 6200000000000005, 'Maaf, logo kartu ini tidak dilayani: pakai VISA,"
        + " Mastercard, JCB atau AMEX.'",
    "amount, 49999, 'Maaf, nominal terlalu kecil: paling sedikit Rp50.000.'",
    "amount, 1, 'Maaf, nominal terlalu kecil: paling sedikit Rp50.000.'",
    "amount, 0, 'Maaf, nominal tidak valid.'",
    "amount, 100000.00, 'Maaf, nominal tidak valid.'",
    "amount, '100,000', 'Maaf, nominal tidak valid.'",
    "amount, 100.000, 'Maaf, nominal tidak valid.'",
    "amount, 1e5, 'Maaf, nominal tidak valid.'",
    "amount, 0x186A0, 'Maaf, nominal tidak valid.'",
    "amount, +100000, 'Maaf, nominal tidak valid.'",
    "amount, ' 100000', 'Maaf, nominal tidak valid.'",
    "amount, -100000, 'Maaf, nominal tidak valid.'",
    "amount, 9223372036854775808, 'Maaf, nominal tidak valid.'",
    "amount, 1000000000000000000000000000000000000000, 'Maaf, nominal tidak valid.'",
    "amount, '', 'Maaf, nominal tidak valid.'",
    "ref_id, a b, 'Maaf, ref_id tidak valid.'"
  })
  void a_fault_is_named_and_no_bank_is_asked(String field, String value, String reason)
      throws Exception {
    var expected = "{\"result\":\"no\",\"reason\":\"" + reason + "\"}";

    for (String path : new String[] {"inquiry_acc", "transfer_acc"}) {
      var answer = visitor.post(PATH + path, form(field, value));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(expected);
    }
    assertThat(premises.biller().questions(value)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "transfer_acc, direct, 2, 'Maaf, parameter direct harus 0 atau 1.'",
    "transfer_acc, direct, true, 'Maaf, parameter direct harus 0 atau 1.'",
    "transfer_acc, receipt, yes, 'Maaf, parameter receipt harus 0 atau 1.'",
    "status_transfer, invoice, 1 OR 1=1, 'Maaf, nomor invoice tidak valid.'",
    "status_transfer, invoice, ../, 'Maaf, nomor invoice tidak valid.'",
    "status_transfer, invoice, '', 'Maaf, nomor invoice tidak valid.'",
    "status_transfer, invoice, 99999999999999999999, 'Maaf, invoice tidak ditemukan.'",
    "status_transfer, invoice, 999999999999999999999, 'Maaf, nomor invoice tidak valid.'"
  })
  void a_fault_of_one_question_is_named(String path, String field, String value, String reason)
      throws Exception {
    var answer = visitor.post(PATH + path, form(field, value));

    assertThat(answer.body()).isEqualTo("{\"result\":\"no\",\"reason\":\"" + reason + "\"}");
  }

  @Test
  void what_no_document_knows_is_ignored() throws Exception {
    var more = "&cvv=123&exp=0130&__proto__=x&class.module.classLoader=x";

    var answer = visitor.post(PATH + "inquiry_acc", form("amount", "50000").text() + more);

    assertThat(answer.body()).contains("\"result\":\"ok\"").doesNotContain("123", "0130");
  }

  /// A right question, but for one field.
  private static Message form(String field, String value) {
    var fields = new TreeMap<>(Map.of("username", "your-username", "password", "sandbox-api-key"));
    fields.putAll(Map.of("cc_code", "8", "cc_accountnumber", "4111111111111111"));
    fields.put("amount", "50000");
    fields.put(field, value);
    var form =
        fields.entrySet().stream()
            .map(it -> it.getKey() + "=" + encoded(it.getValue()))
            .collect(Collectors.joining("&"));
    return Message.of(StrictForm.MEDIA_TYPE, form);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }
}
