package id.sakelar.wire;

import id.sakelar.wire.Json.Items;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Json.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads the elements of one document that has been screened. For one thread and one document.
final class XmlTree {
  /// What an element may be called. A colon, which would make a name space of it, is not in it.
  static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9._-]{0,63}");

  private final XMLStreamReader parser;
  private final Limits limits;
  private final int most;
  private final boolean lists;
  private int elements;

  XmlTree(XMLStreamReader parser, Limits limits, int most, boolean lists) {
    this.parser = parser;
    this.limits = limits;
    this.most = most;
    this.lists = lists;
  }

  Members read(String root) throws Garbled, XMLStreamException {
    if (next() != XMLStreamConstants.START_ELEMENT || !parser.getLocalName().equals(root)) {
      throw Garbled.message("the body is not an element " + root);
    }
    Json element = element(1);
    if (next() != XMLStreamConstants.END_DOCUMENT) {
      throw Garbled.message("the body goes on behind its element " + root);
    }
    if (element instanceof Text(String text) && !text.isBlank()) {
      throw Garbled.message("the body is an element " + root + " of text");
    }
    return element instanceof Members fields ? fields : new Members(Map.of());
  }

  /// The next thing that is not a blank outside the root.
  private int next() throws XMLStreamException {
    int event = parser.next();
    while (event == XMLStreamConstants.SPACE) {
      event = parser.next();
    }
    return event;
  }

  /// The element that has just begun.
  private Json element(int depth) throws Garbled, XMLStreamException {
    enter(depth);
    Map<String, List<Json>> children = new LinkedHashMap<>();
    var text = new StringBuilder();
    for (int event = parser.next();
        event != XMLStreamConstants.END_ELEMENT;
        event = parser.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        add(children, parser.getLocalName(), element(depth + 1));
      } else {
        text.append(parser.getText());
      }
    }
    return children.isEmpty() ? text(text.toString()) : members(children, text);
  }

  private void enter(int depth) throws Garbled {
    elements++;
    if (depth > limits.depth() || elements > most) {
      throw Garbled.message(
          "the body has more than " + most + " elements, or more than " + limits.depth() + " deep");
    }
    if (parser.getAttributeCount() > 0) {
      throw Garbled.message("the body has an attribute");
    }
    if (!NAME.matcher(parser.getLocalName()).matches()) {
      throw Garbled.message("the body has an element whose name is none");
    }
  }

  private void add(Map<String, List<Json>> children, String name, Json child) throws Garbled {
    List<Json> same = children.computeIfAbsent(name, _ -> new ArrayList<>(1));
    same.add(child);
    if (same.size() > 1 && !lists) {
      throw Garbled.message("the body has a field twice");
    }
    if (children.size() > limits.keys()) {
      throw Garbled.message("the body has an element of more than " + limits.keys() + " fields");
    }
  }

  private Text text(String text) throws Garbled {
    if (text.length() > limits.textChars()) {
      throw Garbled.message("the body has a text of more than " + limits.textChars() + " chars");
    }
    return new Text(text);
  }

  private static Members members(Map<String, List<Json>> children, CharSequence between)
      throws Garbled {
    if (!between.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\n' || c == '\r')) {
      throw Garbled.message("the body has text between its elements");
    }
    Map<String, Json> fields = new LinkedHashMap<>();
    children.forEach(
        (name, same) -> fields.put(name, same.size() == 1 ? same.getFirst() : new Items(same)));
    return new Members(fields);
  }
}
