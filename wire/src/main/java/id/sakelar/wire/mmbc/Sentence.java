package id.sakelar.wire.mmbc;

import id.sakelar.wire.Garbled;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// Why not, in Indonesian. The API has no codes: the sentence is all there is, so each is said in
/// one way only and can be recognized. Four are printed in the documents; the others are ours.
public enum Sentence {
  /// Nothing in the message can be read.
  FORMAT("Format data tidak valid."),

  /// Nobody has this username with this password; which of the two is wrong is not said.
  LOGIN("Maaf, username atau password tidak sesuai."),

  /// Printed. The partner, whom [#about(String)] names, may not use this.
  NOT_ALLOWED(
      "Maaf, user ",
      " tidak di izinkan untuk gunakan fitur transfer bank. Silakan contact IT MMBC."),

  /// A credential came in the query.
  EXPOSED("Maaf, username dan password tidak di izinkan di alamat URL. Kirim di dalam body."),

  /// Asked too often.
  LIMIT("Terlalu banyak permintaan, coba beberapa saat lagi."),

  /// It is our fault, and nothing has been taken.
  DISTURBED("Sistem sedang gangguan"),

  /// The product or the bank is closed.
  CLOSED("Maaf, layanan ini sedang ditutup."),

  /// The deposit does not suffice.
  FUNDS("Maaf, saldo tidak cukup."),

  /// The caller has no such invoice.
  NOT_FOUND("Maaf, invoice tidak ditemukan."),

  /// Printed. The status of vehicle tax: the caller has no such invoice, which [#about] names.
  FAILURE_INVOICE("Failure Invoice ", "!"),

  /// Printed. There is no such vehicle of such an owner.
  DATA_NOT_FOUND(
      "Maaf, Datamu Tidak Ketemu. Silakan periksa kembali nomor rangka dan nomor KTP yang telah"
          + " dimasukkan."),

  /// Printed. The tax has been paid already.
  ALREADY_PAID("Transaksi tidak dapat diproses. Tagihan sudah dibayar (Kode: 0054)"),

  /// A payment follows an inquiry of the same card and amount, and each inquiry is good for one.
  INQUIRY_NEEDED("Maaf, silakan lakukan inquiry baru sebelum membayar."),

  /// The inquiry was of another day.
  INQUIRY_OVER("Maaf, masa berlaku invoice sudah habis. Silakan cek tagihan kembali."),

  /// Something broke off, and a payment that was asked for before may have been made: nothing is
  /// decided by this answer.
  UNDECIDED("Maaf, pembayaran sebelumnya masih diproses. Silakan cek status."),

  /// The caller's own name for it belongs to something else.
  REFERENCE_USED("Maaf, ref_id sudah dipakai untuk transaksi lain."),

  /// The tax is due in six months or more.
  NOT_YET_DUE("Maaf, pajak kendaraan ini belum dapat dibayar: jatuh tempo masih terlalu jauh."),

  /// The five-year renewal of the plates is due, which is not paid here.
  PLATES_DUE("Maaf, kendaraan ini harus ganti plat lima tahunan di kantor Samsat."),

  /// The bank does not know the card.
  CARD_UNKNOWN("Maaf, kartu kredit tidak ditemukan di bank penerbit."),

  /// The bank has refused the payment.
  FAILED("Maaf, pembayaran ditolak oleh bank."),

  /// `cc_code` is no bank's.
  CC_CODE("Maaf, kode bank tidak dikenal."),

  /// `cc_accountnumber` is no card's number.
  CARD("Maaf, nomor kartu kredit tidak valid."),

  /// The card is of a brand that is not served.
  BRAND("Maaf, logo kartu ini tidak dilayani: pakai VISA, Mastercard, JCB atau AMEX."),

  /// `amount` is no amount.
  AMOUNT("Maaf, nominal tidak valid."),

  /// `amount` is below the least, Rp50.000.
  AMOUNT_LEAST("Maaf, nominal terlalu kecil: paling sedikit Rp50.000."),

  /// `amount` is above the most.
  AMOUNT_MOST("Maaf, nominal terlalu besar."),

  /// `direct` is neither 0 nor 1.
  DIRECT("Maaf, parameter direct harus 0 atau 1."),

  /// `receipt` is neither 0 nor 1.
  RECEIPT("Maaf, parameter receipt harus 0 atau 1."),

  /// `ref_id` has other characters, or too many.
  REF_ID("Maaf, ref_id tidak valid."),

  /// `product` is none.
  PRODUCT("Maaf, produk tidak dikenal."),

  /// `customer_number` is no identity number.
  CUSTOMER_NUMBER("Maaf, nomor KTP tidak valid."),

  /// `structure_number` is no chassis number.
  STRUCTURE_NUMBER("Maaf, nomor rangka tidak valid."),

  /// `invoice` is no invoice number.
  INVOICE("Maaf, nomor invoice tidak valid."),

  /// `username` or `password` is there twice or holds what no text holds.
  CREDENTIAL("Maaf, parameter username atau password tidak valid.");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final String head;
  private final String tail;

  Sentence(String text) {
    this(text, "");
  }

  Sentence(String head, String tail) {
    this.head = head;
    this.tail = tail;
  }

  /// What is said to a question that could not be read: the sentence of the field to blame.
  public static Sentence of(Garbled garbled) {
    return switch (garbled.field().orElse("")) {
      case "username", "password" -> CREDENTIAL;
      case "cc_code" -> CC_CODE;
      case "cc_accountnumber" -> CARD;
      case "amount" -> AMOUNT;
      case "direct" -> DIRECT;
      case "receipt" -> RECEIPT;
      case "ref_id" -> REF_ID;
      case "product" -> PRODUCT;
      case "customer_number" -> CUSTOMER_NUMBER;
      case "structure_number" -> STRUCTURE_NUMBER;
      case "invoice" -> INVOICE;
      default -> FORMAT;
    };
  }

  /// Which sentence a biller has said; nothing if it is none of these. Blanks and line ends count
  /// as one blank.
  public static Optional<Sentence> of(String reason) {
    String said = BLANKS.matcher(reason.strip()).replaceAll(" ");
    return Arrays.stream(values()).filter(it -> it.isSaidBy(said)).findFirst();
  }

  private boolean isSaidBy(String said) {
    return tail.isEmpty()
        ? said.equals(head)
        : said.length() >= head.length() + tail.length()
            && said.startsWith(head)
            && said.endsWith(tail);
  }

  /// The whole sentence, for one that names nobody.
  public String text() {
    return about("");
  }

  /// The whole sentence, with `name` where it names a partner or an invoice.
  public String about(String name) {
    return tail.isEmpty() ? head : head + name + tail;
  }
}
