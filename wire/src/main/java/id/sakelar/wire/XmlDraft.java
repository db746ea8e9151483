package id.sakelar.wire;

import id.sakelar.wire.Json.Items;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Json.Nothing;
import id.sakelar.wire.Json.Numeral;
import id.sakelar.wire.Json.Text;
import id.sakelar.wire.Json.Truth;

/// Writes one XML document, an element a line. For one thread and one document.
final class XmlDraft {
  private static final String INDENT = "  ";

  private final StringBuilder to = new StringBuilder("<?xml version=\"1.0\"?>");

  String document(String root, Members fields) {
    element(root, fields, 0);
    return to.toString();
  }

  private void element(String name, Json json, int depth) {
    switch (json) {
      case Text(String text) -> leaf(name, text, depth);
      case Numeral(String token) -> leaf(name, token, depth);
      case Truth(boolean isTrue) -> leaf(name, Boolean.toString(isTrue), depth);
      case Nothing() -> line(depth).append('<').append(named(name)).append("/>");
      case Items(var list) -> list.forEach(item -> element(name, item, depth));
      case Members members -> group(name, members, depth);
    }
  }

  private void leaf(String name, String text, int depth) {
    line(depth).append('<').append(named(name)).append('>');
    text.codePoints().forEach(this::escape);
    to.append("</").append(name).append('>');
  }

  private void group(String name, Members members, int depth) {
    line(depth).append('<').append(named(name));
    if (isEmpty(members)) {
      to.append("/>");
      return;
    }
    to.append('>');
    members.fields().forEach((field, value) -> element(field, value, depth + 1));
    line(depth).append("</").append(name).append('>');
  }

  /// Whether nothing is written of `members`: a list of nothing leaves no trace.
  private static boolean isEmpty(Members members) {
    return members.fields().values().stream()
        .allMatch(it -> it instanceof Items(var list) && list.isEmpty());
  }

  private static String named(String name) {
    if (!XmlTree.NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no element can be called as this field is");
    }
    return name;
  }

  private StringBuilder line(int depth) {
    return to.append('\n').append(INDENT.repeat(depth));
  }

  private void escape(int c) {
    switch (c) {
      case '&' -> to.append("&amp;");
      case '<' -> to.append("&lt;");
      case '>' -> to.append("&gt;");
      default -> to.appendCodePoint(XmlScreen.isPlain(c) ? c : '?');
    }
  }
}
