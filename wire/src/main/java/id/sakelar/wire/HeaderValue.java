package id.sakelar.wire;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The value of a header such as `form-data; name="amount"`. Immutable.
///
/// @param word what stands before the first semicolon, in lower case
/// @param parameters by name in lower case, without quotes
record HeaderValue(String word, Map<String, String> parameters) {
  private static final Pattern WORD = Pattern.compile("[ \\t]*+([!-+\\--:<-~]++)[ \\t]*+");

  /// Every quantifier is possessive: what does not fit is known after one look.
  private static final Pattern PARAMETER =
      Pattern.compile(
          ";[ \\t]*+([!#-+\\--:<>-~]++)=(?:\"([^\"\\\\\\p{Cntrl}]*+)\"|([!#-+\\--:<-~]++))[ \\t]*+");

  HeaderValue {
    parameters = Map.copyOf(parameters);
  }

  /// @throws Garbled if it is no word with parameters, or has one twice
  static HeaderValue parse(String written) throws Garbled {
    var word = WORD.matcher(written);
    if (!word.lookingAt()) {
      throw broken();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    var parameter = PARAMETER.matcher(written);
    int at = word.end();
    while (at < written.length()) {
      if (!parameter.region(at, written.length()).lookingAt()) {
        throw broken();
      }
      String value = parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
      if (parameters.put(parameter.group(1).toLowerCase(Locale.ROOT), value) != null) {
        throw broken();
      }
      at = parameter.end();
    }
    return new HeaderValue(word.group(1).toLowerCase(Locale.ROOT), parameters);
  }

  Optional<String> find(String parameter) {
    return Optional.ofNullable(parameters.get(parameter));
  }

  /// Refuses any charset but UTF-8; none at all is UTF-8.
  HeaderValue inUtf8() throws Garbled {
    if (!find("charset").orElse("utf-8").equalsIgnoreCase("utf-8")) {
      throw Garbled.message("the body is not said to be UTF-8");
    }
    return this;
  }

  private static Garbled broken() {
    return Garbled.message("a header of the body cannot be read");
  }
}
