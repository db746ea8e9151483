package id.sakelar.wire.mmbc;

import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import java.util.regex.Pattern;

/// What the texts of a question are made of: ASCII only, whole, and never mended.
public enum Shape {
  /// A bank's code, `8` or `14`: one to three digits, the first no zero.
  CC_CODE("[1-9][0-9]{0,2}", "a bank code of 1 to 3 digits"),

  /// The number of a card, of any brand: the digit at its end is not looked at here.
  CARD("[0-9]{12,19}", "12 to 19 digits"),

  /// What a payment or an inquiry is called.
  INVOICE("[0-9]{1,20}", "1 to 20 digits"),

  /// A product, `SAMSAT_JABAR`.
  PRODUCT("[A-Z0-9_]{1,40}", "a product code"),

  /// The identity number of a person. The published one has 15 digits, real ones have 16.
  KTP("[0-9]{15,16}", "15 or 16 digits"),

  /// The chassis number of a vehicle.
  CHASSIS("[A-Z0-9]{5,25}", "5 to 25 capital letters and digits"),

  /// The caller's own name for what it asks, an extension.
  REF_ID("[A-Za-z0-9._:-]{1,64}", "1 to 64 letters, digits and ._:-");

  private final Pattern pattern;
  private final String words;

  Shape(String pattern, String words) {
    this.pattern = Pattern.compile(pattern);
    this.words = words;
  }

  /// Whether the whole of `text` has this shape.
  public boolean holds(String text) {
    return pattern.matcher(text).matches();
  }

  String read(Fields from, String name) throws Garbled {
    String text = from.text(name);
    if (!holds(text)) {
      throw Garbled.field(name, "is not " + words);
    }
    return text;
  }

  /// @throws IllegalArgumentException if `text` has another shape
  void check(String name, String text) {
    if (!holds(text)) {
      throw new IllegalArgumentException(name + " is not " + words);
    }
  }
}
