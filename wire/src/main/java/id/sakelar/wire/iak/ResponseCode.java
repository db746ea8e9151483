package id.sakelar.wire.iak;

import id.sakelar.wire.Garbled;
import java.util.Arrays;
import java.util.Optional;

/// What the field `response_code` can say, after the published list. Of the messages only those in
/// capitals are part of the dialect; the others are ours.
public enum ResponseCode {
  /// Of an inquiry it says [Verdict#INQUIRED].
  SUCCESS("00", "PAYMENT SUCCESS", Standing.SUCCESS),
  INVOICE_PAID("01", "Tagihan ini sudah dibayar", Standing.FAILURE),
  ONLY_INQUIRED("02", "Tagihan baru dicek, belum dibayar", Standing.FAILURE),
  REFERENCE_FORM("03", "Format ref_id tidak valid", Standing.FAILURE),
  /// A bill is paid on the day it was inquired.
  EXPIRED("04", "Masa berlaku tagihan habis, lakukan inquiry ulang", Standing.FAILURE),
  /// Undecided, as [#PENDING] is.
  UNDEFINED("05", "Terjadi kesalahan yang tidak dikenal", Standing.PENDING),
  NOT_FOUND("06", "Transaksi tidak ditemukan", Standing.FAILURE),
  FAILED("07", "Transaksi gagal", Standing.FAILURE),
  BLOCKED_BY_PROVIDER("08", "Nomor pelanggan diblokir oleh penyedia", Standing.FAILURE),
  INQUIRY_FAILED("09", "Inquiry gagal", Standing.FAILURE),
  NO_BILL("10", "Tagihan belum tersedia", Standing.FAILURE),
  REFERENCE_USED("11", "Ref ID sudah pernah dipakai", Standing.FAILURE),
  NUMBER_BLOCKED("13", "Nomor pelanggan diblokir", Standing.FAILURE),
  NUMBER("14", "Nomor tujuan salah", Standing.FAILURE),
  NUMBER_UNSUPPORTED("15", "Nomor tidak didukung produk ini", Standing.FAILURE),
  OPERATOR("16", "Nomor tidak sesuai dengan operator", Standing.FAILURE),
  BALANCE("17", "Saldo tidak cukup", Standing.FAILURE),
  PRODUCT("20", "Kode produk tidak ditemukan", Standing.FAILURE),
  COUNTER("30", "Pembayaran hanya dapat dilakukan di loket", Standing.FAILURE),
  ABOVE_LIMIT("31", "Tagihan melebihi batas maksimal", Standing.FAILURE),
  ALL_PERIODS("32", "Semua periode tagihan harus dibayar", Standing.FAILURE),
  BUSY("33", "Transaksi belum dapat diproses, coba beberapa saat lagi", Standing.FAILURE),
  PAID("34", "Tagihan sudah dibayar", Standing.FAILURE),
  OTHER_ARREAR("35", "Bayar dahulu tunggakan yang lain", Standing.FAILURE),
  PAST_DUE("36", "Lewat jatuh tempo, bayar di loket", Standing.FAILURE),
  PAYMENT_FAILED("37", "PEMBAYARAN GAGAL", Standing.FAILURE),
  REQUEST_AGAIN("38", "Pembayaran gagal, lakukan permintaan baru", Standing.FAILURE),
  PENDING("39", "PENDING / TRANSAKSI SEDANG DIPROSES", Standing.PENDING),
  ARREARS_PAID("40", "Sebagian atau seluruh tunggakan sudah dibayar", Standing.FAILURE),
  NOT_HERE("41", "Tidak dapat dibayar di sini, hubungi perusahaan", Standing.FAILURE),
  /// Nothing was charged, and the payment may still be asked for on the same day.
  NOT_RECEIVED("42", "REQUEST PEMBAYARAN BELUM DITERIMA", Standing.FAILURE),
  /// Known from clients only.
  REPORT_SPAN("43", "Rentang laporan lebih dari 31 hari", Standing.FAILURE),
  DATABASE("91", "Koneksi basis data terganggu", Standing.FAILURE),
  GENERAL("92", "Sistem sedang gangguan", Standing.FAILURE),
  AMOUNT("93", "Nominal tidak valid", Standing.FAILURE),
  SERVICE_EXPIRED("94", "Layanan sudah berakhir", Standing.FAILURE),
  SIGNATURE("100", "Signature tidak valid", Standing.FAILURE),
  COMMAND("101", "Perintah tidak dikenal", Standing.FAILURE),
  ADDRESS("102", "IP Anda tidak dikenali", Standing.FAILURE),
  /// A no by the list. Of a payment, who has asked for it had better ask again how it stands.
  TIMEOUT("103", "Waktu habis", Standing.FAILURE),
  /// A no by the list. Of a payment, who has asked for it had better ask again how it stands.
  BILLER("105", "Gangguan pada sistem biller", Standing.FAILURE),
  PRODUCT_OFF("106", "Produk sedang tidak tersedia", Standing.FAILURE),
  /// The body cannot be read, or a field is missing.
  PAYLOAD("107", "Format data tidak valid", Standing.FAILURE),
  FORBIDDEN("108", "Akun Anda tidak dapat memakai produk ini", Standing.FAILURE),
  CUT_OFF("109", "PLN cut off pukul 23.00 sampai 01.00 WIB", Standing.FAILURE),
  MAINTENANCE("110", "Sistem dalam pemeliharaan", Standing.FAILURE),
  PAGE("117", "Halaman tidak ditemukan", Standing.FAILURE),
  SUSPENDED("118", "Akun Anda ditangguhkan", Standing.FAILURE),
  /// Undecided, as [#PENDING] is.
  UNKNOWN("201", "Kode jawaban tidak dikenal", Standing.PENDING);

  /// What the list says of a transaction that ends in a code.
  public enum Standing {
    SUCCESS,
    /// Nothing is decided yet.
    PENDING,
    FAILURE
  }

  private static final int BAD_REQUEST = 400;
  private static final int OK = 200;

  private final String code;
  private final String message;
  private final Standing standing;

  ResponseCode(String code, String message, Standing standing) {
    this.code = code;
    this.message = message;
    this.standing = standing;
  }

  /// The code that is spelled `code`.
  public static Optional<ResponseCode> of(String code) {
    return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
  }

  /// The code that a question deserves which could not be read.
  public static ResponseCode of(Garbled garbled) {
    return switch (garbled.field().orElse("")) {
      case Command.NAME -> COMMAND;
      case "ref_id" -> REFERENCE_FORM;
      case "hp", "nomor_identitas" -> NUMBER;
      case "code" -> PRODUCT;
      case "amount" -> AMOUNT;
      default -> PAYLOAD;
    };
  }

  /// Two or three digits on the wire.
  public String code() {
    return code;
  }

  /// A few words for the end user.
  public String message() {
    return message;
  }

  public Standing standing() {
    return standing;
  }

  /// 400 if the question was not understood, else 200.
  public int httpStatus() {
    return this == PAYLOAD ? BAD_REQUEST : OK;
  }
}
