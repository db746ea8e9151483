package id.sakelar.server.front.iak;

import static id.sakelar.server.front.iak.Told.told;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Electricity;
import id.sakelar.server.payment.HealthInsurance;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.Periods;
import id.sakelar.server.payment.PropertyTax;
import id.sakelar.server.payment.VehicleTax;
import id.sakelar.server.payment.Water;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a receipt says, line by line: a label and a value.
final class ReceiptLines {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm:ss 'WIB'", Locale.ROOT);

  private ReceiptLines() {}

  /// The receipt of a payment that was made.
  static Map<String, String> of(Payment payment, String number, String product) {
    var lines = new LinkedHashMap<String, String>();
    var quote = payment.quote();
    lines.put("Nomor Transaksi", number);
    Telling.endedAt(payment).ifPresent(it -> lines.put("Tanggal", MOMENT.format(it)));
    lines.put("Produk", product);
    lines.put("Nomor Pelanggan", Telling.number(quote));
    lines.put("Nama", payment.bill().holder());
    told(Periods.of(quote, payment.bill())).ifPresent(it -> lines.put("Periode", it));
    lines.put("Tagihan", rupiah(quote.bill().amount()));
    lines.put("Biaya Admin", rupiah(quote.admin()));
    lines.put("Total Bayar", rupiah(quote.sellingPrice()));
    Telling.serial(payment).ifPresent(it -> lines.put("Nomor Referensi", it));
    remark(payment.bill()).ifPresent(it -> lines.put("Keterangan", it));
    return lines;
  }

  /// What a biller wants to stand on the paper besides.
  private static Optional<String> remark(Bill bill) {
    return switch (bill) {
      case Electricity it ->
          Optional.ofNullable(it.sheetsLeft()).map(left -> "Sisa tagihan " + left + " lembar");
      case Bill.Insurance it -> told(String.join(", ", it.footnotes()));
      case Bill.EmoneyTopup it -> told(it.footnote());
      case VehicleTax it -> told(it.slip().stateReceipt()).map(receipt -> "NTPD " + receipt);
      case Bill.ElectricityNonBill _,
          Water _,
          Bill.Mobile _,
          Bill.Internet _,
          HealthInsurance _,
          Bill.EmploymentInsurance _,
          Bill.CompanyInsurance _,
          Bill.Multifinance _,
          PropertyTax _,
          Bill.Gas _,
          Bill.Television _,
          Bill.MoneyTransfer _,
          Bill.CreditCard _,
          Bill.Ticket _ ->
          Optional.empty();
    };
  }

  /// `Rp302.500`, as it is written in Indonesia.
  private static String rupiah(Rupiah amount) {
    return String.format(Locale.ROOT, "Rp%,d", amount.toWhole()).replace(',', '.');
  }
}
