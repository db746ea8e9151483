package id.sakelar.wire;

import id.sakelar.wire.Json.Members;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The one reader and the one writer of XML, for every dialect that speaks it. An element of text
/// is a text, an element of elements is an object, and elements of one name side by side are a
/// list, so that [Fields] reads XML as it reads JSON.
///
/// Reads strict UTF-8 without a byte order mark, one root of the expected name, elements and text
/// and nothing else: no document type, comment, CDATA section, processing instruction, attribute,
/// name space, entity beyond the five, mixed content, control or mark that turns the direction of
/// text. Nothing is ever fetched. A body that breaks a rule is refused in time proportional to its
/// length. Safe for use by many threads.
public final class StrictXml {
  /// The media type of everything written here.
  public static final String MEDIA_TYPE = "application/xml";

  /// Many enough for any answer; the shortest element that says anything is longer.
  private static final int BYTES_PER_ELEMENT = 16;

  private static final int ELEMENTS_IN_QUESTION = 64;

  private final String root;
  private final Limits limits;
  private final int elements;
  private final boolean lists;

  private StrictXml(String root, Limits limits, int elements, boolean lists) {
    this.root = root;
    this.limits = limits;
    this.elements = elements;
    this.lists = lists;
  }

  /// For what partners send us: up to 64 elements, and no field twice.
  public static StrictXml ofQuestions(String root) {
    return new StrictXml(root, Limits.QUESTION, ELEMENTS_IN_QUESTION, false);
  }

  /// For what billers answer us, within `limits`: elements of one name side by side are a list. One
  /// alone cannot be told from a field, so lists are read with [Fields#repeated].
  public static StrictXml ofAnswers(String root, Limits limits) {
    return new StrictXml(root, limits, limits.bodyBytes() / BYTES_PER_ELEMENT, true);
  }

  /// The root that is the body of `message`, whatever media type it claims.
  public Members read(Message message) throws Garbled {
    String document = XmlScreen.screened(text(message));
    try {
      var tree = new XmlTree(parser(document), limits, elements, lists);
      return tree.read(root);
    } catch (XMLStreamException _) {
      // the library's words quote the body, so they stay here
      throw Garbled.message("the body is not XML");
    }
  }

  /// `fields` inside the root, in UTF-8: one element a line, indented by two blanks. Characters
  /// that [#read] would refuse, and line ends, become question marks.
  ///
  /// @throws IllegalArgumentException if a name cannot be that of an element
  public Message write(Members fields) {
    return Message.of(MEDIA_TYPE, new XmlDraft().document(root, fields));
  }

  private String text(Message message) throws Garbled {
    if (message.size() > limits.bodyBytes()) {
      throw Garbled.message("the body is longer than " + limits.bodyBytes() + " bytes");
    }
    return Utf8.decode(message.body(), "the body");
  }

  private static XMLStreamReader parser(String document) throws XMLStreamException {
    // one for each document: the library's factories remember the last one
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory.createXMLStreamReader(new StringReader(document));
  }
}
