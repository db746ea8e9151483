package id.sakelar.server.upstream.iak;

import static id.sakelar.server.upstream.iak.Translation.told;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Biller.Question;
import id.sakelar.server.payment.PropertyTax;
import id.sakelar.server.payment.PropertyTax.Assessment;
import id.sakelar.server.payment.VehicleTax;
import id.sakelar.server.payment.VehicleTax.Fees;
import id.sakelar.server.payment.VehicleTax.Slip;
import id.sakelar.server.payment.VehicleTax.Vehicle;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.iak.desc.Esamsat;
import id.sakelar.wire.iak.desc.Pbb;

/// Says in our words what the dialect says of taxes. Prints nothing of it. Immutable.
record Taxes(Question question, String holder, Rupiah amount) {
  /// Of a local tax the province is empty rather than absent: it is what makes it one.
  Bill property(Pbb pbb) {
    return new PropertyTax(
        holder,
        1,
        amount,
        pbb.lokasi().orElse(""),
        pbb.tahunPajak().orElse(""),
        pbb.kelurahan().orElse(""),
        pbb.kecamatan().orElse(""),
        pbb.kodeKabKota().orElse(""),
        pbb.kabKota().orElse(""),
        question.family() == Family.LOCAL_TAX ? "" : null,
        pbb.luasTanah().orElse(""),
        pbb.luasGedung().orElse(""),
        new Assessment(
            pbb.tanggal().orElse(""),
            pbb.jatuhTempo().orElse(""),
            pbb.denda().orElse(null),
            pbb.nop().orElse("")));
  }

  /// The customer's number is the payment code.
  Bill vehicle(Esamsat it) throws Garbled {
    var customer = Customer.of(question.family(), question.customer());
    return new VehicleTax(
        holder,
        1,
        amount,
        it.alamat().orElse(""),
        it.nomorIdentitas().orElse(""),
        taxed(it),
        it.tglAkhirPajakBaru().orElse(""),
        fees(it),
        new Slip(customer.hp(), "", it.ntpd().orElse("")));
  }

  private static Vehicle taxed(Esamsat it) {
    return new Vehicle(
        it.nomorRangka().orElse(""),
        it.nomorMesin().orElse(""),
        it.nomorPolisi().orElse(""),
        it.milikKenama().orElse(""),
        it.merekKb().orElse(""),
        it.modelKb().orElse(""),
        it.tahunBuatan().orElse(""));
  }

  private static Fees fees(Esamsat it) throws Garbled {
    return new Fees(
        told("biaya_pokok", it.biayaPokok().bbn()),
        told("biaya_pokok", it.biayaPokok().swd()),
        told("biaya_pokok", it.biayaPokok().pkb()),
        told("biaya_denda", it.biayaDenda().swd()),
        told("biaya_denda", it.biayaDenda().bbn()),
        told("biaya_denda", it.biayaDenda().pkb()),
        told("biaya_admin", it.biayaAdmin().stnk()),
        told("biaya_admin", it.biayaAdmin().tnkb()),
        told("biaya_parkir_pokok", it.biayaParkirPokok()),
        told("biaya_pajak_progresif", it.biayaPajakProgresif()));
  }

  /// Leaves out who owes it.
  @Override
  public String toString() {
    return "Taxes[" + question + "]";
  }
}
