package id.sakelar.wire.iak.desc;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Items;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Json.Text;
import id.sakelar.wire.iak.desc.Phone.Line;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which family a product belongs to, and what its detail may lack.
class FamilyTest {
  @ParameterizedTest
  @CsvSource({
    "PLNPOSTPAID, PLN",
    "PLNNONH, PLNNONTAGLIS",
    "PLNNONTAG, PLNNONTAGLIS",
    "PLNNONTAGB, PLNNONTAGLIS",
    "BPJS, BPJS",
    "BPJSTK, BPJSTK",
    "BPJSTKPU, BPJSTKPU",
    "FNMEGA, MULTIFINANCE",
    "FNMF, MULTIFINANCE",
    "TASPEN.ASURANSI, MULTIFINANCE",
    "AIA.PREMICONVEN, INSURANCE",
    "PDAMKOTA.SURABAYA, PDAM",
    "PDAMKAB.BANTUL, PDAM",
    "AETRA, PDAM",
    "PALYJA, PDAM",
    "PGAS, PGAS",
    "TELKOMPSTN, TELKOM",
    "HPTHREE, MOBILE",
    "CBN, INTERNET",
    "TVBIG, TV",
    "TVTLKMV, TV",
    "PBBKOT.CIMAHI, PBB",
    "ESAMSAT.JABAR, ESAMSAT",
    "SHOPEEPAY, OPEN_AMOUNT",
    "MEMBER.Some_2022, COLLECTION",
    "NONMEMBER.Some_2022, COLLECTION"
  })
  void a_code_tells_its_family(String code, Family family) {
    assertThat(Family.of(code)).hasValue(family);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "pln", "XPLNPOSTPAID", "PLNPOSTPAIDX", "BPJSX", "AIA", "MEMBER"})
  void another_code_has_none(String code) {
    assertThat(Family.of(code)).isEmpty();
  }

  @Test
  void a_company_may_say_no_more_than_instalment_and_penalty() throws Garbled {
    var desc = new Members(Map.of("installment", new Text("7"), "penalty_bill", new Text("0")));

    assertThat(Family.MULTIFINANCE.read(desc))
        .isEqualTo(
            new Multifinance(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Rupiah.of(7)),
                Optional.of(Rupiah.ZERO),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void a_row_of_a_mobile_phone_may_be_empty() throws Garbled {
    var row =
        Map.of(
            "periode",
            new Text(""),
            "nilai_tagihan",
            new Text(""),
            "admin",
            new Text(""),
            "total",
            new Text(""));
    var desc =
        new Members(
            Map.of(
                "jumlah_tagihan",
                new Text("1"),
                "tagihan",
                new Members(Map.of("detail", new Items(List.of(new Members(Map.copyOf(row))))))));

    var read = Family.MOBILE.read(desc);

    assertThat(read)
        .isEqualTo(
            new Phone(
                Line.MOBILE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                List.of(
                    new Phone.Sheet("", Optional.empty(), Optional.empty(), Optional.empty()))));
    assertThat(Family.MOBILE.read(read.spelled())).isEqualTo(read);
  }

  @Test
  void one_row_without_its_list_is_a_list_of_one() throws Garbled {
    var row = new Members(Map.of("periode", new Text("1"), "nilai_tagihan", new Text("2")));
    var desc =
        new Members(
            Map.of("bill_quantity", new Text("1"), "tagihan", new Members(Map.of("detail", row))));

    assertThat(Family.TV.read(desc))
        .isEqualTo(
            new Tv(
                1,
                Optional.empty(),
                Optional.empty(),
                List.of(new Tv.Sheet("1", Rupiah.of(2), Optional.empty()))));
  }

  @Test
  void details_print_neither_owner_nor_place() throws Garbled {
    var nothing = new Members(Map.of("nop", new Text("32807"), "alamat", new Text("GRIYA")));

    assertThat(Family.PBB.read(nothing)).hasToString("Pbb[]");
    assertThat(Family.PGAS.read(nothing)).hasToString("Pgas[]");
    assertThat(Family.MULTIFINANCE.read(nothing)).hasToString("Multifinance[]");
    assertThat(Family.ESAMSAT.read(nothing)).hasToString("Esamsat[Optional.empty]");
  }
}
