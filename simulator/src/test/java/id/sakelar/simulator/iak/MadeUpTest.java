package id.sakelar.simulator.iak;

import static id.sakelar.simulator.iak.Counter.answer;
import static id.sakelar.simulator.iak.Counter.code;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.iak.desc.Family;
import id.sakelar.wire.iak.desc.Pln;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// There are bills of every product for as many customers as anybody needs.
class MadeUpTest {
  @TempDir Path directory;
  private Counter counter;

  @BeforeEach
  void open() throws Exception {
    counter = Counter.open(directory);
  }

  @AfterEach
  void close() throws Exception {
    counter.close();
  }

  @ParameterizedTest
  @CsvSource({
    "PLNPOSTPAID, 550000000000",
    "PLNPOSTPAID, 559999999999",
    "PLNNONH, 5512345678901",
    "PLNNONTAG, 5512345678901",
    "BPJS, 5512345678901",
    "BPJSTK, 5512345678901234",
    "BPJSTKPU, 551234567890",
    "FNMEGA, 5512345678",
    "AIA.PREMICONVEN, 55123456",
    "PDAMKOTA.SURABAYA, 7712345",
    "PDAMKOTA.MEDAN, 7712345",
    "AETRA, 7712345",
    "PGAS, 5512345678",
    "TELKOMPSTN, 5512345678",
    "HPTHREE, 08551234567",
    "CBN, 55123456",
    "TVBIG, 5512345678",
    "TVTLKMV, 551234567890",
    "PBBKOT.CIMAHI, 551234567890123456",
    "ESAMSAT.JABAR, 5512345678901234"
  })
  void a_made_up_bill_is_the_same_at_every_look_and_can_be_paid(String product, String number)
      throws Exception {
    var one = answer(counter.inquire(product, number, "ref-1"));
    var two = answer(counter.inquire(product, number, "ref-2"));

    assertThat(two.owed()).isEqualTo(one.owed());
    assertThat(one.owed().trName()).isEqualTo("Pelanggan " + number.substring(number.length() - 4));
    assertThat(one.owed().nominal()).isBetween(Rupiah.of(20_000), Rupiah.of(500_000));
    assertThat(one.owed().price()).isEqualTo(one.owed().nominal().plus(one.owed().admin()));
    assertThat(code(counter.pay(one.echo().trId()))).isEqualTo("00");
  }

  @ParameterizedTest
  @CsvSource({
    "PLNPOSTPAID, 55123456789",
    "PLNPOSTPAID, 5512345678901",
    "FNMEGA, 55123456789",
    "AETRA, 771234"
  })
  void a_made_up_number_has_its_length(String product, String number) throws Exception {
    assertThat(code(counter.inquire(product, number, "ref-1"))).isEqualTo("14");
  }

  @ParameterizedTest
  @EnumSource(Scheme.class)
  void neighbours_owe_different_amounts_in_either_scheme(Scheme scheme) throws Exception {
    counter.askBy(scheme);
    var one = answer(counter.inquire("PGAS", "5500000001", "ref-1")).owed();
    var two = answer(counter.inquire("PGAS", "5500000002", "ref-2")).owed();

    assertThat(one.price()).isNotEqualTo(two.price());
  }

  @Test
  void the_detail_adds_up_to_the_bill() throws Exception {
    var owed = answer(counter.inquire("PLNPOSTPAID", Counter.CUSTOMER, "ref-1")).owed();

    var sheets = ((Pln) Family.PLN.read(owed.desc())).detail();

    assertThat(sheets).hasSize(1);
    assertThat(sheets.getFirst().total()).contains(owed.price());
    assertThat(sheets.getFirst().nilaiTagihan()).isEqualTo(owed.nominal());
  }
}
