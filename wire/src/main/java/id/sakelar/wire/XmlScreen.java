package id.sakelar.wire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks at every character of an XML document before a parser does, and lets nothing through but
/// elements and text.
///
/// A document type, a comment, a CDATA section and a processing instruction all begin with `<!` or
/// `<?`, so none of them reaches the parser: there is nothing for it to expand, include or fetch.
/// Takes time proportional to the document.
final class XmlScreen {
  /// `<?xml version="1.0"?>`, perhaps with the encoding UTF-8 and a word on standing alone.
  private static final Pattern DECLARATION =
      Pattern.compile(
          "<\\?xml[ \\t\\r\\n]++version[ \\t]*+=[ \\t]*+(?:\"1\\.0\"|'1\\.0')"
              + "(?:[ \\t\\r\\n]++encoding[ \\t]*+=[ \\t]*+(?:\"(?i:utf-8)\"|'(?i:utf-8)'))?+"
              + "(?:[ \\t\\r\\n]++standalone[ \\t]*+=[ \\t]*+(?:\"(?:yes|no)\"|'(?:yes|no)'))?+"
              + "[ \\t\\r\\n]*+\\?>");

  private static final Pattern REFERENCE =
      Pattern.compile("&(?:amp|lt|gt|quot|apos|#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6}));");

  private static final int DECIMAL = 10;
  private static final int HEXADECIMAL = 16;

  private final String document;
  private final Matcher reference;

  private XmlScreen(String document) {
    this.document = document;
    this.reference = REFERENCE.matcher(document);
  }

  /// What of `text` a parser may see: all that stands behind the XML declaration.
  static String screened(String text) throws Garbled {
    String document = text.substring(declarationEnd(text));
    var screen = new XmlScreen(document);
    for (int at = 0; at < document.length(); at += Character.charCount(document.codePointAt(at))) {
      screen.look(at);
    }
    return document;
  }

  /// Whether a text may hold `c`: a character of XML that can be seen, or a blank, tab or line end.
  /// What hides or turns the direction of text, and what is no character, may not be held.
  static boolean holds(int c) {
    return c == '\t' || c == '\n' || c == '\r' || isPlain(c);
  }

  /// Whether `c` is a character of XML and neither a control nor a mark that hides or turns text.
  static boolean isPlain(int c) {
    boolean control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
    boolean nothing = (c >= 0xD800 && c <= 0xDFFF) || (c & 0xFFFE) == 0xFFFE || c == 0xFEFF;
    boolean turning =
        c == 0x061C
            || c == 0x200E
            || c == 0x200F
            || (c >= 0x202A && c <= 0x202E)
            || (c >= 0x2066 && c <= 0x2069);
    return !control && !nothing && !turning && c <= Character.MAX_CODE_POINT;
  }

  private static int declarationEnd(String text) throws Garbled {
    if (!text.startsWith("<?")) {
      return 0;
    }
    var declaration = DECLARATION.matcher(text);
    if (!declaration.lookingAt()) {
      throw Garbled.message("the body does not begin with a declaration of XML 1.0 in UTF-8");
    }
    return declaration.end();
  }

  private void look(int at) throws Garbled {
    int c = document.codePointAt(at);
    if (!holds(c)) {
      throw Garbled.message("the body has a character that no text may have");
    }
    if (c == '<' && (document.startsWith("!", at + 1) || document.startsWith("?", at + 1))) {
      throw Garbled.message("the body has more than elements and text");
    }
    if (c == '&' && !isReference(at)) {
      throw Garbled.message("the body has an entity that is none of the five");
    }
  }

  private boolean isReference(int at) {
    if (!reference.region(at, document.length()).lookingAt()) {
      return false;
    }
    String decimal = reference.group(1);
    String hexadecimal = reference.group(2);
    if (decimal != null) {
      return isPlain(Integer.parseInt(decimal, DECIMAL));
    }
    return hexadecimal == null || isPlain(Integer.parseInt(hexadecimal, HEXADECIMAL));
  }
}
