package id.sakelar.wire;

import static id.sakelar.wire.StrictFormTest.members;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import id.sakelar.wire.Json.Members;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Forms in parts, as clients post them that hand their library an array.
class MultipartTest {
  private static final String BROKEN = "the multipart body cannot be read";
  private static final String NO_TEXT = "a part of the body is no plain text";
  private static final String NO_HEADER = "a header of the body cannot be read";
  private static final String FILE = "a part of the body is a file";
  private static final String TYPE = "multipart/form-data; boundary=xYz";

  @Test
  void the_texts_of_the_parts_are_the_form() throws Garbled {
    var body = body(part("a", "1"), part("b", "é\r\n--xY\r\n+%20"), part("c[]", ""));

    assertThat(read(TYPE, body)).isEqualTo(members("a", "1", "b", "é\r\n--xY\r\n+%20", "c[]", ""));
  }

  @Test
  void what_clients_add_is_taken() throws Garbled {
    var body =
        """
        --a'b:c
        CONTENT-DISPOSITION:form-data;name=a
        Content-Length: 1
        Content-Type: text/plain; charset=UTF-8
        Content-Transfer-Encoding: 8BIT

        1
        --a'b:c--
        """
            .replace("\n", "\r\n");

    assertThat(read("Multipart/Form-Data; charset=utf-8; boundary=\"a'b:c\"", body))
        .isEqualTo(members("a", "1"));
  }

  @Test
  void a_body_of_no_part_is_an_empty_form() throws Garbled {
    assertThat(read(TYPE, "--xYz--\r\n").fields()).isEmpty();
  }

  static Stream<Arguments> hostile() {
    var disposition = "Content-Disposition: form-data; name=\"a\"";
    return Stream.of(
        arguments("a file", body(headed(disposition + "; filename=\"x.txt\"", "1")), FILE),
        arguments(
            "a file without a name", body(headed(disposition + "; filename=\"\"", "1")), FILE),
        arguments("a file in UTF-8", body(headed(disposition + "; filename*=utf-8''x", "1")), FILE),
        arguments(
            "a boundary inside",
            body(headed(disposition + "\r\nContent-Type: multipart/mixed; boundary=in", "1")),
            NO_TEXT),
        arguments(
            "a picture", body(headed(disposition + "\r\nContent-Type: image/png", "1")), NO_TEXT),
        arguments(
            "another charset",
            body(headed(disposition + "\r\nContent-Type: text/plain; charset=utf-16", "1")),
            "the body is not said to be UTF-8"),
        arguments(
            "base64",
            body(headed(disposition + "\r\nContent-Transfer-Encoding: base64", "MQ==")),
            NO_TEXT),
        arguments("a name twice", body(part("a", "1"), part("a", "1")), "a is there twice"),
        arguments(
            "no name",
            body(headed("Content-Disposition: form-data", "1")),
            "a parameter has no name of 1 to 64 visible characters"),
        arguments("two names", body(headed(disposition + "; name=\"b\"", "1")), NO_HEADER),
        arguments(
            "an attachment", body(headed("Content-Disposition: attachment; name=a", "1")), BROKEN),
        arguments("no disposition", body(headed("Content-Type: text/plain", "1")), NO_HEADER),
        arguments("a header twice", body(headed(disposition + "\r\n" + disposition, "1")), BROKEN),
        arguments(
            "a folded header",
            body(headed("Content-Disposition: form-data;\r\n name=a", "1")),
            BROKEN),
        arguments("nine headers", body(headed(disposition + extra(8), "1")), BROKEN),
        arguments("no headers", body("\r\n1"), BROKEN),
        arguments("nothing in a part", "--xYz\r\n--xYz--", BROKEN),
        arguments("bare line feeds", body(part("a", "1")).replace("\r", ""), BROKEN),
        arguments("no end", "--xYz\r\n" + part("a", "1"), BROKEN),
        arguments("an end only", "--xYz", BROKEN),
        arguments("another boundary", body(part("a", "1")).replace("xYz", "xyz"), BROKEN),
        arguments("something before", "preamble\r\n" + body(part("a", "1")), BROKEN),
        arguments(
            "something behind",
            body(part("a", "1")) + "\r\nepilogue",
            "the multipart body goes on behind its end"),
        arguments("U+0000", body(part("a", "\0")), "a has a character U+0000"),
        arguments("33 parts", many(33), "the form has more than 32 parameters"),
        arguments("600 parts", many(600), "the form has more than 32 parameters"),
        arguments(
            "a part of 513", body(part("a", "1".repeat(513))), "a is longer than 512 characters"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void hostile(String name, String body, String why) {
    assertThat(name).isNotEmpty();
    assertThatThrownBy(() -> read(TYPE, body))
        .isInstanceOf(Garbled.class)
        .hasMessage(why)
        .hasNoCause();
  }

  @Test
  void a_part_in_another_encoding_is_refused() {
    var body = new Message(TYPE, body(part("a", "é")).getBytes(ISO_8859_1));

    assertThatThrownBy(() -> StrictForm.body(body))
        .isInstanceOf(Garbled.class)
        .hasMessage("a parameter is not UTF-8");
  }

  private static Members read(String mediaType, String body) throws Garbled {
    return StrictForm.body(Message.of(mediaType, body));
  }

  private static String body(String... parts) {
    return Stream.of(parts).map(it -> "--xYz\r\n" + it + "\r\n").collect(joining()) + "--xYz--\r\n";
  }

  private static String part(String name, String value) {
    return headed("Content-Disposition: form-data; name=\"" + name + "\"", value);
  }

  private static String headed(String headers, String value) {
    return headers + "\r\n\r\n" + value;
  }

  private static String extra(int count) {
    return IntStream.range(0, count).mapToObj(i -> "\r\nX-" + i + ": 1").collect(joining());
  }

  private static String many(int count) {
    return body(
        IntStream.range(0, count)
            .mapToObj(i -> "Content-Disposition:form-data;name=p" + i + "\r\n\r\n")
            .toArray(String[]::new));
  }
}
