package id.sakelar.wire.iak;

import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import java.util.regex.Pattern;

/// What the words of a question look like.
///
/// The published list of codes wants a reference without signs, but its own samples have them. A
/// product code is mostly capitals; those of some collections have small letters.
enum Form {
  REFERENCE("[A-Za-z0-9._-]{1,64}"),
  PRODUCT("[A-Za-z0-9._-]{1,40}"),
  NUMBER("[A-Za-z0-9]{1,32}");

  private final Pattern pattern;

  Form(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  boolean fits(String word) {
    return pattern.matcher(word).matches();
  }

  /// The word in the field `name`. A missing one is to blame on the whole message, a wrong one on
  /// its field: the list of codes tells the two apart.
  String read(Fields from, String name) throws Garbled {
    String word = required(from, name);
    if (!fits(word)) {
      throw Garbled.field(name, "is not of its form");
    }
    return word;
  }

  /// A text that has to be there, of any form.
  static String required(Fields from, String name) throws Garbled {
    if (!from.has(name)) {
      throw Garbled.message("the body lacks " + name);
    }
    return from.text(name);
  }
}
