package id.sakelar.server.front.mmbc;

import id.sakelar.conversations.Conversation;
import id.sakelar.conversations.Exchange;
import id.sakelar.money.Rupiah;
import id.sakelar.server.front.PuppetBiller;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Biller.Found;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.payment.VehicleTax;
import id.sakelar.wire.mmbc.Sentence;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the biller has to do so that a conversation can take place, and what has to be done before,
/// read from its answers.
record OtherPart(List<Exchange> exchanges) {
  private static final Pattern JSON_FIELD = Pattern.compile("\"([a-z_]+)\": \"([^\"]*)\"");
  private static final Pattern FORM_FIELD = Pattern.compile("([a-z_]+)=([^&]*)");
  private static final Rupiah COST = Rupiah.of(50_000);

  static OtherPart of(Conversation conversation) {
    return new OtherPart(conversation.exchanges());
  }

  /// What stands in an exchange, asked or answered; empty if it does not.
  private static String field(Exchange exchange, String name) {
    var answered = field(JSON_FIELD, exchange.answer().body(), name);
    return answered.isEmpty() ? field(FORM_FIELD, exchange.request().body(), name) : answered;
  }

  private static String field(Pattern pattern, String text, String name) {
    return pattern
        .matcher(text)
        .results()
        .filter(it -> it.group(1).equals(name))
        .map(it -> it.group(2))
        .findFirst()
        .orElse("");
  }

  private static Rupiah amount(Exchange exchange, String name) {
    return Rupiah.of(Long.parseLong(field(exchange, name)));
  }

  void learn(PuppetBiller biller) {
    for (Exchange it : exchanges) {
      if (!field(it, "cc_accountnumber").isEmpty()) {
        learnCard(biller, it);
      } else if (!field(it, "structure_number").isEmpty()) {
        learnTax(biller, it);
      }
    }
  }

  private static void learnCard(PuppetBiller biller, Exchange it) {
    var card = field(it, "cc_accountnumber");
    if (!field(it, "cc_name").isEmpty()) {
      var bill =
          new Bill.CreditCard(field(it, "cc_name"), 1, amount(it, "amount"), field(it, "cc_bank"));
      biller.owes(card, () -> PuppetBiller.found(bill));
      learnEnding(biller, card, it, field(it, "reference"), null);
    }
  }

  private static void learnTax(PuppetBiller biller, Exchange it) {
    var customer = customer(it);
    var said = Sentence.of(field(it, "reason")).orElse(null);
    if (said == Sentence.DATA_NOT_FOUND) {
      biller.owes(customer, () -> new Found.NoBill(Reason.NUMBER_WRONG));
    } else if (said == Sentence.ALREADY_PAID) {
      biller.owes(customer, () -> PuppetBiller.found(PuppetBiller.vehicleTax()));
      biller.ends(customer, () -> new Evidence.Refused("0054", Reason.ALREADY_PAID));
    } else if (said == null) {
      var bill = bill(it);
      biller.owes(customer, () -> PuppetBiller.found(bill));
      learnEnding(biller, customer, it, field(it, "reference_number"), bill);
    }
  }

  private static void learnEnding(
      PuppetBiller biller,
      String customer,
      Exchange it,
      String reference,
      @Nullable VehicleTax receipt) {
    switch (field(it, "status")) {
      case "CONFIRM" ->
          biller.ends(customer, () -> new Evidence.Success("00", reference, COST, receipt));
      case "PENDING" -> biller.ends(customer, () -> new Evidence.InProcess("68"));
      case "REFUND" ->
          biller.ends(customer, () -> new Evidence.Refused("05", Reason.BILLER_REFUSED));
      default -> {}
    }
  }

  private static String customer(Exchange it) {
    return TaxTelling.customer(field(it, "structure_number"), field(it, "customer_number"));
  }

  private static VehicleTax bill(Exchange it) {
    var zero = Rupiah.ZERO;
    return new VehicleTax(
        field(it, "customer_name"),
        1,
        amount(it, "total").minus(amount(it, "fee")),
        field(it, "customer_address"),
        field(it, "customer_number"),
        new VehicleTax.Vehicle(
            field(it, "structure_number"),
            "",
            field(it, "license_plate"),
            "",
            field(it, "vehicle_brand"),
            field(it, "vehicle_model"),
            field(it, "year_built"),
            field(it, "vehicle_color")),
        "",
        new VehicleTax.Fees(
            amount(it, "tax_bnn"),
            amount(it, "tax_swd"),
            amount(it, "tax_pkb"),
            amount(it, "penalty_swd"),
            amount(it, "penalty_bnn"),
            amount(it, "penalty_pkb"),
            zero,
            zero,
            zero,
            zero),
        new VehicleTax.Slip(field(it, "paymentcode"), field(it, "trace_number"), ""));
  }

  /// The invoice that the conversation begins with and does not come by itself; empty if there is
  /// none, or if it is nobody's.
  String invoice() {
    var first = exchanges.getFirst();
    var asked = field(FORM_FIELD, first.request().body(), "invoice");
    boolean known =
        !field(first, "cc_name").isEmpty() || !field(first, "structure_number").isEmpty();
    return known ? asked : "";
  }

  /// Does what the conversation takes for granted.
  ///
  /// @return the invoice that this made
  String arrange(Visitor visitor) throws Exception {
    var first = exchanges.getFirst();
    var login = "username=" + field(first, "username") + "&password=" + field(first, "password");
    if (field(first, "cc_name").isEmpty()) {
      var inquiry = login + form(first, "product", "customer_number", "structure_number");
      return Visitor.invoice(visitor.post("/json/esamsat/inquiry_esamsat", inquiry));
    }
    var payment =
        login
            + "&cc_code="
            + field(first, "cc_bankcode")
            + form(first, "cc_accountnumber", "amount");
    visitor.post("/json/kartukredit/inquiry_acc", payment);
    return Visitor.invoice(visitor.post("/json/kartukredit/transfer_acc", payment));
  }

  private static String form(Exchange it, String... names) {
    var form = new StringBuilder();
    for (String name : names) {
      form.append('&').append(name).append('=').append(field(it, name));
    }
    return form.toString();
  }
}
