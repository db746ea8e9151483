package id.sakelar.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import id.sakelar.wire.Json.Items;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Json.Nothing;
import id.sakelar.wire.Json.Numeral;
import id.sakelar.wire.Json.Text;
import id.sakelar.wire.Json.Truth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The one reader of JSON: what it takes, what it refuses, and that its refusals quote nothing.
class StrictJsonTest {
  private static final String NOT_JSON = "the body is not JSON, or larger than allowed";
  private static final String NOT_AN_OBJECT = "the body is not a JSON object";
  private static final String NOT_UTF_8 = "the body is not UTF-8";
  private static final String NOT_UNICODE = "the body has a text that is not Unicode";

  private final StrictJson json = new StrictJson(Limits.QUESTION);

  static Stream<Arguments> hostile() {
    return Stream.of(
        arguments("nothing", "", NOT_AN_OBJECT),
        arguments("a list", "[]", NOT_AN_OBJECT),
        arguments("null", "null", NOT_AN_OBJECT),
        arguments("a web page", "<html>502</html>", NOT_JSON),
        arguments("a form", "a=1&b=2", NOT_JSON),
        arguments("a body that breaks off", "{\"a\": 1", NOT_JSON),
        arguments("a text that breaks off", "{\"a\": \"1", NOT_JSON),
        arguments("a byte order mark", "\uFEFF{}", NOT_JSON),
        arguments("trailing data", "{} {}", "the body goes on behind its JSON"),
        arguments("trailing garbage", "{}x", NOT_JSON),
        arguments("a key twice", "{\"a\":1,\"a\":1}", "the body has a field twice"),
        arguments(
            "a key twice, once escaped", "{\"a\":1,\"\\u0061\":2}", "the body has a field twice"),
        arguments("a key twice, deep", "{\"a\":[{\"b\":1,\"b\":2}]}", "the body has a field twice"),
        arguments("a comment", "{/* */}", NOT_JSON),
        arguments("single quotes", "{'a':1}", NOT_JSON),
        arguments("a bare key", "{a:1}", NOT_JSON),
        arguments("a trailing comma", "{\"a\":1,}", NOT_JSON),
        arguments("a missing value", "{\"a\":}", NOT_JSON),
        arguments("a list of nothing and a comma", "{\"a\":[,]}", NOT_JSON),
        arguments("not a number", "{\"a\":NaN}", NOT_JSON),
        arguments("infinity", "{\"a\":-Infinity}", NOT_JSON),
        arguments("a leading zero", "{\"a\":0123}", NOT_JSON),
        arguments("a leading plus", "{\"a\":+1}", NOT_JSON),
        arguments("hexadecimal", "{\"a\":0x10}", NOT_JSON),
        arguments("a dot without digits", "{\"a\":1.}", NOT_JSON),
        arguments("Arabic-Indic digits", "{\"a\":\u0661\u0662}", NOT_JSON),
        arguments("a raw line feed in a text", "{\"a\":\"b\nc\"}", NOT_JSON),
        arguments("a raw U+0000", "{\"a\":\"\0\"}", NOT_JSON),
        arguments("an escaped U+0000", "{\"a\":\"\\u0000\"}", NOT_UNICODE),
        arguments("an escaped U+0000 in a key", "{\"\\u0000\":1}", NOT_UNICODE),
        arguments("half a pair, high", "{\"a\":\"\\ud83d\"}", NOT_UNICODE),
        arguments("half a pair, low", "{\"a\":\"\\ude00x\"}", NOT_UNICODE),
        arguments("a pair the wrong way round", "{\"a\":\"\\ude00\\ud83d\"}", NOT_UNICODE),
        arguments("depth 9", deep(9), NOT_JSON),
        arguments("depth 16 000", "[".repeat(16_000), NOT_AN_OBJECT),
        arguments("depth 8 000 in an object", "{\"a\":".repeat(5_000), NOT_JSON),
        arguments("65 keys", keys(65), "the body has an object of more than 64 fields"),
        arguments("a key of 513", "{\"" + "k".repeat(513) + "\":1}", NOT_JSON),
        arguments("a text of 513", "{\"a\":\"" + "x".repeat(513) + "\"}", NOT_JSON),
        arguments("32 kB of text", "{\"a\":\"" + "x".repeat(32_000) + "\"}", NOT_JSON),
        arguments("a number of 21", "{\"a\":" + "9".repeat(21) + "}", NOT_JSON),
        arguments(
            "a number of 21 with its sign and point",
            "{\"a\":-1.123456789012345678}",
            "the body has a number of more than 20 chars"),
        arguments("32 kB of digits", "{\"a\":" + "9".repeat(32_000) + "}", NOT_JSON),
        arguments("32 kB of decimals", "{\"a\":0." + "9".repeat(32_000) + "}", NOT_JSON),
        arguments(
            "an unknown field of 32 kB digits", "{\"b\":1e" + "9".repeat(32_000) + "}", NOT_JSON),
        arguments(
            "one byte too many",
            " ".repeat(32 * 1024 - 1) + "{}",
            "the body is longer than 32768 bytes"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void hostile(String name, String body, String why) {
    assertThat(name).isNotEmpty();
    assertThatThrownBy(() -> json.read(Message.json(body)))
        .isInstanceOf(Garbled.class)
        .hasMessage(why)
        .hasNoCause();
  }

  static Stream<Arguments> hostileBytes() {
    return Stream.of(
        arguments("UTF-16", "{\"a\":1}".getBytes(UTF_16LE), NOT_JSON),
        arguments("Latin 1", "{\"a\":\"é\"}".getBytes(ISO_8859_1), NOT_UTF_8),
        arguments("an overlong slash", bytes("{\"a\":\"", 0xC0, 0xAF, "\"}"), NOT_UTF_8),
        arguments("half a pair in UTF-8", bytes("{\"a\":\"", 0xED, 0xA0, "\u0080\"}"), NOT_UTF_8),
        arguments("a character that breaks off", bytes("{\"a\":\"", 0xE2, 0x82, "\"}"), NOT_UTF_8));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void hostileBytes(String name, byte[] body, String why) {
    assertThat(name).isNotEmpty();
    assertThatThrownBy(() -> json.read(new Message(Message.JSON, body)))
        .isInstanceOf(Garbled.class)
        .hasMessage(why);
  }

  @Test
  void what_is_within_the_limits_is_read() throws Garbled {
    assertThat(json.read(Message.json(deep(8))).fields()).hasSize(1);
    assertThat(json.read(Message.json(keys(64))).fields()).hasSize(64);
    assertThat(json.read(Message.json(" ".repeat(32 * 1024 - 2) + "{}")).fields()).isEmpty();
    assertThat(json.read(Message.json("{\"a\":\"" + "x".repeat(512) + "\"}")))
        .isEqualTo(new Members(Map.of("a", new Text("x".repeat(512)))));
  }

  @Test
  void numbers_keep_their_spelling() throws Garbled {
    assertThat(json.read(Message.json("{\"a\":[1e5,-0.50,12345678901234567890]}")))
        .isEqualTo(
            new Members(
                Map.of(
                    "a",
                    new Items(
                        List.of(
                            new Numeral("1e5"),
                            new Numeral("-0.50"),
                            new Numeral("12345678901234567890"))))));
  }

  @Test
  void every_kind_of_value_is_read_and_written_back() throws Garbled {
    String body = "{\"b\":\"é/\uD83D\uDE00\\n\\u001f\",\"a\":[true,false,null,{}],\"c\":-1.5}";

    var read = json.read(Message.json(body));

    assertThat(read.fields().get("a"))
        .isEqualTo(
            new Items(
                List.of(new Truth(true), new Truth(false), new Nothing(), new Members(Map.of()))));
    assertThat(json.write(read).text()).isEqualTo(body);
  }

  @Test
  void a_refusal_quotes_nothing_of_the_body() {
    var garbled =
        assertThrows(Garbled.class, () -> json.read(Message.json("{\"pin\": rahasia123}")));

    assertThat(garbled).hasMessage(NOT_JSON).hasNoCause();
  }

  @Test
  void nothing_prints_its_content() throws Garbled {
    var message = Message.json("{\"pin\":\"rahasia\",\"nik\":123456}");

    assertThat(message).hasToString("Message[application/json, 30 bytes]");
    assertThat(json.read(message)).hasToString("Members[pin, nik]");
    assertThat(json.read(message).fields().values().toString())
        .isEqualTo("[Text[7 chars], Numeral[6 chars]]");
  }

  private static String deep(int levels) {
    return "{\"a\":" + "[".repeat(levels - 1) + "]".repeat(levels - 1) + "}";
  }

  private static String keys(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"k" + i + "\":0")
        .collect(joining(",", "{", "}"));
  }

  private static byte[] bytes(String before, int first, int second, String after) {
    byte[] head = before.getBytes(UTF_8);
    byte[] tail = after.getBytes(ISO_8859_1);
    byte[] all = new byte[head.length + 2 + tail.length];
    System.arraycopy(head, 0, all, 0, head.length);
    all[head.length] = (byte) first;
    all[head.length + 1] = (byte) second;
    System.arraycopy(tail, 0, all, head.length + 2, tail.length);
    return all;
  }
}
