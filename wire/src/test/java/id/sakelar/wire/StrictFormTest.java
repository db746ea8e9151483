package id.sakelar.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Json.Numeral;
import id.sakelar.wire.Json.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The one reader of forms: what it takes, what it refuses, and that its refusals quote nothing.
class StrictFormTest {
  private static final String NOT_UTF_8 = "a parameter is not UTF-8";
  private static final String NOT_HEX = "a percent sign has no two hexadecimal digits behind it";
  private static final String NO_NAME = "a parameter has no name of 1 to 64 visible characters";
  private static final String NO_SIGN = "a parameter has no equals sign";
  private static final String CONTROL = "a form holds a raw control character";
  private static final String NO_FORM = "the body has a media type that is no form";
  private static final String OTHER_CHARSET = "the body is not said to be UTF-8";
  private static final String NO_HEADER = "a header of the body cannot be read";

  @Test
  void a_form_is_read_in_its_order() throws Garbled {
    assertThat(form("a=1&b=&a[]=2&a[$ne]=3&%61%62=%C3%A9+%2B%26%3d&d=x%0d%0Ay").fields().toString())
        .isEqualTo(
            "{a=Text[1 chars], b=Text[0 chars], a[]=Text[1 chars], a[$ne]=Text[1 chars],"
                + " ab=Text[5 chars], d=Text[4 chars]}");
    assertThat(form("ab=%C3%A9+%2B%26%3d&d=x%0d%0Ay"))
        .isEqualTo(members("ab", "é +&=", "d", "x\r\ny"));
  }

  @Test
  void pieces_without_anything_in_them_are_no_parameters() throws Garbled {
    assertThat(form("&a=1&&b=2&")).isEqualTo(members("a", "1", "b", "2"));
    assertThat(form("&".repeat(32 * 1024))).isEqualTo(new Members(Map.of()));
  }

  static Stream<Arguments> hostile() {
    return Stream.of(
        arguments("a letter that is none", "a=%C3%28", NOT_UTF_8),
        arguments("an overlong slash", "a=%C0%AF", NOT_UTF_8),
        arguments("an overlong U+0000", "a=%C0%80", NOT_UTF_8),
        arguments("half a pair", "a=%ED%A0%80", NOT_UTF_8),
        arguments("beyond Unicode", "a=%F4%90%80%80", NOT_UTF_8),
        arguments("a letter that breaks off", "a=%E2%82&b=%AC", NOT_UTF_8),
        arguments("a letter in a name", "%FF=1", NOT_UTF_8),
        arguments("a letter u", "a=%ud800", NOT_HEX),
        arguments("one digit", "a=%4", NOT_HEX),
        arguments("no digit", "a=%", NOT_HEX),
        arguments("a sign in its digits", "a=%-1", NOT_HEX),
        arguments("letters that are no digits", "a=%zz", NOT_HEX),
        arguments("digits over a border", "a=%4&1=2", NOT_HEX),
        arguments("an escaped U+0000", "amount=1%00", "amount has a character U+0000"),
        arguments("U+0000 in a name", "a%00=1", NO_NAME),
        arguments("a raw U+0000", "a=\0", CONTROL),
        arguments("a raw line end", "a=1\r\n", CONTROL),
        arguments("a raw delete", "a=\u007f", CONTROL),
        arguments("a name twice", "amount=1&b=2&amount=1", "amount is there twice"),
        arguments("a name twice, once escaped", "amount=1&%61mount=2", "amount is there twice"),
        arguments(
            "a name twice that is not to be repeated",
            "S3cret=1&S3cret=1",
            "a parameter is there twice"),
        arguments("no name", "=1", NO_NAME),
        arguments("a blank in a name", "a+b=1", NO_NAME),
        arguments("a byte order mark", "%EF%BB%BFa=1", NO_NAME),
        arguments("a name of 65", "n".repeat(65) + "=1", NO_NAME),
        arguments("no equals sign", "a=1&b", NO_SIGN),
        arguments("JSON", "{\"a\":\"1\"}", NO_SIGN),
        arguments("JSON with an equals sign", "{\"a\":\"b=1\"}", NO_NAME),
        arguments("XML", "<mp><a>1</a></mp>", NO_SIGN),
        arguments("XML with an equals sign", "<mp%20a=\"1\"/>", NO_NAME),
        arguments(
            "a value of 513", "amount=" + "1".repeat(513), "amount is longer than 512 characters"),
        arguments("33 parameters", parameters(33), "the form has more than 32 parameters"),
        arguments("nothing", "", "the body is empty"),
        arguments(
            "one byte too many",
            "a=1" + "&".repeat(32 * 1024 - 2),
            "the body is longer than 32768 bytes"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void hostile(String name, String body, String why) {
    assertThat(name).isNotEmpty();
    refused(new Message(StrictForm.MEDIA_TYPE, body.getBytes(ISO_8859_1)), why);
  }

  @Test
  void what_is_within_the_limits_is_read() throws Garbled {
    assertThat(form(parameters(32)).fields()).hasSize(32);
    assertThat(form("n".repeat(64) + "=" + "%F0%9F%98%80".repeat(256)))
        .isEqualTo(members("n".repeat(64), "\uD83D\uDE00".repeat(256)));
    assertThat(form("a=1" + "&".repeat(32 * 1024 - 3))).isEqualTo(members("a", "1"));
  }

  @Test
  void a_form_in_another_encoding_is_refused() {
    refused(new Message(StrictForm.MEDIA_TYPE, "a=1".getBytes(UTF_16LE)), CONTROL);
    refused(new Message(StrictForm.MEDIA_TYPE, "a=é".getBytes(ISO_8859_1)), NOT_UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded",
        "Application/X-WWW-Form-Urlencoded",
        " application/x-www-form-urlencoded ; charset=UTF-8",
        "application/x-www-form-urlencoded;charset=\"utf-8\"",
      })
  void a_media_type_may_be_spelled_in_several_ways(String mediaType) throws Garbled {
    assertThat(StrictForm.body(Message.of(mediaType, "a=1"))).isEqualTo(members("a", "1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|" + NO_HEADER,
        "text/plain|" + NO_FORM,
        "application/xml|" + NO_FORM,
        "application/x-www-form-urlencoded-too|" + NO_FORM,
        "application/x-www-form-urlencoded; charset=utf-16|" + OTHER_CHARSET,
        "application/x-www-form-urlencoded; charset=ISO-8859-1|" + OTHER_CHARSET,
        "application/x-www-form-urlencoded; charset=|" + NO_HEADER,
        "application/x-www-form-urlencoded; charset=utf-8; charset=utf-16|" + NO_HEADER,
        "application/x-www-form-urlencoded, text/plain|" + NO_HEADER,
        "application/json; charset=utf-16|" + OTHER_CHARSET,
        "multipart/form-data|the multipart body has no boundary",
        "multipart/form-data; boundary=\"\"|the multipart body has no boundary",
        "multipart/form-data; boundary=\"a b\"|the multipart body has no boundary",
        "multipart/mixed; boundary=b|" + NO_FORM,
      })
  void another_media_type_is_refused(String mediaType, String why) {
    refused(Message.of(mediaType, "a=1"), why);
  }

  @Test
  void a_json_object_of_texts_and_numbers_is_a_form() throws Garbled {
    assertThat(StrictForm.body(Message.json("{\"a\":\"é\",\"b\":100000,\"c\":1e5}")))
        .isEqualTo(members("a", "é", "b", "100000", "c", "1e5"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]|the body is not a JSON object",
        "a=1|the body is not JSON, or larger than allowed",
        "{\"a\":true}|a parameter is neither a text nor a number",
        "{\"a\":null}|a parameter is neither a text nor a number",
        "{\"a\":[\"b\"]}|a parameter is neither a text nor a number",
        "{\"a\":{}}|a parameter is neither a text nor a number",
        "{\"a\":1,\"a\":1}|the body has a field twice",
        "{\"a\":\"\\ud800\"}|the body has a text that is not Unicode",
        "{\"\":1}|" + NO_NAME,
      })
  void json_that_is_no_form_is_refused(String body, String why) {
    refused(Message.json(body), why);
  }

  @Test
  void a_query_is_read_as_a_form_is() throws Garbled {
    assertThat(StrictForm.query("")).isEqualTo(new Members(Map.of()));
    assertThat(StrictForm.query("a=1&b=x+y%20z")).isEqualTo(members("a", "1", "b", "x y z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a=1&a=2|a is there twice",
        "a=%zz|" + NOT_HEX,
        "a=é|the query holds a raw character that it may not",
        "'a=1 2'|the query holds a raw character that it may not",
      })
  void a_query_is_refused_as_a_form_is(String query, String why) {
    assertThatThrownBy(() -> StrictForm.query(query)).isInstanceOf(Garbled.class).hasMessage(why);
  }

  @Test
  void what_stands_in_two_places_is_refused() throws Garbled {
    assertThat(StrictForm.join(members("a", "1"), members("b", "2")))
        .isEqualTo(members("a", "1", "b", "2"));
    assertThatThrownBy(() -> StrictForm.join(members("a", "1"), members("a", "1")))
        .isInstanceOf(Garbled.class)
        .hasMessage("a is there twice");
    assertThatThrownBy(() -> StrictForm.join(form(parameters(20)), members("a", "1", "b", "2")))
        .isInstanceOf(Garbled.class)
        .hasMessage("a is there twice");
  }

  @Test
  void a_form_is_written_as_browsers_write_it() {
    assertThat(StrictForm.write(members("a[]", "é +&=", "b", "", "c", "x_y-z.*")))
        .isEqualTo(
            Message.of(
                "application/x-www-form-urlencoded", "a%5B%5D=%C3%A9+%2B%26%3D&b=&c=x_y-z.*"));
    assertThatThrownBy(() -> StrictForm.write(new Members(Map.of("a", new Numeral("1")))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a is no text");
  }

  private static Members form(String body) throws Garbled {
    return StrictForm.body(Message.of(StrictForm.MEDIA_TYPE, body));
  }

  private static void refused(Message message, String why) {
    assertThatThrownBy(() -> StrictForm.body(message))
        .isInstanceOf(Garbled.class)
        .hasMessage(why)
        .hasNoCause();
  }

  private static String parameters(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> (char) ('a' + i % 26) + "" + i / 26 + "=1")
        .map(it -> it.replace("0=", "="))
        .collect(joining("&"));
  }

  static Members members(String... namesAndTexts) {
    Map<String, Json> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      fields.put(namesAndTexts[i], new Text(namesAndTexts[i + 1]));
    }
    return new Members(fields);
  }
}
