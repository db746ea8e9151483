package id.sakelar.server.upstream.digiswitch;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Bill.Gas.GasMonth;
import id.sakelar.server.payment.Bill.Internet.InternetMonth;
import id.sakelar.server.payment.Bill.Multifinance.Instalment;
import id.sakelar.server.payment.Bill.Television.TelevisionMonth;
import id.sakelar.server.payment.Electricity;
import id.sakelar.server.payment.Electricity.ElectricityMonth;
import id.sakelar.server.payment.HealthInsurance;
import id.sakelar.server.payment.PropertyTax;
import id.sakelar.server.payment.VehicleTax;
import id.sakelar.server.payment.VehicleTax.Fees;
import id.sakelar.server.payment.VehicleTax.Vehicle;
import id.sakelar.server.payment.Water;
import id.sakelar.server.payment.Water.WaterMonth;
import id.sakelar.wire.digiswitch.desc.Bpjs;
import id.sakelar.wire.digiswitch.desc.Bpjstk;
import id.sakelar.wire.digiswitch.desc.Bpjstkpu;
import id.sakelar.wire.digiswitch.desc.Desc;
import id.sakelar.wire.digiswitch.desc.Emoney;
import id.sakelar.wire.digiswitch.desc.Hp;
import id.sakelar.wire.digiswitch.desc.Internet;
import id.sakelar.wire.digiswitch.desc.Kirimuang;
import id.sakelar.wire.digiswitch.desc.Multifinance;
import id.sakelar.wire.digiswitch.desc.Pbb;
import id.sakelar.wire.digiswitch.desc.Pdam;
import id.sakelar.wire.digiswitch.desc.Pdl;
import id.sakelar.wire.digiswitch.desc.Pgas;
import id.sakelar.wire.digiswitch.desc.Pln;
import id.sakelar.wire.digiswitch.desc.Plnnontaglis;
import id.sakelar.wire.digiswitch.desc.Samsat;
import id.sakelar.wire.digiswitch.desc.Tv;

/// Says in our words what the dialect says of one bill. Immutable.
///
/// @param holder who owes it
/// @param amount all that the biller wants for it
record Translation(String holder, Rupiah amount) {
  Bill bill(Desc desc) {
    return switch (desc) {
      case Pln pln -> electricity(pln);
      case Pdam pdam -> water(pdam);
      case Hp(int sheets) -> new Bill.Mobile(holder, sheets, amount);
      case Internet internet -> internet(internet);
      case Bpjs bpjs -> healthInsurance(bpjs);
      case Multifinance multifinance -> multifinance(multifinance);
      case Pbb pbb -> propertyTax(pbb);
      case Pdl pdl -> localTax(pdl);
      case Pgas pgas -> gas(pgas);
      case Tv tv -> television(tv);
      case Bpjstk bpjstk -> employmentInsurance(bpjstk);
      case Bpjstkpu bpjstkpu -> companyInsurance(bpjstkpu);
      case Plnnontaglis nonBill -> electricityNonBill(nonBill);
      case Emoney(int sheets) -> new Bill.EmoneyTopup(holder, sheets, amount);
      case Samsat samsat -> vehicleTax(samsat);
      case Kirimuang(int sheets) -> new Bill.MoneyTransfer(holder, sheets, amount);
    };
  }

  private Bill electricity(Pln pln) {
    var months = pln.detail().stream().map(Translation::month).toList();
    return new Electricity(holder, pln.lembarTagihan(), amount, pln.tarif(), pln.daya(), months);
  }

  /// The meter's readings come with the payment only: until then they are empty.
  private static ElectricityMonth month(Pln.Sheet sheet) {
    return new ElectricityMonth(
        sheet.periode(),
        sheet.nilaiTagihan(),
        sheet.denda(),
        sheet.meterAwal().orElse(""),
        sheet.meterAkhir().orElse(""));
  }

  private Bill electricityNonBill(Plnnontaglis it) {
    return new Bill.ElectricityNonBill(
        holder,
        it.lembarTagihan(),
        amount,
        it.transaksi(),
        it.noRegistrasi(),
        it.tanggalRegistrasi());
  }

  private Bill water(Pdam pdam) {
    var months = pdam.detail().stream().map(Translation::month).toList();
    return new Water(
        holder,
        pdam.lembarTagihan(),
        amount,
        pdam.tarif(),
        pdam.alamat(),
        pdam.jatuhTempo(),
        months);
  }

  private static WaterMonth month(Pdam.Sheet sheet) {
    return new WaterMonth(
        sheet.periode(),
        sheet.nilaiTagihan(),
        sheet.denda(),
        sheet.meterAwal(),
        sheet.meterAkhir(),
        sheet.biayaLain());
  }

  private Bill internet(Internet internet) {
    var months =
        internet.detail().stream()
            .map(sheet -> new InternetMonth(sheet.periode(), sheet.nilaiTagihan()))
            .toList();
    return new Bill.Internet(holder, internet.lembarTagihan(), amount, months);
  }

  private Bill healthInsurance(Bpjs bpjs) {
    var months = bpjs.detail().stream().map(Bpjs.Sheet::periode).toList();
    return new HealthInsurance(
        holder, bpjs.lembarTagihan(), amount, bpjs.jumlahPeserta(), bpjs.alamat(), months);
  }

  private Bill employmentInsurance(Bpjstk it) {
    return new Bill.EmploymentInsurance(
        holder,
        it.lembarTagihan(),
        amount,
        it.kodeIuran(),
        it.kodeProgram(),
        it.jkk(),
        it.jkm(),
        it.jht(),
        it.kantorCabang(),
        it.tglEfektif(),
        it.tglExpired());
  }

  private Bill companyInsurance(Bpjstkpu it) {
    return new Bill.CompanyInsurance(
        holder,
        it.lembarTagihan(),
        amount,
        it.kodeIuran(),
        it.jht(),
        it.jkk(),
        it.jkm(),
        it.jpn(),
        it.jpk(),
        it.npp(),
        it.kodeDivisi());
  }

  private Bill multifinance(Multifinance it) {
    var instalments =
        it.detail().stream()
            .map(sheet -> new Instalment(sheet.periode(), sheet.denda(), sheet.biayaLain()))
            .toList();
    return new Bill.Multifinance(
        holder,
        it.lembarTagihan(),
        amount,
        it.itemName(),
        it.noRangka(),
        it.noPol(),
        it.tenor(),
        instalments);
  }

  private Bill propertyTax(Pbb pbb) {
    return new PropertyTax(
        holder,
        pbb.lembarTagihan(),
        amount,
        pbb.alamat(),
        pbb.tahunPajak(),
        pbb.kelurahan(),
        pbb.kecamatan(),
        pbb.kodeKabKota(),
        pbb.kabKota(),
        null,
        pbb.luasTanah(),
        pbb.luasGedung());
  }

  private Bill localTax(Pdl pdl) {
    return new PropertyTax(
        holder,
        pdl.lembarTagihan(),
        amount,
        pdl.alamat(),
        pdl.tahunPajak(),
        pdl.kelurahan(),
        pdl.kecamatan(),
        pdl.kodeKabKota(),
        pdl.kabKota(),
        pdl.provinsi(),
        pdl.luasTanah(),
        pdl.luasGedung());
  }

  private Bill gas(Pgas pgas) {
    var months =
        pgas.detail().stream()
            .map(
                sheet ->
                    new GasMonth(
                        sheet.periode(),
                        sheet.meterAwal(),
                        sheet.meterAkhir(),
                        sheet.usage().orElse(null)))
            .toList();
    return new Bill.Gas(holder, pgas.lembarTagihan(), amount, pgas.alamat(), months);
  }

  private Bill television(Tv tv) {
    var months =
        tv.detail().stream()
            .map(sheet -> new TelevisionMonth(sheet.periode(), sheet.nilaiTagihan(), sheet.noRef()))
            .toList();
    return new Bill.Television(holder, tv.lembarTagihan(), amount, months);
  }

  private Bill vehicleTax(Samsat samsat) {
    return new VehicleTax(
        holder,
        samsat.lembarTagihan(),
        amount,
        samsat.alamat(),
        samsat.nomorIdentitas(),
        vehicle(samsat),
        samsat.tglAkhirPajakBaru(),
        fees(samsat));
  }

  private static Vehicle vehicle(Samsat samsat) {
    return new Vehicle(
        samsat.nomorRangka(),
        samsat.nomorMesin(),
        samsat.nomorPolisi(),
        samsat.milikKenama(),
        samsat.merekKb(),
        samsat.modelKb(),
        samsat.tahunBuatan());
  }

  private static Fees fees(Samsat samsat) {
    return new Fees(
        samsat.biayaPokokBbn(),
        samsat.biayaPokokSwd(),
        samsat.biayaPokokPkb(),
        samsat.biayaDendaSwd(),
        samsat.biayaDendaBbn(),
        samsat.biayaDendaPkb(),
        samsat.biayaAdminStnk(),
        samsat.biayaAdminTnkb(),
        samsat.biayaParkirPokok(),
        samsat.biayaPajakProgresif());
  }
}
