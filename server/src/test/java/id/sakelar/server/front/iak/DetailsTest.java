package id.sakelar.server.front.iak;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Bill.Multifinance.Instalment;
import id.sakelar.server.payment.Electricity;
import id.sakelar.server.payment.Periods;
import id.sakelar.server.payment.PropertyTax;
import id.sakelar.server.payment.Quote;
import id.sakelar.server.payment.Water;
import id.sakelar.wire.Limits;
import id.sakelar.wire.StrictJson;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is told of bills that came from elsewhere: nothing that they do not say. The golden
/// conversations hold the kinds as their own biller tells them.
class DetailsTest {
  private static final Rupiah ONE = Rupiah.of(1_000);
  private static final Rupiah TWO = Rupiah.of(2_000);

  @Test
  void electricity_of_unknown_power_and_rest_is_told_without_them() {
    var bill = new Electricity("A", 1, ONE, "", 0, List.of());

    assertThatJson(told(bill)).isEqualTo("{tarif: '', lembar_tagihan: '1', tagihan: {detail: []}}");
  }

  @Test
  void the_total_of_a_sheet_has_its_fine_and_its_fee() {
    var month = new Electricity.ElectricityMonth("201901", ONE, Rupiah.of(50), "", "");
    var bill = new Electricity("A", 1, Rupiah.of(1_050), "R1", 900, List.of(month));

    assertThatJson(told(bill))
        .node("tagihan.detail")
        .isEqualTo(
            "[{periode: '201901', nilai_tagihan: '1000', admin: '2500', denda: '50', total: 3550}]");
  }

  @Test
  void water_is_told_without_a_due_date_a_tariff_and_meters_that_are_no_numbers() {
    var month = new Water.WaterMonth("201901", ONE, Rupiah.ZERO, "abc", "", Rupiah.ZERO);
    var bill = new Water("A", 1, ONE, "", "JALAN", "", List.of(month));

    assertThatJson(told(bill))
        .isEqualTo(
            """
            {bill_quantity: 1, address: 'JALAN', biller_admin: '', pdam_name: '', stamp_duty: '',
             bill: {detail: [{period: '201901', penalty: 0, bill_amount: 1000, misc_amount: 0}]}}
            """);
  }

  @Test
  void a_water_company_tells_its_fee_and_its_stamp_duty() {
    var company = new Water.WaterCompany("PDAM", ONE, TWO);
    var bill = new Water("A", 1, TWO, "3A", "", "10-10-2020", List.of(), company);

    assertThatJson(told(bill))
        .isEqualTo(
            """
            {bill_quantity: 1, address: '', biller_admin: '1000', pdam_name: 'PDAM',
             stamp_duty: '2000', due_date: '10-10-2020', kode_tarif: '3A', bill: {detail: []}}
            """);
  }

  @Test
  void a_telephone_is_told_by_month_and_a_service_in_words() {
    var months = List.of(new Bill.Internet.InternetMonth("201901", ONE));
    var bill =
        new Bill.Internet("A", 1, ONE, months, new Bill.Exchange("0751", "01", "0006"), "FAST");
    var row = "{periode: '201901', nilai_tagihan: '1000', admin: '2500', total: 3500}";
    var telephone =
        "{kode_area: '0751', divre: '01', datel: '0006', jumlah_tagihan: 1,"
            + " tagihan: {detail: [%s]}}".formatted(row);

    assertThatJson(told(bill, "TELKOMPSTN")).isEqualTo(telephone);
    assertThatJson(told(bill, "NEWNET")).isEqualTo(telephone);
    assertThatJson(told(bill, "CBN")).isEqualTo("{product_desc: 'FAST'}");
    assertThatJson(told(new Bill.Internet("A", 1, ONE, List.of()), "NEWNET"))
        .isEqualTo("{product_desc: ''}");
  }

  @Test
  void an_instalment_that_is_not_told_is_what_the_fine_and_the_costs_leave() {
    assertThatJson(told(instalments(new Instalment("1", Rupiah.of(300), Rupiah.of(200)))))
        .isEqualTo("{misc_fee: 200, installment: 500, penalty_bill: 300}");
    assertThatJson(told(instalments(new Instalment("1", ONE, ONE))))
        .isEqualTo("{misc_fee: 1000, penalty_bill: 1000}");
  }

  @Test
  void several_instalments_are_added_up_if_all_are_told() {
    var first = new Instalment("1", Rupiah.of(400), Rupiah.of(10), Rupiah.ZERO);
    var second = new Instalment("2", Rupiah.of(500), Rupiah.of(20), Rupiah.of(70));
    var untold = new Instalment("3", Rupiah.of(20), Rupiah.of(70));

    assertThatJson(told(instalments(first, second)))
        .isEqualTo("{misc_fee: 70, installment: 900, penalty_bill: 30}");
    assertThatJson(told(instalments(first, untold))).isEqualTo("{misc_fee: 70, penalty_bill: 30}");
    assertThatJson(told(instalments())).isEqualTo("{}");
  }

  private static Bill instalments(Instalment... all) {
    return new Bill.Multifinance("A", 1, ONE, "", "", "", "", List.of(all));
  }

  @Test
  void a_tax_of_unknown_fine_is_told_as_a_whole_only() {
    assertThatJson(told(tax(null)))
        .isEqualTo(
            """
            {tanggal: '', tahun_pajak: '2019', lokasi: 'JALAN', kelurahan: 'DESA',
             kecamatan: 'CAMAT', kode_kab_kota: '23', kab_kota: 'KOTA', luas_tanah: '1',
             luas_gedung: '2', jatuh_tempo: '', admin: 2500, total_bayar: 4500}
            """);
    assertThatJson(told(tax(Rupiah.of(500)))).node("total_tagihan").isEqualTo(1_500);
  }

  private static Bill tax(@Nullable Rupiah fine) {
    return new PropertyTax(
        "A",
        1,
        TWO,
        "JALAN",
        "2019",
        "DESA",
        "CAMAT",
        "23",
        "KOTA",
        "JAWA BARAT",
        "1",
        "2",
        new PropertyTax.Assessment("", "", fine));
  }

  @Test
  void gas_of_several_months_is_told_from_the_first_meter_to_the_last() {
    var first = new Bill.Gas.GasMonth("1", "10", "20", "10");
    var second = new Bill.Gas.GasMonth("2", "20", "35", "15");

    assertThatJson(told(new Bill.Gas("A", 2, ONE, "J", List.of(first, second))))
        .isEqualTo("{address: 'J', first_meter: '10', last_meter: '35'}");
    assertThatJson(told(new Bill.Gas("A", 1, ONE, "", List.of(second))))
        .isEqualTo("{address: '', first_meter: '20', last_meter: '35', usage: 15}");
    assertThatJson(told(new Bill.Gas("A", 1, ONE, "", List.of())))
        .isEqualTo("{address: '', first_meter: '', last_meter: ''}");
  }

  @Test
  void periods_are_joined_and_those_not_told_left_out() {
    var months =
        List.of(
            new Bill.Gas.GasMonth("0917", "", "", null),
            new Bill.Gas.GasMonth("", "", "", null),
            new Bill.Gas.GasMonth("1017", "", "", null));

    assertThat(period(new Bill.Gas("A", 3, ONE, "", months))).isEqualTo("0917,1017");
    assertThat(period(GoldenBills.of("HPTHREE", "1"))).isEqualTo("201808");
    assertThat(period(GoldenBills.of("ESAMSAT.JABAR", "1"))).isEqualTo("20191022");
    assertThat(period(GoldenBills.of("PBBKOT.CIMAHI", "1"))).isEqualTo("2019");
    assertThat(period(GoldenBills.of("PLNNONH", "1"))).isEmpty();
  }

  private static String period(Bill bill) {
    return Periods.of(quote(bill), bill);
  }

  private static String told(Bill bill) {
    return told(bill, "X");
  }

  private static String told(Bill bill, String code) {
    var desc = Details.of(bill, quote(bill), code, false).spelled();
    return new StrictJson(Limits.ANSWER).write(desc).text();
  }

  private static Quote quote(Bill bill) {
    var admin = Rupiah.of(2_500).times(bill.sheets());
    var price = bill.amount().plus(admin);
    return new Quote(
        "p", "1", bill, "u", "u", "S1", admin, price, price, null, Rupiah.ZERO, price, null);
  }
}
