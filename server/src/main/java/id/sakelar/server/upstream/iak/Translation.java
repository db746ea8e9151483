package id.sakelar.server.upstream.iak;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Bill.Exchange;
import id.sakelar.server.payment.Bill.Gas.GasMonth;
import id.sakelar.server.payment.Bill.Internet.InternetMonth;
import id.sakelar.server.payment.Bill.Mobile.MobileMonth;
import id.sakelar.server.payment.Bill.Multifinance.Contract;
import id.sakelar.server.payment.Bill.Multifinance.Instalment;
import id.sakelar.server.payment.Bill.Television.TelevisionMonth;
import id.sakelar.server.payment.Biller.Question;
import id.sakelar.server.payment.Electricity;
import id.sakelar.server.payment.Electricity.ElectricityMonth;
import id.sakelar.server.payment.Water;
import id.sakelar.server.payment.Water.WaterCompany;
import id.sakelar.server.payment.Water.WaterMonth;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.iak.Owed;
import id.sakelar.wire.iak.desc.Bpjs;
import id.sakelar.wire.iak.desc.Bpjstk;
import id.sakelar.wire.iak.desc.Bpjstkpu;
import id.sakelar.wire.iak.desc.Desc;
import id.sakelar.wire.iak.desc.Esamsat;
import id.sakelar.wire.iak.desc.Insurance;
import id.sakelar.wire.iak.desc.Internet;
import id.sakelar.wire.iak.desc.Multifinance;
import id.sakelar.wire.iak.desc.OpenAmount;
import id.sakelar.wire.iak.desc.Pbb;
import id.sakelar.wire.iak.desc.Pdam;
import id.sakelar.wire.iak.desc.Pgas;
import id.sakelar.wire.iak.desc.Phone;
import id.sakelar.wire.iak.desc.Plain;
import id.sakelar.wire.iak.desc.Pln;
import id.sakelar.wire.iak.desc.Plnnontaglis;
import id.sakelar.wire.iak.desc.Tv;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Says in our words what the dialect says of one bill. Prints nothing of it. Immutable.
///
/// What it does not say stays empty. A part of the amount that our bill cannot leave open has to be
/// said: nothing is taken for zero because nobody mentions it. Where the dialect tells no number of
/// sheets there is one.
///
/// @param question what was asked
/// @param holder who owes it
/// @param amount all that the biller wants for it
/// @param period free in form, and perhaps empty
record Translation(Question question, String holder, Rupiah amount, String period) {
  private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,12}");

  static Translation of(Question question, Owed owed) {
    return new Translation(question, owed.trName(), owed.nominal(), owed.period());
  }

  Bill bill(Desc desc) throws Garbled {
    return switch (desc) {
      case Pln pln -> electricity(pln);
      case Plnnontaglis nonBill -> electricityNonBill(nonBill);
      case Pdam pdam -> water(pdam);
      case Phone phone -> telephone(phone);
      case Internet(var product) -> internet(product.orElse(""));
      case Bpjs bpjs -> premiums().health(bpjs, period);
      case Bpjstk bpjstk -> premiums().employment(bpjstk);
      case Bpjstkpu bpjstkpu -> premiums().company(bpjstkpu);
      case Insurance insurance -> premiums().insurance(insurance);
      case Multifinance multifinance -> multifinance(multifinance);
      case Pbb pbb -> taxes().property(pbb);
      case Pgas pgas -> gas(pgas);
      case Tv tv -> television(tv);
      case Esamsat esamsat -> taxes().vehicle(esamsat);
      case OpenAmount(var footer) -> new Bill.EmoneyTopup(holder, 1, amount, footer.orElse(""));
      case Plain() -> new Bill.EmoneyTopup(holder, 1, amount);
    };
  }

  private Premiums premiums() {
    return new Premiums(question, holder, amount);
  }

  private Taxes taxes() {
    return new Taxes(question, holder, amount);
  }

  /// What our bills cannot leave open.
  static <T> T told(String name, Optional<T> part) throws Garbled {
    return part.orElseThrow(() -> Garbled.field(name, "is missing"));
  }

  private Bill electricity(Pln pln) throws Garbled {
    List<ElectricityMonth> months = new ArrayList<>();
    for (Pln.Sheet sheet : pln.detail()) {
      months.add(month(sheet));
    }
    return new Electricity(
        holder,
        pln.lembarTagihan(),
        amount,
        pln.tarif().orElse(""),
        told("daya", pln.daya()),
        months,
        pln.lembarTagihanSisa().orElse(null));
  }

  private static ElectricityMonth month(Pln.Sheet sheet) throws Garbled {
    return new ElectricityMonth(
        sheet.periode(),
        sheet.nilaiTagihan(),
        told("denda", sheet.denda()),
        sheet.meterAwal().orElse(""),
        sheet.meterAkhir().orElse(""));
  }

  private Bill electricityNonBill(Plnnontaglis it) {
    return new Bill.ElectricityNonBill(
        holder,
        1,
        amount,
        it.transaksi().orElse(""),
        it.noRegistrasi().orElse(""),
        it.tanggalRegistrasi().orElse(""));
  }

  private Bill water(Pdam pdam) throws Garbled {
    List<WaterMonth> months = new ArrayList<>();
    for (Pdam.Sheet sheet : pdam.detail()) {
      months.add(month(sheet));
    }
    return new Water(
        holder,
        pdam.billQuantity(),
        amount,
        pdam.kodeTarif().orElse(""),
        pdam.address().orElse(""),
        pdam.dueDate().orElse(""),
        months,
        new WaterCompany(
            pdam.pdamName().orElse(""), part(pdam.billerAdmin()), part(pdam.stampDuty())));
  }

  private static WaterMonth month(Pdam.Sheet sheet) throws Garbled {
    return new WaterMonth(
        sheet.period(),
        sheet.billAmount(),
        told("penalty", sheet.penalty()),
        sheet.firstMeter().map(String::valueOf).orElse(""),
        sheet.lastMeter().map(String::valueOf).orElse(""),
        told("misc_amount", sheet.miscAmount()),
        sheet.stand().orElse(null));
  }

  /// What a company writes as text, of no published form: whole rupiah, or nothing we understand.
  private static @Nullable Rupiah part(Optional<String> text) {
    return text.filter(it -> WHOLE.matcher(it).matches())
        .map(it -> Rupiah.of(Long.parseLong(it)))
        .orElse(null);
  }

  private Bill telephone(Phone phone) {
    var exchange =
        new Exchange(
            phone.kodeArea().orElse(""), phone.divre().orElse(""), phone.datel().orElse(""));
    var months = months(phone);
    return question.family() == Family.MOBILE
        ? new Bill.Mobile(
            holder,
            phone.jumlahTagihan(),
            amount,
            months.stream().map(it -> new MobileMonth(it.period(), it.amount())).toList(),
            exchange)
        : new Bill.Internet(holder, phone.jumlahTagihan(), amount, months, exchange, "");
  }

  /// Of a mobile phone the amount of a month may be empty. That of the only month is the bill's;
  /// other months without one are left out.
  private List<InternetMonth> months(Phone phone) {
    boolean isOnly = phone.detail().size() == 1;
    return phone.detail().stream()
        .filter(it -> isOnly || it.nilaiTagihan().isPresent())
        .map(it -> new InternetMonth(it.periode(), it.nilaiTagihan().orElse(amount)))
        .toList();
  }

  private Bill internet(String product) {
    var months =
        period.isBlank() ? List.<InternetMonth>of() : List.of(new InternetMonth(period, amount));
    return new Bill.Internet(holder, 1, amount, months, Exchange.UNTOLD, product);
  }

  private Bill multifinance(Multifinance it) {
    return new Bill.Multifinance(
        holder,
        1,
        amount,
        it.itemName().orElse(""),
        it.noRangka().orElse(""),
        it.noPol().orElse(""),
        it.tenor().orElse(""),
        findInstalment(it).stream().toList(),
        new Contract(
            it.maxPayment().orElse(null), it.lastPaidDueDate().orElse(""), it.idRef().orElse("")));
  }

  /// A company that tells instalment and penalty but no other costs has those that make up the
  /// amount. Told less than that, nobody knows what the instalment is made of.
  private Optional<Instalment> findInstalment(Multifinance it) {
    var other = it.miscFee().or(() -> rest(it)).filter(rest -> !rest.isNegative());
    return it.penaltyBill()
        .flatMap(
            fine ->
                other.map(
                    rest -> new Instalment(period, it.installment().orElse(null), fine, rest)));
  }

  private Optional<Rupiah> rest(Multifinance it) {
    return it.installment()
        .flatMap(instalment -> it.penaltyBill().map(fine -> amount.minus(instalment).minus(fine)));
  }

  private Bill gas(Pgas pgas) {
    var month =
        new GasMonth(
            period,
            pgas.firstMeter().orElse(""),
            pgas.lastMeter().orElse(""),
            pgas.usage().map(String::valueOf).orElse(null));
    return new Bill.Gas(holder, 1, amount, pgas.address().orElse(""), List.of(month));
  }

  private Bill television(Tv tv) {
    var months =
        tv.detail().stream()
            .map(it -> new TelevisionMonth(it.periode(), it.nilaiTagihan(), it.noRef().orElse("")))
            .toList();
    return new Bill.Television(
        holder,
        tv.billQuantity(),
        amount,
        months,
        tv.productCategory().orElse(""),
        tv.ppn().orElse(null));
  }

  /// Leaves out who owes it.
  @Override
  public String toString() {
    return "Translation[" + question + "]";
  }
}
