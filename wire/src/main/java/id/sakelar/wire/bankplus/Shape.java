package id.sakelar.wire.bankplus;

import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the texts of a question are made of: whole, and never mended.
public enum Shape {
  /// An account at whatever bank.
  ACCOUNT("[A-Za-z0-9]{1,34}", "an account number"),

  /// A bank, by its three digits or its BIC.
  BANK("[0-9]{3}|[A-Z0-9]{8}", "a bank code"),

  /// What an inquiry is called.
  TRANSACTION("[0-9]{1,20}", "a transaction id"),

  /// A product to be paid for.
  PRODUCT("[A-Za-z0-9._:-]{1,64}", "a product code"),

  /// Whose bill it is.
  CUSTOMER("[A-Za-z0-9._:,/|@+ -]{1,64}", "a customer number"),

  /// Something to be read by people.
  TEXT("[^\\p{C}\\p{Zl}\\p{Zp}]{1,100}", "1 to 100 characters"),

  /// Something to be read by people, or nothing.
  NOTE("[^\\p{C}\\p{Zl}\\p{Zp}]{0,100}", "up to 100 characters"),

  /// A number of an identity card. The published one has 14 digits, real ones have 16.
  NUMBER("[0-9]{1,20}", "1 to 20 digits"),

  /// A telephone, or none.
  TELEPHONE("[0-9+ -]{0,20}", "a telephone number"),

  /// `l` for a man, `p` for a woman.
  GENDER("[lpLP]", "l or p"),

  /// A file among those that were sent before.
  FILE("[A-Za-z0-9_-]{1,64}(/[A-Za-z0-9_-]{1,64}){0,3}\\.[A-Za-z0-9]{1,8}", "a file"),

  /// A PIN to be.
  PIN("[0-9]{6}", "six digits"),

  /// A password or a PIN, right or wrong.
  SECRET("[^\\p{C}\\p{Zl}\\p{Zp}]{1,128}", "1 to 128 characters");

  private final Pattern pattern;
  private final String words;

  Shape(String pattern, String words) {
    this.pattern = Pattern.compile(pattern);
    this.words = words;
  }

  String read(Fields from, String name) throws Garbled {
    return held(name, from.text(name));
  }

  Optional<String> find(Fields from, String name) throws Garbled {
    Optional<String> text = from.findText(name);
    return text.isPresent() ? Optional.of(held(name, text.get())) : text;
  }

  private String held(String name, String text) throws Garbled {
    if (!pattern.matcher(text).matches()) {
      throw Garbled.field(name, "is not " + words);
    }
    return text;
  }

  /// @throws IllegalArgumentException if `text` has another shape
  String check(String name, String text) {
    if (!pattern.matcher(text).matches()) {
      throw new IllegalArgumentException(name + " is not " + words);
    }
    return text;
  }
}
