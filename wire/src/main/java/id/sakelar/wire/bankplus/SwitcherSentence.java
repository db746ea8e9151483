package id.sakelar.wire.bankplus;

import id.sakelar.wire.Garbled;
import java.util.Arrays;
import java.util.Optional;

/// What a refusal says. The document prints four of them; the others are ours, in its manner.
public enum SwitcherSentence {
  /// The account of an inquiry is not known. As printed.
  ACCOUNT_UNKNOWN(
      "0101", "InqRekAsal: Nomor Rekening Tidak Dikenal & InqRekTujuan: VA number not found"),

  /// The source of a transfer is not known. As printed.
  SOURCE_UNKNOWN(
      "0101",
      "InqRekAsal: Message : WS_CORPORATE_CASHCARD_GEN2_CORPORATE: Corporate Tidak Ditemukan."
          + " Exception : & InqRekTujuan: VA number not found"),

  /// The transfer was reversed before, or is being reversed. As printed.
  ALREADY_REVERSED("Reversal already executed"),

  /// The caller has no such transfer. As printed.
  NOT_FOUND("refnum provided was not found"),

  /// The transfer is not booked, or its journal is another.
  NOT_REVERSIBLE("transfer is not booked under this journal"),

  /// The reference means something else.
  REFNUM_USED("refnum has already been used"),

  /// The code is unknown, was given to another caller, is used, or is too old.
  NO_PAYMENT_CODE("paymentCode is not valid"),

  /// The source has not enough.
  FUNDS("source account has insufficient funds"),

  /// The beneficiary would hold more than it may.
  CEILING("beneficiary account would exceed its limit"),

  /// The source would pay more than it may.
  SOURCE_LIMIT("source account would exceed its limit"),

  /// An account is closed or blocked.
  INACTIVE("account is not active"),

  /// No such bank, or no line goes there.
  BANK_UNKNOWN("bank is not known"),

  /// The bank could not be reached, and nothing was done.
  BANK_UNREACHABLE("bank could not be reached"),

  /// It was tried and has failed; no money has moved, or it went back.
  TRANSFER_FAILED("Transfer failed"),

  /// The same of a reversal.
  REVERSAL_FAILED("Reversal failed"),

  /// The caller is nobody we know.
  STRANGER("caller is not allowed"),

  /// Too much is going on; nothing was done.
  BUSY("too many requests"),

  /// The switcher could not do what was asked, and nothing was done.
  DISTURBED("service is not available"),

  /// The request cannot be read.
  FORMAT("request could not be read"),

  /// `refnum` is none.
  REFNUM("refnum is not 14 to 16 digits"),

  /// `refnumTarget` is none.
  REFNUM_TARGET("refnumTarget is not 14 to 16 digits"),

  /// `bank` or `sourceBank` is none.
  BANK("bank is neither three digits nor a BIC"),

  /// `account` or `sourceAccount` is none.
  ACCOUNT("account is not 1 to 34 digits and letters"),

  /// `amount` is no amount, or nothing.
  AMOUNT("amount is not a positive number of whole rupiah"),

  /// `remark` is none.
  REMARK("remark is not 1 to 100 printable characters"),

  /// `journal` is none.
  JOURNAL("journal is not a journal number");

  private static final String OTHER = "-1";

  private final String code;
  private final String text;

  SwitcherSentence(String text) {
    this(OTHER, text);
  }

  SwitcherSentence(String code, String text) {
    this.code = code;
    this.text = text;
  }

  /// What is said to a question that could not be read: the sentence of the field to blame.
  public static SwitcherSentence of(Garbled garbled) {
    return switch (garbled.field().orElse("")) {
      case "refnum" -> REFNUM;
      case "refnumTarget" -> REFNUM_TARGET;
      case "bank", "sourceBank" -> BANK;
      case "account", "sourceAccount" -> ACCOUNT;
      case "paymentCode" -> NO_PAYMENT_CODE;
      case "amount" -> AMOUNT;
      case "remark" -> REMARK;
      case "journal" -> JOURNAL;
      default -> FORMAT;
    };
  }

  /// Which sentence a switcher has said; nothing if it is none of these.
  public static Optional<SwitcherSentence> of(String code, String message) {
    return Arrays.stream(values())
        .filter(it -> it.code.equals(code) && it.text.equals(message))
        .findFirst();
  }

  /// `0101` or `-1`.
  public String code() {
    return code;
  }

  public String text() {
    return text;
  }
}
