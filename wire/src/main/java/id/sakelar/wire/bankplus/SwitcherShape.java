package id.sakelar.wire.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the words of a question are made of: ASCII only, whole, and never mended.
enum SwitcherShape {
  /// What a caller calls a transfer. The table says 14 characters, its format and the samples have
  /// 16.
  REFNUM("[0-9]{14,16}", "14 to 16 digits"),

  /// A bank: three digits as the table says, or its BIC as the samples do.
  BANK("[0-9]{3}|[A-Z]{6}[A-Z0-9]{2}", "a bank code of three digits or a BIC of eight letters"),

  /// An account. The table says 16 characters, a sample has 17.
  ACCOUNT("[A-Za-z0-9]{1,34}", "1 to 34 digits and letters"),

  /// The number of a booking.
  JOURNAL("[1-9][0-9]{0,17}", "a journal number");

  private static final int REMARK_MOST = 100;

  private final Pattern pattern;
  private final String words;

  SwitcherShape(String pattern, String words) {
    this.pattern = Pattern.compile(pattern);
    this.words = words;
  }

  String read(Fields from, String name) throws Garbled {
    String text = from.text(name);
    if (!pattern.matcher(text).matches()) {
      throw Garbled.field(name, "is not " + words);
    }
    return text;
  }

  /// A reference that the switcher makes up where the caller gives none, or an empty one.
  static Optional<String> findRefnum(Fields from) throws Garbled {
    return from.findText("refnum").orElse("").isEmpty()
        ? Optional.empty()
        : Optional.of(REFNUM.read(from, "refnum"));
  }

  /// What is to be sent: `^[1-9][0-9]{0,12}$`, in whole rupiah.
  static Rupiah amount(Fields from) throws Garbled {
    Rupiah amount = from.amount("amount");
    if (!amount.isPositive()) {
      throw Garbled.field("amount", "is not a positive amount");
    }
    return amount;
  }

  /// What both holders see: 1 to 100 characters that can be printed, not all of them blanks.
  static String remark(Fields from) throws Garbled {
    String remark = from.text("remark");
    boolean fits = !remark.isBlank() && remark.length() <= REMARK_MOST;
    if (!fits || !remark.codePoints().allMatch(SwitcherShape::isPrintable)) {
      throw Garbled.field("remark", "is not 1 to 100 printable characters");
    }
    return remark;
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
