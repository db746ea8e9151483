package id.sakelar.wire.bankplus;

import id.sakelar.wire.Garbled;

/// Every sentence of refusal. Those the document prints are spelled as it prints them; sentences of
/// the bank begin with a number, as its own do.
public enum Sentence {
  /// Printed: no such user, or another password.
  LOGIN(
      Code.LOGIN,
      "Username dan Password yang Anda masukkan tidak ditemukan. Silakan periksa dan coba kembali"),

  /// Printed: no session, or one that is over.
  SESSION(Code.SESSION_NOT_FOUND, "Invalid session!"),

  /// Printed: the wrong PIN.
  PIN(Code.INVALID_PIN, "Mohon maaf PIN transaksi anda salah"),

  /// Three wrong PINs.
  PIN_BLOCKED(Code.INVALID_PIN, "PIN transaksi anda diblokir"),

  /// None was ever chosen.
  NO_PIN(Code.INVALID_PIN, "PIN transaksi anda belum dibuat"),

  /// Printed: a month without anything to count.
  NO_DATA(Code.NOT_FOUND, "Data tidak ditemukan!"),

  /// Printed: no such place.
  NO_REGION(Code.NOT_FOUND, "Mohon maaf data wilayah tidak ditemukan"),

  /// Printed: the old password is wrong, or the new one cannot be one.
  PASSWORD(Code.UPDATE_NONE, "Password tidak sesuai, coba ulangi kembali"),

  /// The old PIN or the password is wrong, or the new PIN cannot be one.
  NEW_PIN(Code.UPDATE_NONE, "PIN tidak sesuai, coba ulangi kembali"),

  /// The question as a whole cannot be read.
  FORMAT(Code.BAD_REQUEST, "Format data tidak valid."),

  /// One field of the question is missing or is not what it has to be.
  FIELD(Code.BAD_REQUEST, "Parameter %s tidak valid."),

  /// The agent is suspended, calls from elsewhere, or is of another type or class.
  FORBIDDEN(Code.FORBIDDEN, "Maaf, agen tidak di izinkan untuk gunakan fitur ini."),

  /// More than the agent may ask for in a while.
  LIMIT(Code.TOO_MANY_REQUESTS, "Terlalu banyak permintaan, coba beberapa saat lagi."),

  /// We are out of order; nothing has moved.
  DISTURBED(Code.INTERNAL, "Sistem sedang gangguan, coba beberapa saat lagi."),

  /// Printed: our bank has no such account.
  NO_ACCOUNT(Code.REFUSED, "[0108] NO SUCH ACCOUNT"),

  /// Printed: another bank has no such account.
  INVALID_ACCOUNT(Code.REFUSED, "[76] Invalid account"),

  /// The account is closed.
  INACTIVE_ACCOUNT(Code.REFUSED, "[62] Rekening tidak aktif"),

  /// No line goes to the bank.
  UNKNOWN_BANK(Code.REFUSED, "[15] Bank tujuan tidak dikenal"),

  /// The source has not enough.
  FUNDS(Code.REFUSED, "[51] Saldo tidak cukup"),

  /// The target would hold more than it may.
  CEILING(Code.REFUSED, "[61] Saldo rekening tujuan melebihi batas"),

  /// The source would pay out more in this month than it may.
  MONTH_LIMIT(Code.REFUSED, "[61] Transaksi debet bulan ini melebihi batas"),

  /// More than the agent may move at once or in a day.
  AGENT_LIMIT(Code.REFUSED, "[61] Transaksi melebihi batas agen"),

  /// The inquiry is unknown, used or over.
  NO_INQUIRY(Code.REFUSED, "[25] Silakan lakukan inquiry baru sebelum membayar"),

  /// The reference means something else.
  REFERENCE_USED(Code.REFUSED, "[94] Referensi sudah digunakan"),

  /// Fee, total, name or bank are not those of the inquiry.
  TERMS(Code.REFUSED, "[13] Data tidak sesuai dengan inquiry"),

  /// The person has an account already.
  HAS_ACCOUNT(Code.REFUSED, "[0109] Nasabah sudah memiliki rekening"),

  /// The other bank cannot be reached.
  BANK_UNREACHABLE(Code.REFUSED, "[91] Bank tujuan tidak dapat dihubungi"),

  /// The other bank or the biller said no.
  DECLINED(Code.REFUSED, "[05] Transaksi ditolak"),

  /// Too much is going on.
  BUSY(Code.REFUSED, "[96] Sistem sedang sibuk, coba beberapa saat lagi"),

  /// The customer's PIN is wrong.
  CUSTOMER_PIN(Code.REFUSED, "[55] PIN nasabah salah"),

  /// Three wrong PINs of the customer, or none was ever chosen.
  CUSTOMER_PIN_BLOCKED(Code.REFUSED, "[38] PIN nasabah diblokir"),

  /// There is no such product to pay for, or it is closed.
  PRODUCT(Code.REFUSED, "[12] Produk tidak tersedia"),

  /// The biller does not know the customer's number.
  CUSTOMER_NUMBER(Code.REFUSED, "[14] Nomor pelanggan tidak dikenal"),

  /// Nothing is owed.
  NO_BILL(Code.REFUSED, "[88] Tagihan tidak tersedia atau sudah dibayar"),

  /// The amount cannot be paid.
  AMOUNT(Code.REFUSED, "[13] Nominal tidak valid"),

  /// The biller's daily closing.
  CUT_OFF(Code.REFUSED, "[90] Produk sedang cut off");

  /// What is said while nobody knows yet.
  static final String PENDING = "Transaksi sedang diproses";

  private final Code code;
  private final String text;

  Sentence(Code code, String text) {
    this.code = code;
    this.text = text;
  }

  /// What is said to a question that could not be read: which field is to blame.
  public static Refusal of(Garbled garbled) {
    return garbled.field().map(Sentence::field).orElse(FORMAT.refusal());
  }

  /// What is said to a question one field of which is not what it has to be here.
  public static Refusal field(String name) {
    return new Refusal.OfPlatform(Code.BAD_REQUEST, FIELD.text.replace("%s", name));
  }

  public Code code() {
    return code;
  }

  public String text() {
    return text;
  }

  /// The refusal of the platform in these words.
  ///
  /// @throws IllegalArgumentException for a sentence of the bank
  public Refusal refusal() {
    return new Refusal.OfPlatform(code, text);
  }

  /// The refusal of the bank in these words.
  ///
  /// @param traceCode see [Refusal.OfBank]
  /// @throws IllegalArgumentException for a sentence of the platform
  public Refusal refusal(String traceCode, String bankCode) {
    if (code != Code.REFUSED) {
      throw new IllegalArgumentException(this + " is no sentence of the bank");
    }
    return new Refusal.OfBank(text, traceCode, bankCode);
  }
}
