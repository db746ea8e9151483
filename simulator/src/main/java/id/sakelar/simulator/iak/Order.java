package id.sakelar.simulator.iak;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.sakelar.simulator.Row;
import id.sakelar.simulator.Row.Ending;
import id.sakelar.wire.Masked;
import id.sakelar.wire.iak.Echo;
import id.sakelar.wire.iak.Inquiry;
import id.sakelar.wire.iak.Owed;
import id.sakelar.wire.iak.ResponseCode;
import id.sakelar.wire.iak.desc.Desc;
import id.sakelar.wire.iak.desc.Pln;
import id.sakelar.wire.iak.desc.Pln.Sheet;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// An inquiry with its number, and what it is about. Immutable.
record Order(Quote quote, Customer customer) {
  String reference() {
    return quote.reference();
  }

  Echo echo() {
    return new Echo(quote.trId(), asked().code(), asked().hp(), asked().refId());
  }

  /// What is owed, as an inquiry shows it: the readings of an electricity meter, how many sheets
  /// are left, and the number of the tax office come with the payment.
  Owed shown() {
    var desc = desc("");
    return owed(desc instanceof Pln pln ? withoutReadings(pln) : desc);
  }

  /// What was owed, as a payment shows it.
  Owed paid() {
    return owed(desc("NTPD" + quote.trId()));
  }

  /// The row of a payment that is answered with `code` at first. What is pending is paid after
  /// `pendingFor`.
  Row row(ResponseCode code, Instant now, Duration pendingFor) {
    return switch (code.standing()) {
      case SUCCESS -> row(code, now, now, Ending.PAID);
      case PENDING -> row(code, now, now.plus(pendingFor), Ending.PAID);
      case FAILURE -> row(code, now, now, Ending.FAILED);
    };
  }

  private Row row(ResponseCode code, Instant now, Instant due, Ending ending) {
    return new Row(
        reference(),
        Long.toString(quote.trId()),
        ending == Ending.PAID ? customer.bill().noref().orElseGet(this::noref) : "",
        asked().code(),
        Masked.lastFour(asked().hp()),
        customer.sellingPrice(),
        now,
        due,
        ending,
        code.code());
  }

  private Inquiry asked() {
    return quote.asked();
  }

  private Desc desc(String ntpd) {
    var blanks = Blanks.of(asked(), customer, ntpd);
    return customer.product().desc(customer.bill(), blanks);
  }

  private Owed owed(Desc desc) {
    var bill = customer.bill();
    return new Owed(
        bill.name(),
        Blanks.of(asked(), customer, "").fill(bill.period()),
        bill.nominal(),
        customer.admin(),
        customer.price(),
        customer.sellingPrice(),
        desc.spelled());
  }

  /// A reference that no other payment has, in the form of its family; a vehicle tax has its
  /// payment code for one.
  private String noref() {
    long trId = quote.trId();
    return switch (customer.product().family()) {
      case PLN -> uuid(trId).replace("-", "").toUpperCase(Locale.ROOT);
      case ESAMSAT -> asked().hp();
      case OPEN_AMOUNT -> uuid(trId);
      case PLNNONTAGLIS,
          BPJS,
          BPJSTK,
          BPJSTKPU,
          MULTIFINANCE,
          INSURANCE,
          PDAM,
          PGAS,
          TELKOM,
          MOBILE,
          INTERNET,
          TV,
          PBB,
          COLLECTION ->
          String.format(Locale.ROOT, "%012d", trId);
    };
  }

  private static String uuid(long trId) {
    return UUID.nameUUIDFromBytes(Long.toString(trId).getBytes(UTF_8)).toString();
  }

  private static Pln withoutReadings(Pln pln) {
    var sheets = pln.detail().stream().map(Order::withoutReadings).toList();
    return new Pln(pln.tarif(), pln.daya(), pln.lembarTagihan(), Optional.empty(), sheets);
  }

  private static Sheet withoutReadings(Sheet sheet) {
    return new Sheet(
        Optional.empty(),
        Optional.empty(),
        sheet.periode(),
        sheet.nilaiTagihan(),
        sheet.admin(),
        sheet.denda(),
        sheet.total());
  }
}
