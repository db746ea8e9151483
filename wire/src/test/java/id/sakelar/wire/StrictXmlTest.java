package id.sakelar.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import id.sakelar.wire.Json.Items;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Json.Nothing;
import id.sakelar.wire.Json.Numeral;
import id.sakelar.wire.Json.Text;
import id.sakelar.wire.Json.Truth;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The one reader of XML: what it takes, what it refuses, and that its refusals quote nothing.
class StrictXmlTest {
  private static final String MORE = "the body has more than elements and text";
  private static final String ENTITY = "the body has an entity that is none of the five";
  private static final String CHARACTER = "the body has a character that no text may have";
  private static final String DECLARATION =
      "the body does not begin with a declaration of XML 1.0 in UTF-8";
  private static final String NOT_XML = "the body is not XML";
  private static final String NO_ROOT = "the body is not an element mp";
  private static final String ATTRIBUTE = "the body has an attribute";
  private static final String NAME = "the body has an element whose name is none";
  private static final String TOO_MANY = "the body has more than 64 elements, or more than 8 deep";
  private static final String MIXED = "the body has text between its elements";
  private static final String TWICE = "the body has a field twice";
  private static final String NOT_UTF_8 = "the body is not UTF-8";

  private final StrictXml questions = StrictXml.ofQuestions("mp");
  private final StrictXml answers = StrictXml.ofAnswers("mp", Limits.ANSWER);

  static Stream<Arguments> hostile() {
    return Stream.concat(declared(), Stream.concat(shaped(), large()));
  }

  private static Stream<Arguments> declared() {
    return Stream.of(
        arguments("a file", xxe("SYSTEM \"file:///etc/passwd\""), MORE),
        arguments("a page", xxe("SYSTEM \"http://127.0.0.1:9/x\""), MORE),
        arguments("a jar", xxe("SYSTEM \"jar:http://127.0.0.1:9/x.jar!/y\""), MORE),
        arguments("a netdoc", xxe("SYSTEM \"netdoc:///etc/passwd\""), MORE),
        arguments("a public name", xxe("PUBLIC \"x\" \"http://127.0.0.1:9/x\""), MORE),
        arguments(
            "a parameter entity",
            "<!DOCTYPE mp [<!ENTITY % x SYSTEM \"http://127.0.0.1:9/x\"> %x;]><mp><a>1</a></mp>",
            MORE),
        arguments("a foreign DTD", "<!DOCTYPE mp SYSTEM \"http://127.0.0.1:9/x\"><mp/>", MORE),
        arguments("an empty DTD", "<!DOCTYPE mp><mp><a>1</a></mp>", MORE),
        arguments("a DTD in small letters", "<!doctype mp><mp><a>1</a></mp>", MORE),
        arguments("a DTD behind", "<mp><a>1</a></mp><!DOCTYPE mp>", MORE),
        arguments("billion laughs", laughs(), MORE),
        arguments(
            "a quadratic blow-up",
            "<!DOCTYPE mp [<!ENTITY a \""
                + "a".repeat(9_000)
                + "\">]><mp><a>"
                + "&a;".repeat(5_000)
                + "</a></mp>",
            MORE),
        arguments("an entity nobody declared", "<mp><a>&b;</a></mp>", ENTITY),
        arguments("an entity that breaks off", "<mp><a>&amp</a></mp>", ENTITY),
        arguments("a bare ampersand", "<mp><a>a & b</a></mp>", ENTITY),
        arguments("U+0000 by number", "<mp><a>&#0;</a></mp>", ENTITY),
        arguments("a control by number", "<mp><a>&#10;</a></mp>", ENTITY),
        arguments("half a pair by number", "<mp><a>&#xD800;</a></mp>", ENTITY),
        arguments("a mark that turns text by number", "<mp><a>&#x202E;</a></mp>", ENTITY),
        arguments("no character by number", "<mp><a>&#xFFFF;</a></mp>", ENTITY),
        arguments("beyond Unicode", "<mp><a>&#x110000;</a></mp>", ENTITY),
        arguments("a number of many digits", "<mp><a>&#" + "0".repeat(99) + "65;</a></mp>", ENTITY),
        arguments("a style sheet", "<?xml-stylesheet href=\"x\"?><mp/>", DECLARATION),
        arguments("an instruction inside", "<mp><?php x ?><a>1</a></mp>", MORE),
        arguments("a declaration inside", "<mp><?xml version=\"1.0\"?></mp>", MORE),
        arguments("a declaration behind a blank", " <?xml version=\"1.0\"?><mp/>", MORE),
        arguments("XML 1.1", "<?xml version=\"1.1\"?><mp/>", DECLARATION),
        arguments("Latin 1", encoded("ISO-8859-1"), DECLARATION),
        arguments("UTF-7", encoded("UTF-7"), DECLARATION),
        arguments("EBCDIC", encoded("Cp037"), DECLARATION),
        arguments("UTF-16", encoded("UTF-16"), DECLARATION),
        arguments("CDATA", "<mp><a><![CDATA[1]]></a></mp>", MORE),
        arguments("split CDATA", "<mp><a><![CDATA[1]]]]><![CDATA[>2]]></a></mp>", MORE),
        arguments("a comment in a number", "<mp><a>97<!-- -->32789</a></mp>", MORE),
        arguments("the end of CDATA alone", "<mp><a>]]></a></mp>", NOT_XML));
  }

  private static Stream<Arguments> shaped() {
    return Stream.of(
        arguments("nothing", "", NOT_XML),
        arguments("a JSON object", "{\"a\":1}", NOT_XML),
        arguments("a document that breaks off", "<mp><a>1</a>", NOT_XML),
        arguments("ends the wrong way round", "<mp><a><b>1</a></b></mp>", NOT_XML),
        arguments("two roots", "<mp><a>1</a></mp><mp><a>2</a></mp>", NOT_XML),
        arguments("text behind", "<mp><a>1</a></mp>x", NOT_XML),
        arguments("another root", "<pm><a>1</a></pm>", NO_ROOT),
        arguments("a root in capitals", "<MP><a>1</a></MP>", NO_ROOT),
        arguments("a root of text", "<mp>1</mp>", "the body is an element mp of text"),
        arguments("a field twice", "<mp><a>1</a><a>2</a></mp>", TWICE),
        arguments("a field twice, apart", "<mp><a>1</a><b>1</b><a>2</a></mp>", TWICE),
        arguments("a field twice, deep", "<mp><b><a>1</a><a>1</a></b></mp>", TWICE),
        arguments("an attribute", "<mp><a b=\"1\">1</a></mp>", ATTRIBUTE),
        arguments("an attribute of the root", "<mp a=\"1\"><a>1</a></mp>", ATTRIBUTE),
        arguments("a name space", "<mp xmlns=\"x\"><a>1</a></mp>", ATTRIBUTE),
        arguments("a schema", "<mp xsi:schemaLocation=\"x y\"><a>1</a></mp>", ATTRIBUTE),
        arguments("an inclusion", "<mp><xi:include href=\"x\"/></mp>", ATTRIBUTE),
        arguments("a prefix", "<mp><x:tr_id>1</x:tr_id></mp>", NAME),
        arguments("a prefixed root", "<x:mp><a>1</a></x:mp>", NO_ROOT),
        arguments("a name of another script", "<mp><\u0101>1</\u0101></mp>", NAME),
        arguments("text between", "<mp>x<a>1</a></mp>", MIXED),
        arguments("text behind a field", "<mp><a>1</a>2</mp>", MIXED),
        arguments("a wide blank between", "<mp>\u3000<a>1</a></mp>", MIXED),
        arguments("a raw U+0000", "<mp><a>\0</a></mp>", CHARACTER),
        arguments("a raw control", "<mp><a>\u0001</a></mp>", CHARACTER),
        arguments("a raw C1 control", "<mp><a>\u0085</a></mp>", CHARACTER),
        arguments("a raw mark that turns text", "<mp><a>\u202e1</a></mp>", CHARACTER),
        arguments("a raw mark that isolates text", "<mp><a>\u2066</a></mp>", CHARACTER),
        arguments("U+FFFE", "<mp><a>\ufffe</a></mp>", CHARACTER),
        arguments("U+1FFFF", "<mp><a>\ud83f\udfff</a></mp>", CHARACTER),
        arguments("a byte order mark", "\ufeff<mp><a>1</a></mp>", CHARACTER));
  }

  private static Stream<Arguments> large() {
    return Stream.of(
        arguments("depth 9", deep(9), TOO_MANY),
        arguments("depth 101", deep(101), TOO_MANY),
        arguments("depth 10 000", "<mp>" + "<a>".repeat(10_000), TOO_MANY),
        arguments("65 elements", fields(64), TOO_MANY),
        arguments("8 000 elements", "<mp>" + "<a/>".repeat(8_000) + "</mp>", TWICE),
        arguments("100 attributes", attributes(100), ATTRIBUTE),
        arguments("3 000 attributes", attributes(3_000), NOT_XML),
        arguments(
            "a text of 513",
            "<mp><a>" + "x".repeat(513) + "</a></mp>",
            "the body has a text of more than 512 chars"),
        arguments(
            "32 kB of text",
            "<mp><a>" + "x".repeat(32_000) + "</a></mp>",
            "the body has a text of more than 512 chars"),
        arguments(
            "32 kB of entities",
            "<mp><a>" + "&amp;".repeat(6_000) + "</a></mp>",
            "the body has a text of more than 512 chars"),
        arguments("a name of 65", "<mp><" + "a".repeat(65) + "/></mp>", NAME),
        arguments("32 kB of name", "<mp><" + "a".repeat(32_000) + "/></mp>", NOT_XML),
        arguments("32 kB of blanks in a declaration", "<?xml" + " ".repeat(32_000), DECLARATION),
        arguments("32 kB of ampersands", "&".repeat(32_000), ENTITY),
        arguments("32 kB of opened brackets", "<mp>" + "<".repeat(32_000), NOT_XML),
        arguments(
            "one byte too many",
            "<mp/>" + " ".repeat(32 * 1024 - 4),
            "the body is longer than 32768 bytes"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void hostile(String name, String body, String why) {
    assertThat(name).isNotEmpty();
    assertThatThrownBy(() -> questions.read(xml(body)))
        .isInstanceOf(Garbled.class)
        .hasMessage(why)
        .hasNoCause();
  }

  static Stream<Arguments> hostileBytes() {
    String declared = "<?xml version=\"1.0\"?><mp><a>1</a></mp>";
    return Stream.of(
        arguments("UTF-16, little end first", declared.getBytes(UTF_16LE), CHARACTER),
        arguments("UTF-16, big end first", declared.getBytes(UTF_16BE), CHARACTER),
        arguments("UTF-16 with its mark", ("\ufeff" + declared).getBytes(UTF_16BE), NOT_UTF_8),
        arguments("EBCDIC", declared.getBytes(Charset.forName("IBM037")), NOT_UTF_8),
        arguments("Latin 1", "<mp><a>é</a></mp>".getBytes(ISO_8859_1), NOT_UTF_8),
        arguments("an overlong slash", bytes(0xC0, 0xAF), NOT_UTF_8),
        arguments("half a pair", bytes(0xED, 0xA0), NOT_UTF_8),
        arguments("a character that breaks off", bytes(0xE2, 0x82), NOT_UTF_8));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void hostileBytes(String name, byte[] body, String why) {
    assertThat(name).isNotEmpty();
    assertThatThrownBy(() -> questions.read(new Message(StrictXml.MEDIA_TYPE, body)))
        .isInstanceOf(Garbled.class)
        .hasMessage(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<?xml version=\"1.0\"?>",
        "<?xml version=\"1.0\" ?>\n",
        "<?xml version='1.0' encoding='utf-8'?>\r\n",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\" ?>",
        "\n\n"
      })
  void a_document_may_declare_itself(String declaration) throws Garbled {
    assertThat(questions.read(xml(declaration + "<mp><a>1</a></mp>\n")))
        .isEqualTo(new Members(Map.of("a", new Text("1"))));
  }

  @Test
  void what_is_within_the_limits_is_read() throws Garbled {
    assertThat(questions.read(xml(deep(8))).fields()).hasSize(1);
    assertThat(questions.read(xml(fields(63))).fields()).hasSize(63);
    assertThat(questions.read(xml("<mp/>" + " ".repeat(32 * 1024 - 5))).fields()).isEmpty();
    assertThat(questions.read(xml("<mp><a>" + "x".repeat(512) + "</a></mp>")))
        .isEqualTo(new Members(Map.of("a", new Text("x".repeat(512)))));
  }

  @Test
  void texts_keep_their_blanks_and_lose_their_escapes() throws Garbled {
    String body = "<mp>\n\t<a> &lt;&#65;&#x1F600;&gt;&amp;&quot;&apos; </a>\r\n <b></b><c/></mp>";

    assertThat(questions.read(xml(body)).fields())
        .containsExactly(
            Map.entry("a", new Text(" <A\uD83D\uDE00>&\"' ")),
            Map.entry("b", new Text("")),
            Map.entry("c", new Text("")));
  }

  @Test
  void elements_of_one_name_are_a_list_in_answers_only() throws Garbled {
    String body = "<mp><a>1</a><b>2</b><a><c>3</c></a></mp>";

    assertThat(answers.read(xml(body)).fields())
        .containsExactly(
            Map.entry(
                "a", new Items(List.of(new Text("1"), new Members(Map.of("c", new Text("3")))))),
            Map.entry("b", new Text("2")));
    assertThatThrownBy(() -> questions.read(xml(body))).isInstanceOf(Garbled.class);
  }

  @Test
  void an_answer_may_be_longer_than_a_question() throws Garbled {
    String rows = "<a><b>1</b></a>".repeat(8_000);

    var read = answers.read(xml("<mp>" + rows + "</mp>"));

    assertThat(new Fields(read).repeated("a", it -> it.text("b"))).hasSize(8_000);
    assertThatThrownBy(() -> answers.read(xml("<mp>" + "<a/>".repeat(17_000) + "</mp>")))
        .hasMessage("the body has more than 16384 elements, or more than 8 deep");
    assertThatThrownBy(() -> answers.read(xml(fields(65))))
        .hasMessage("the body has an element of more than 64 fields");
  }

  @Test
  void every_kind_of_value_is_written() {
    Map<String, Json> fields = new LinkedHashMap<>();
    fields.put("text", new Text("a<b>&c]]>\"'"));
    fields.put("number", new Numeral("-1"));
    fields.put("truth", new Truth(true));
    fields.put("nothing", new Nothing());
    fields.put("empty", new Text(""));
    fields.put("list", new Items(List.of(new Text("1"), new Text("2"))));
    fields.put("none", new Items(List.of()));
    fields.put("group", new Members(Map.of("in", new Text("x"))));
    fields.put("hollow", new Members(Map.of("none", new Items(List.of()))));

    var written = answers.write(new Members(fields));

    assertThat(written.mediaType()).isEqualTo("application/xml");
    assertThat(written.text())
        .isEqualTo(
            """
            <?xml version="1.0"?>
            <mp>
              <text>a&lt;b&gt;&amp;c]]&gt;"'</text>
              <number>-1</number>
              <truth>true</truth>
              <nothing/>
              <empty></empty>
              <list>1</list>
              <list>2</list>
              <group>
                <in>x</in>
              </group>
              <hollow/>
            </mp>""");
  }

  @Test
  void what_cannot_be_read_is_written_as_a_question_mark() throws Garbled {
    String hidden = "a\0\t\n\r\u001f\u007f\u0085\u200e\u202e\u2069\ufeff\uffff\ud83d\u00e9";

    var written = questions.write(new Members(Map.of("a", new Text(hidden))));

    assertThat(questions.read(written))
        .isEqualTo(new Members(Map.of("a", new Text("a" + "?".repeat(13) + "\u00e9"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a>", "1a", "a:b", "NO. RESI"})
  void a_field_that_no_element_can_be_called_is_not_written(String name) {
    assertThatThrownBy(() -> questions.write(new Members(Map.of(name, new Text("")))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no element can be called as this field is");
  }

  private static Message xml(String body) {
    return Message.of(StrictXml.MEDIA_TYPE, body);
  }

  private static String xxe(String entity) {
    return "<?xml version=\"1.0\"?><!DOCTYPE mp [<!ENTITY x "
        + entity
        + ">]><mp><username>&x;</username></mp>";
  }

  private static String laughs() {
    return IntStream.range(1, 10)
        .mapToObj(i -> "<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">")
        .collect(joining("", "<!DOCTYPE mp [<!ENTITY l0 \"lol\">", "]><mp><a>&l9;</a></mp>"));
  }

  private static String encoded(String charset) {
    return "<?xml version=\"1.0\" encoding=\"" + charset + "\"?><mp><a>1</a></mp>";
  }

  private static String deep(int levels) {
    return "<mp>" + "<a>".repeat(levels - 2) + "<b>1</b>" + "</a>".repeat(levels - 2) + "</mp>";
  }

  private static String attributes(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> " a" + i + "=\"\"")
        .collect(joining("", "<mp", "/>"));
  }

  private static String fields(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "<k" + i + ">0</k" + i + ">")
        .collect(joining("", "<mp>", "</mp>"));
  }

  private static byte[] bytes(int first, int second) {
    byte[] body = "<mp><a>__</a></mp>".getBytes(UTF_8);
    body[7] = (byte) first;
    body[8] = (byte) second;
    return body;
  }
}
