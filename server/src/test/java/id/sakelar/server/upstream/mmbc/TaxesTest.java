package id.sakelar.server.upstream.mmbc;

import static id.sakelar.server.upstream.mmbc.PretendedTax.AMOUNT;
import static id.sakelar.server.upstream.mmbc.PretendedTax.CHASSIS;
import static id.sakelar.server.upstream.mmbc.PretendedTax.COST;
import static id.sakelar.server.upstream.mmbc.PretendedTax.CUSTOMER;
import static id.sakelar.server.upstream.mmbc.PretendedTax.ECHO;
import static id.sakelar.server.upstream.mmbc.PretendedTax.FEE;
import static id.sakelar.server.upstream.mmbc.PretendedTax.IDENTITY;
import static id.sakelar.server.upstream.mmbc.PretendedTax.INVOICE;
import static id.sakelar.server.upstream.mmbc.PretendedTax.ORDER;
import static id.sakelar.server.upstream.mmbc.PretendedTax.PENALTY;
import static id.sakelar.server.upstream.mmbc.PretendedTax.PRODUCT;
import static id.sakelar.server.upstream.mmbc.PretendedTax.QUESTION;
import static id.sakelar.server.upstream.mmbc.PretendedTax.TAX;
import static id.sakelar.server.upstream.mmbc.PretendedTax.VEHICLE;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Biller.Found.Billed;
import id.sakelar.server.payment.Biller.Found.NoBill;
import id.sakelar.server.payment.Evidence.Ambiguous;
import id.sakelar.server.payment.Evidence.NotSent;
import id.sakelar.server.payment.Evidence.Refused;
import id.sakelar.server.payment.Evidence.Success;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.payment.VehicleTax;
import id.sakelar.wire.mmbc.Echo;
import id.sakelar.wire.mmbc.Refusal;
import id.sakelar.wire.mmbc.Sentence;
import id.sakelar.wire.mmbc.Status;
import id.sakelar.wire.mmbc.Vehicle;
import id.sakelar.wire.mmbc.Vehicle.Parts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the connector asks about vehicle tax, and which answers it takes for answers to that.
class TaxesTest {
  private static final Rupiah ONE = Rupiah.of(1);

  private Counterpart other;

  @BeforeEach
  void open() {
    other = new Counterpart(PretendedTax.PATH);
  }

  @AfterEach
  void close() {
    other.close();
  }

  @Test
  void a_bill_is_the_tax_without_the_fee_and_costs_both() {
    other.says(PretendedTax.bill(PRODUCT, INVOICE, VEHICLE));

    assertThat(other.biller().inquire(QUESTION))
        .isEqualTo(new Billed(PretendedTax.bill(""), COST, INVOICE));
    assertThat(other.heard())
        .isEqualTo(
            "inquiry_esamsat?username=sakelar&password=kata-sandi-rahasia&product=SAMSAT_JABAR"
                + "&customer_number=320111111111111&structure_number=MH328D204AK4010000");
  }

  @Test
  void a_part_that_is_not_told_is_nothing_if_the_others_are_all() {
    var tax = new Parts(Optional.of(AMOUNT), Optional.empty(), Optional.empty());
    var none = new Parts(Optional.empty(), Optional.empty(), Optional.empty());
    other.says(vehicle(tax, none, FEE, COST));

    assertThat(other.biller().inquire(QUESTION))
        .isInstanceOfSatisfying(
            Billed.class,
            billed -> {
              var fees = ((VehicleTax) billed.bill()).fees();
              assertThat(fees.pkb()).isEqualTo(AMOUNT);
              assertThat(fees.bbn()).isEqualTo(Rupiah.ZERO);
              assertThat(fees.finePkb()).isEqualTo(Rupiah.ZERO);
            });
  }

  @Test
  void a_bill_that_its_parts_do_not_make_is_no_bill() {
    var none = new Parts(Optional.empty(), Optional.empty(), Optional.empty());
    var nothing = Parts.of(Rupiah.ZERO, Rupiah.ZERO, Rupiah.ZERO);
    var bodies =
        List.of(
            vehicle(TAX, PENALTY, FEE, COST.plus(ONE)),
            vehicle(TAX, PENALTY, FEE, COST.minus(ONE)),
            vehicle(TAX, PENALTY, Rupiah.ZERO, COST),
            vehicle(TAX, none, FEE, COST),
            vehicle(none, none, FEE, COST),
            vehicle(nothing, nothing, FEE, FEE),
            vehicle(none, none, FEE, Rupiah.ZERO));
    for (String body : bodies) {
      other.says(body);

      assertUnreachable();
    }
  }

  @Test
  void a_bill_of_another_product_or_vehicle_or_without_an_invoice_is_no_bill() {
    var bodies =
        List.of(
            PretendedTax.bill("SAMSAT_JATENG", INVOICE, VEHICLE),
            PretendedTax.bill(PRODUCT, "", VEHICLE),
            PretendedTax.bill(PRODUCT, "INV/1", VEHICLE),
            PretendedTax.bill(
                PRODUCT, INVOICE, PretendedTax.vehicle("MH328D204AK4010001", IDENTITY, COST)),
            PretendedTax.bill(
                PRODUCT, INVOICE, PretendedTax.vehicle(CHASSIS, "320111111111112", COST)));
    for (String body : bodies) {
      other.says(body);

      assertUnreachable();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CONFIRM", "PENDING", "REFUND"})
  void a_bill_that_is_said_to_be_more_than_an_inquiry_is_no_bill(Status status) {
    other.says(PretendedTax.says(status));

    assertUnreachable();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "MH328D204AK4010000",
        "MH328D204AK4010000,",
        ",320111111111111",
        "mh328d204ak4010000,320111111111111",
        "MH328D204AK4010000, 320111111111111",
        "MH328D204AK4010000,32011111111111",
        "MH328D204AK4010000,320111111111111,1"
      })
  void numbers_that_the_dialect_cannot_say_are_not_even_asked_for(String customer) {
    assertThat(other.biller().inquire(PretendedTax.question(PRODUCT, customer)))
        .isEqualTo(new NoBill(Reason.NUMBER_WRONG));
    assertThat(other.biller().pay(PretendedTax.order(customer, INVOICE, false)))
        .isEqualTo(new NotSent("no invoice"));
    assertThat(other.hasHeardNothing()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "samsat_jabar", "SAMSAT JABAR"})
  void a_product_that_the_dialect_cannot_say_is_closed(String product) {
    assertThat(other.biller().inquire(PretendedTax.question(product, CUSTOMER)))
        .isEqualTo(new NoBill(Reason.PRODUCT_CLOSED));
    assertThat(other.hasHeardNothing()).isTrue();
  }

  @Test
  void no_bill_of_another_vehicle_is_believed() {
    var reason = Sentence.DATA_NOT_FOUND.text();
    var believed = new NoBill(Reason.NUMBER_WRONG);
    other.says(PretendedTax.refusesOrder(new Echo("", "", "", ""), reason));
    assertThat(other.biller().inquire(QUESTION)).isEqualTo(believed);
    other.says(PretendedTax.refuses(new Refusal.Bare(reason)));
    assertThat(other.biller().inquire(QUESTION)).isEqualTo(believed);

    for (Echo echo :
        List.of(
            new Echo("SAMSAT_JATIM", INVOICE, IDENTITY, CHASSIS),
            new Echo(PRODUCT, INVOICE, "320111111111112", CHASSIS),
            new Echo(PRODUCT, INVOICE, IDENTITY, "MH328D204AK4010001"))) {
      other.says(PretendedTax.refusesOrder(echo, reason));

      assertUnreachable();
    }
  }

  @Test
  void an_order_and_its_status_name_the_invoice_of_the_inquiry() {
    other.says(PretendedTax.says(Status.CONFIRM));

    other.biller().pay(ORDER);
    assertThat(other.heard())
        .isEqualTo("pay_esamsat?username=sakelar&password=kata-sandi-rahasia&invoice=11111111111");

    other.biller().status(ORDER);
    assertThat(other.heard())
        .isEqualTo(
            "status_invoice?username=sakelar&password=kata-sandi-rahasia&invoice=11111111111");
  }

  @Test
  void without_an_invoice_nothing_is_sent() {
    for (String invoice : new String[] {null, "", "INV/1", "111111111111111111111"}) {
      var order = PretendedTax.order(invoice, false);

      assertThat(other.biller().pay(order)).isEqualTo(new NotSent("no invoice"));
      assertThat(other.biller().status(order)).isEqualTo(new Ambiguous("no invoice"));
    }
    assertThat(other.hasHeardNothing()).isTrue();
  }

  @Test
  void a_test_is_never_sent() {
    var order = PretendedTax.order(INVOICE, true);

    assertThat(other.biller().pay(order)).isEqualTo(new NotSent("not for this biller"));
    assertThat(other.biller().status(order)).isEqualTo(new Ambiguous("not for this biller"));
    assertThat(other.hasHeardNothing()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void an_answer_about_another_invoice_product_or_vehicle_proves_nothing(Status status) {
    for (String body :
        List.of(
            PretendedTax.says(status, PRODUCT, "11111111112", VEHICLE),
            PretendedTax.says(status, PRODUCT, "", VEHICLE),
            PretendedTax.says(status, "SAMSAT_JATIM", INVOICE, VEHICLE),
            PretendedTax.says(status, PRODUCT, INVOICE, of("MH328D204AK4010001", IDENTITY)),
            PretendedTax.says(status, PRODUCT, INVOICE, of(CHASSIS, "320111111111112")),
            PretendedTax.says(status, PRODUCT, INVOICE, of(IDENTITY, CHASSIS)))) {
      other.says(body);

      assertThat(other.biller().pay(ORDER)).isEqualTo(new Ambiguous("not our order"));
      assertThat(other.biller().status(ORDER)).isEqualTo(new Ambiguous("not our order"));
    }
  }

  @Test
  void an_end_at_another_price_is_no_end() {
    for (Rupiah total : new Rupiah[] {COST.plus(ONE), COST.minus(ONE), AMOUNT}) {
      for (Status status : new Status[] {Status.CONFIRM, Status.REFUND}) {
        var vehicle = PretendedTax.vehicle(CHASSIS, IDENTITY, total);
        other.says(PretendedTax.says(status, PRODUCT, INVOICE, vehicle));

        var doubt = new Ambiguous("ok " + status + ", another price");
        assertThat(other.biller().pay(ORDER)).isEqualTo(doubt);
        assertThat(other.biller().status(ORDER)).isEqualTo(doubt);
      }
    }
  }

  @Test
  void a_receipt_is_the_quoted_bill_under_its_trace_number() {
    other.says(PretendedTax.says(Status.CONFIRM, PRODUCT, INVOICE, " REF1", " 245209", VEHICLE));
    assertThat(other.biller().pay(ORDER))
        .isEqualTo(new Success("ok CONFIRM", "REF1", COST, PretendedTax.bill("245209"), INVOICE));

    other.says(PretendedTax.says(Status.CONFIRM, PRODUCT, INVOICE, "", "", VEHICLE));
    assertThat(other.biller().pay(ORDER))
        .isEqualTo(new Success("ok CONFIRM", "", COST, null, INVOICE));
  }

  @Test
  void what_a_refused_order_repeats_has_to_be_ours() {
    var reason = Sentence.FUNDS.text();
    var no = new Refused("no FUNDS", Reason.BILLER_UNREACHABLE);
    for (Echo echo : List.of(ECHO, new Echo("", INVOICE, "", ""))) {
      other.says(PretendedTax.refusesOrder(echo, reason));

      assertThat(other.biller().pay(ORDER)).isEqualTo(no);
    }

    for (Echo echo :
        List.of(
            Echo.NONE,
            ECHO.withInvoice("11111111112"),
            new Echo("SAMSAT_JATIM", INVOICE, IDENTITY, CHASSIS),
            new Echo(PRODUCT, INVOICE, "320111111111112", CHASSIS),
            new Echo(PRODUCT, INVOICE, IDENTITY, "MH328D204AK4010001"))) {
      other.says(PretendedTax.refusesOrder(echo, reason));

      assertThat(other.biller().pay(ORDER)).isEqualTo(new Ambiguous("no, not to our order"));
    }
  }

  @Test
  void a_refusal_in_another_form_than_that_of_the_question_proves_nothing() {
    var doubt = new Ambiguous("no, not to our order");

    other.says(PretendedTax.refuses(new Refusal.Bare(Sentence.FUNDS.text())));
    assertThat(other.biller().pay(ORDER)).isEqualTo(doubt);
    other.says(PretendedTax.refusesStatus(Sentence.FUNDS.text()));
    assertThat(other.biller().pay(ORDER)).isEqualTo(doubt);

    var unknown = Sentence.FAILURE_INVOICE.about(INVOICE);
    other.says(PretendedTax.refuses(new Refusal.Bare(unknown)));
    assertThat(other.biller().status(ORDER)).isEqualTo(doubt);
    other.says(PretendedTax.refusesOrder(ECHO, unknown));
    assertThat(other.biller().status(ORDER)).isEqualTo(doubt);
  }

  private void assertUnreachable() {
    assertThat(other.biller().inquire(QUESTION)).isEqualTo(new NoBill(Reason.BILLER_UNREACHABLE));
  }

  private static String vehicle(Parts tax, Parts penalty, Rupiah fee, Rupiah total) {
    return PretendedTax.bill(
        PRODUCT, INVOICE, PretendedTax.vehicle(CHASSIS, IDENTITY, tax, penalty, fee, total));
  }

  private static Vehicle of(String chassis, String identity) {
    return PretendedTax.vehicle(chassis, identity, COST);
  }
}
