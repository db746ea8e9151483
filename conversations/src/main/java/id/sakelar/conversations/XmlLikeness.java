package id.sakelar.conversations;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// XML as lines that are equal for answers that are alike: the same elements in the same nesting
/// and order, the same texts — of some elements no text.
///
/// A line is a path and a text, `mp.desc.tenor=030`. Stateless.
public final class XmlLikeness {
  private XmlLikeness() {}

  /// The lines of an XML document without attributes.
  ///
  /// @param mayDiffer paths whose texts do not count, such as `mp.balance`; a path stands for
  ///   everything below it
  /// @throws IllegalArgumentException if it is no XML
  public static List<String> of(String xml, List<String> mayDiffer) {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      return lines(factory.createXMLStreamReader(new StringReader(xml)), mayDiffer);
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException("the answer is not XML", e);
    }
  }

  private static List<String> lines(XMLStreamReader from, List<String> mayDiffer)
      throws XMLStreamException {
    List<String> lines = new ArrayList<>();
    Deque<String> path = new ArrayDeque<>();
    while (from.hasNext()) {
      switch (from.next()) {
        case XMLStreamReader.START_ELEMENT -> {
          path.addLast(from.getLocalName());
          lines.add(String.join(".", path) + "=");
        }
        case XMLStreamReader.CHARACTERS -> tell(lines, from.getText().strip(), mayDiffer);
        case XMLStreamReader.END_ELEMENT -> path.removeLast();
        default -> {}
      }
    }
    return List.copyOf(lines);
  }

  /// Adds a text to the line of its element.
  private static void tell(List<String> lines, String text, List<String> mayDiffer) {
    String element = lines.removeLast();
    String path = element.substring(0, element.indexOf('='));
    boolean counts =
        mayDiffer.stream().noneMatch(it -> path.equals(it) || path.startsWith(it + "."));
    lines.add(counts || text.isEmpty() ? element + text : path + "=any");
  }
}
