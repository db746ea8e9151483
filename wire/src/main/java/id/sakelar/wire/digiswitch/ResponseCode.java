package id.sakelar.wire.digiswitch;

import id.sakelar.wire.Garbled;
import java.util.Arrays;
import java.util.Optional;

/// What the field `rc` can say, after the Digiflazz list of response codes. Of the messages only
/// those of 00, 02 and 03 are part of the dialect; the others are ours.
public enum ResponseCode {
  SUCCESS("00", "Transaksi Sukses", Status.SUCCESS, true),
  /// A final no, whatever it is called.
  TIMEOUT("01", "Waktu habis", Status.FAILURE, true),
  FAILURE("02", "Transaksi Gagal", Status.FAILURE, true),
  PENDING("03", "Transaksi Pending", Status.PENDING, true),
  /// A field is missing, or is not what it has to be.
  PAYLOAD("40", "Format data tidak valid", Status.FAILURE, false),
  SIGNATURE("41", "Signature tidak valid", Status.FAILURE, false),
  USERNAME("42", "Username tidak dikenal", Status.FAILURE, false),
  PRODUCT("43", "Produk tidak ditemukan atau non-aktif", Status.FAILURE, false),
  BALANCE("44", "Saldo tidak cukup", Status.FAILURE, false),
  /// Real answers append `: ` and the address.
  ADDRESS("45", "IP Anda tidak dikenali", Status.FAILURE, false),
  /// Gone from newer lists, which never said whether a transaction is formed: so it may be.
  REPEATED("46", "Transaksi sudah pernah terjadi", Status.FAILURE, true),
  OTHER_BUYER("47", "Transaksi sudah terjadi di buyer lain", Status.FAILURE, false),
  REFERENCE_USED("49", "Ref ID tidak unik", Status.FAILURE, false),
  NOT_FOUND("50", "Transaksi tidak ditemukan", Status.FAILURE, true),
  NUMBER_BLOCKED("51", "Nomor tujuan diblokir", Status.FAILURE, true),
  PREFIX("52", "Prefix tidak sesuai dengan operator", Status.FAILURE, true),
  SELLER_PRODUCT("53", "Produk seller sedang tidak tersedia", Status.FAILURE, true),
  NUMBER("54", "Nomor tujuan salah", Status.FAILURE, true),
  DISTURBED("55", "Produk sedang gangguan", Status.FAILURE, true),
  SELLER_LIMIT("56", "Limit saldo seller", Status.FAILURE, false),
  NUMBER_LENGTH("57", "Jumlah digit kurang atau lebih", Status.FAILURE, true),
  CUT_OFF("58", "Sedang cut off", Status.FAILURE, true),
  REGION("59", "Tujuan di luar wilayah", Status.FAILURE, true),
  /// Clients read it as already paid, too.
  NO_BILL("60", "Tagihan belum tersedia", Status.FAILURE, true),
  NEVER_DEPOSITED("61", "Belum pernah melakukan deposit", Status.FAILURE, false),
  SELLER_DISTURBED("62", "Sistem sedang mengalami gangguan", Status.FAILURE, false),
  /// The same product and number twice a day.
  NO_MULTI("63", "Tidak mendukung transaksi multi", Status.FAILURE, false),
  TICKET("64", "Tarik tiket gagal, coba nominal lain", Status.FAILURE, false),
  MULTI_LIMIT("65", "Limit transaksi multi", Status.FAILURE, false),
  SELLER_CUT_OFF("66", "Cut off, sistem seller dalam perbaikan", Status.FAILURE, false),
  SELLER_UNVERIFIED("67", "Seller belum terverifikasi", Status.FAILURE, false),
  STOCK("68", "Stok habis", Status.FAILURE, false),
  PRICE_ABOVE_CAP("69", "Harga seller di atas ketentuan harga buyer", Status.FAILURE, false),
  /// A final no, whatever it is called.
  BILLER_TIMEOUT("70", "Waktu biller habis", Status.FAILURE, true),
  UNSTABLE("71", "Produk sedang tidak stabil", Status.FAILURE, true),
  UNREGISTER("72", "Lakukan unreg paket dahulu", Status.FAILURE, true),
  KWH("73", "Kwh melebihi batas", Status.FAILURE, true),
  /// A yes that was taken back.
  REFUND("74", "Transaksi refund", Status.FAILURE, true),
  BLOCKED_BY_SELLER("80", "Akun Anda diblokir oleh seller", Status.FAILURE, false),
  BLOCKED_BY_BUYER("81", "Seller ini telah Anda blokir", Status.FAILURE, false),
  UNVERIFIED("82", "Akun Anda belum terverifikasi", Status.FAILURE, false),
  PRICE_LIST_LIMIT("83", "Batas cek daftar harga tercapai", Status.FAILURE, false),
  AMOUNT("84", "Nominal tidak valid", Status.FAILURE, true),
  TRANSACTION_LIMIT("85", "Batas transaksi tercapai, coba lagi 1 menit lagi", Status.FAILURE, true),
  PLN_LIMIT("86", "Batas cek nomor PLN tercapai", Status.FAILURE, true),
  EMONEY_STEP("87", "Transaksi e-money wajib kelipatan Rp 1.000", Status.FAILURE, false),
  FORBIDDEN("88", "Akun Anda tidak dapat melakukan aksi ini", Status.FAILURE, false),
  /// Undecided, as [#PENDING] is.
  ROUTER("99", "Gangguan router", Status.PENDING, true);

  private final String rc;
  private final String message;
  private final Status status;
  private final boolean formed;

  ResponseCode(String rc, String message, Status status, boolean formed) {
    this.rc = rc;
    this.message = message;
    this.status = status;
    this.formed = formed;
  }

  /// The code that is spelled `rc`.
  public static Optional<ResponseCode> of(String rc) {
    return Arrays.stream(values()).filter(it -> it.rc.equals(rc)).findFirst();
  }

  /// The code that a question deserves which could not be read.
  public static ResponseCode of(Garbled garbled) {
    return switch (garbled.field().orElse("")) {
      case "amount" -> AMOUNT;
      case "customer_no" -> NUMBER;
      case "code", "buyer_sku_code" -> PRODUCT;
      default -> PAYLOAD;
    };
  }

  /// The two digits on the wire.
  public String rc() {
    return rc;
  }

  /// A few words in Indonesian for the end user.
  public String message() {
    return message;
  }

  public Status status() {
    return status;
  }

  /// Whether the list says that a transaction exists under the reference after this answer.
  public boolean formed() {
    return formed;
  }

  /// 400 for a refusal that formed no transaction, else 200.
  public int httpStatus() {
    return formed ? 200 : 400;
  }
}
