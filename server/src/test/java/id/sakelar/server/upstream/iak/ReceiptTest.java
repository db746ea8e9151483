package id.sakelar.server.upstream.iak;

import static id.sakelar.server.upstream.iak.Pretence.AMOUNT;
import static id.sakelar.server.upstream.iak.Pretence.HOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Electricity;
import id.sakelar.server.payment.Electricity.ElectricityMonth;
import id.sakelar.server.payment.Evidence.Success;
import id.sakelar.server.payment.VehicleTax;
import id.sakelar.server.upstream.iak.Samples.Sample;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.ResponseCode;
import id.sakelar.wire.iak.Status;
import id.sakelar.wire.iak.Verdict;
import id.sakelar.wire.iak.desc.Desc;
import id.sakelar.wire.iak.desc.Pln;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What a receipt says beyond the bill that was quoted.
@ParameterizedClass
@EnumSource
class ReceiptTest extends Listening {
  ReceiptTest(Format format) {
    super(format);
  }

  @Test
  void a_payment_tells_the_readings_of_the_meter_and_how_many_sheets_are_left() {
    var paid =
        pln(
            Optional.of(4),
            sheet("1", Optional.of("0080"), Optional.of("0090")),
            sheet("2", Optional.of("0090"), Optional.empty()));

    assertThat(receipt(Samples.of(Family.ELECTRICITY).bill(), paid))
        .isEqualTo(electricity(4, month("1", "0080", "0090"), month("2", "0090", "")));
  }

  @Test
  void readings_of_other_months_are_not_told() {
    var meter = Optional.of("0080");
    var left = pln(Optional.of(0), sheet("1", meter, meter), sheet("3", meter, meter));
    assertThat(receipt(Samples.of(Family.ELECTRICITY).bill(), left))
        .isEqualTo(electricity(0, month("1", "", ""), month("2", "", "")));

    var nothing = pln(Optional.empty(), sheet("2", meter, meter), sheet("1", meter, meter));
    assertThat(receipt(Samples.of(Family.ELECTRICITY).bill(), nothing)).isNull();
  }

  @Test
  void a_payment_tells_the_number_of_the_tax_office() {
    assertThat(receipt(Samples.of(Family.VEHICLE_TAX).bill(), Samples.esamsat("Q8T3L318R0Z3")))
        .isEqualTo(Samples.vehicleTax("Q8T3L318R0Z3"));
  }

  @ParameterizedTest
  @MethodSource("id.sakelar.server.upstream.iak.Samples#all")
  void a_payment_that_tells_no_more_has_no_receipt_of_its_own(Sample sample) {
    assertThat(receipt(sample.bill(), sample.desc())).isNull();
  }

  @ParameterizedTest
  @MethodSource("id.sakelar.server.upstream.iak.Samples#all")
  void the_detail_of_a_payment_may_be_anything(Sample sample) {
    assertThat(receipt(sample.bill(), new Members(Map.of()))).isNull();
    assertThat(receipt(sample.bill(), Pretence.DESC)).isNull();
  }

  private @Nullable Bill receipt(Bill quoted, Desc told) {
    return receipt(quoted, told.spelled());
  }

  private @Nullable Bill receipt(Bill quoted, Members told) {
    boolean isVehicle = quoted instanceof VehicleTax;
    String customer = isVehicle ? Pretence.CUSTOMER + ",0212502110170100" : Pretence.CUSTOMER;
    var order = Pretence.order(quoted, customer, Long.toString(Pretence.NUMBER), false);
    var owed =
        Pretence.owed(AMOUNT, Pretence.ADMIN, AMOUNT.plus(Pretence.ADMIN), Pretence.COST, told);
    fake.says(
        200,
        pretence.says(
            Pretence.echo(),
            owed,
            Verdict.of(ResponseCode.SUCCESS),
            Pretence.booking(Status.SUCCESS)));

    var ofOrder = (Success) biller.pay(order);

    assertThat(biller.status(order)).isEqualTo(ofOrder);
    return ofOrder.receipt();
  }

  private static Pln pln(Optional<Integer> left, Pln.Sheet... sheets) {
    return new Pln(Optional.of("R1"), Optional.of(1_300), 2, left, List.of(sheets));
  }

  private static Pln.Sheet sheet(String period, Optional<String> start, Optional<String> end) {
    return new Pln.Sheet(
        start,
        end,
        period,
        Rupiah.of(4_000),
        Optional.empty(),
        Optional.of(Rupiah.of(500)),
        Optional.empty());
  }

  private static ElectricityMonth month(String period, String start, String end) {
    return new ElectricityMonth(period, Rupiah.of(4_000), Rupiah.of(500), start, end);
  }

  private static Bill electricity(int left, ElectricityMonth... months) {
    return new Electricity(HOLDER, 2, AMOUNT, "R1", 1_300, List.of(months), left);
  }
}
