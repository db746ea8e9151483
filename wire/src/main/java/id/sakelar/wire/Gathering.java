package id.sakelar.wire;

import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Json.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// The parameters of a form as they come in, one by one. For one thread and one form.
final class Gathering {
  static final int MOST = 32;
  static final int NAME_CHARS = 64;
  static final int VALUE_CHARS = 512;

  /// What begins with a brace or an angle bracket is another language under a wrong name.
  private static final Pattern NAME = Pattern.compile("[!-;=?-z|}~][!-~]{0,63}");

  /// Names that may be repeated in a complaint: nobody's secret looks like one.
  private static final Pattern SPEAKABLE = Pattern.compile("[a-z_]{1,24}");

  private final Map<String, Json> fields = new LinkedHashMap<>();

  void add(String name, String value) throws Garbled {
    if (!NAME.matcher(name).matches()) {
      throw Garbled.message(
          "a parameter has no name of 1 to " + NAME_CHARS + " visible characters");
    }
    if (value.length() > VALUE_CHARS) {
      throw blame(name, "is longer than " + VALUE_CHARS + " characters");
    }
    if (value.indexOf('\0') >= 0) {
      throw blame(name, "has a character U+0000");
    }
    if (fields.put(name, new Text(value)) != null) {
      throw blame(name, "is there twice");
    }
    if (fields.size() > MOST) {
      throw Garbled.message("the form has more than " + MOST + " parameters");
    }
  }

  Members members() {
    return new Members(fields);
  }

  private static Garbled blame(String name, String why) {
    return SPEAKABLE.matcher(name).matches()
        ? Garbled.field(name, why)
        : Garbled.message("a parameter " + why);
  }
}
