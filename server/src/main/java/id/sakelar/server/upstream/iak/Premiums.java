package id.sakelar.server.upstream.iak;

import static id.sakelar.server.upstream.iak.Translation.told;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Biller.Question;
import id.sakelar.server.payment.HealthInsurance;
import id.sakelar.server.payment.HealthInsurance.Branch;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.iak.desc.Bpjs;
import id.sakelar.wire.iak.desc.Bpjstk;
import id.sakelar.wire.iak.desc.Bpjstkpu;
import id.sakelar.wire.iak.desc.Insurance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says in our words what the dialect says of insurance. Prints nothing of it. Immutable.
record Premiums(Question question, String holder, Rupiah amount) {
  Bill health(Bpjs bpjs, String period) {
    return new HealthInsurance(
        holder,
        1,
        amount,
        bpjs.jumlahPeserta().orElse(""),
        "",
        months(period),
        new Branch(bpjs.kodeCabang().orElse(""), bpjs.namaCabang().orElse("")),
        bpjs.sisaPembayaran().orElse(""));
  }

  /// The period lists the months or is their number. It is a list only if it has as many as were
  /// asked for.
  private List<String> months(String period) {
    var listed = period.isBlank() ? List.<String>of() : List.of(period.split(","));
    @Nullable Integer asked = question.months();
    return asked == null || listed.size() == asked ? listed : List.of();
  }

  Bill employment(Bpjstk it) throws Garbled {
    return new Bill.EmploymentInsurance(
        holder,
        1,
        amount,
        it.kodeIuran().orElse(""),
        it.kodeProgram().orElse(""),
        told("jkk", it.jkk()),
        told("jkm", it.jkm()),
        told("jht", it.jht()),
        it.kantorCabang().orElse(""),
        it.tglEfektif().orElse(""),
        it.tglExpired().orElse(""));
  }

  Bill company(Bpjstkpu it) throws Garbled {
    return new Bill.CompanyInsurance(
        holder,
        1,
        amount,
        it.kodeIuran().orElse(""),
        told("jht", it.jht()),
        told("jkk", it.jkk()),
        told("jkm", it.jkm()),
        told("jpn", it.jpn()),
        told("jpk", it.jpk()),
        it.npp().orElse(""),
        it.kodeDivisi().orElse(""));
  }

  Bill insurance(Insurance it) {
    return new Bill.Insurance(
        holder,
        1,
        amount,
        it.insured().orElse(""),
        it.policyStatus().orElse(""),
        it.dueDate().orElse(""),
        it.footer());
  }

  /// Leaves out who owes it.
  @Override
  public String toString() {
    return "Premiums[" + question + "]";
  }
}
