package id.sakelar.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import id.sakelar.wire.Json.Items;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Json.Nothing;
import id.sakelar.wire.Json.Numeral;
import id.sakelar.wire.Json.Text;
import id.sakelar.wire.Json.Truth;
import java.net.URLEncoder;
import java.util.Map;

/// The one reader and the one writer of forms: parameters with a name and a text, however they
/// came.
///
/// A form is a query, a body of `application/x-www-form-urlencoded`, one of `multipart/form-data`
/// without files, or a JSON object of texts and numbers. It has at most 32 parameters, none twice,
/// with names of 1 to 64 visible ASCII characters and values of at most 512; a body is at most 32
/// kB long and strict UTF-8, and no text holds U+0000. Names are compared as they stand: one with
/// brackets is another name. What breaks a rule is refused in time proportional to its length, and
/// the refusal quotes no value.
///
/// What is read is an object of [Text] only, for [Fields] to look at.
public final class StrictForm {
  /// What [#write] writes.
  public static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

  private static final String MULTIPART = "multipart/form-data";
  private static final Limits LIMITS = Limits.QUESTION;
  private static final StrictJson JSON = new StrictJson(LIMITS);

  private StrictForm() {}

  /// The parameters of a raw query, as it stood behind the question mark; none if it is empty.
  public static Members query(String raw) throws Garbled {
    if (raw.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw Garbled.message("the query holds a raw character that it may not");
    }
    var gathering = new Gathering();
    pairs(raw, gathering);
    return gathering.members();
  }

  /// The parameters of a body of one of the three media types.
  ///
  /// @throws Garbled also if the body is empty, has another media type or claims another charset
  public static Members body(Message message) throws Garbled {
    if (message.size() == 0) {
      throw Garbled.message("the body is empty");
    }
    if (message.size() > LIMITS.bodyBytes()) {
      throw Garbled.message("the body is longer than " + LIMITS.bodyBytes() + " bytes");
    }
    var type = HeaderValue.parse(message.mediaType()).inUtf8();
    var gathering = new Gathering();
    switch (type.word()) {
      case MEDIA_TYPE -> pairs(new String(message.body(), ISO_8859_1), gathering);
      case MULTIPART -> Multipart.read(type, message.body(), gathering);
      case Message.JSON -> texts(JSON.read(message), gathering);
      default -> throw Garbled.message("the body has a media type that is no form");
    }
    return gathering.members();
  }

  /// Two forms as one, as if all had stood in one place.
  public static Members join(Members one, Members other) throws Garbled {
    var gathering = new Gathering();
    texts(one, gathering);
    texts(other, gathering);
    return gathering.members();
  }

  /// A body of `application/x-www-form-urlencoded`.
  ///
  /// @throws IllegalArgumentException if anything in `form` is no text
  public static Message write(Members form) {
    return Message.of(
        MEDIA_TYPE, form.fields().entrySet().stream().map(StrictForm::pair).collect(joining("&")));
  }

  private static String pair(Map.Entry<String, Json> field) {
    if (!(field.getValue() instanceof Text(String text))) {
      throw new IllegalArgumentException(field.getKey() + " is no text");
    }
    return URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(text, UTF_8);
  }

  private static void pairs(String encoded, Gathering to) throws Garbled {
    int start = 0;
    while (start < encoded.length()) {
      int found = encoded.indexOf('&', start);
      int end = found < 0 ? encoded.length() : found;
      if (end > start) {
        pair(encoded.substring(start, end), to);
      }
      start = end + 1;
    }
  }

  private static void pair(String encoded, Gathering to) throws Garbled {
    int sign = encoded.indexOf('=');
    if (sign < 0) {
      throw Garbled.message("a parameter has no equals sign");
    }
    to.add(Percent.decode(encoded.substring(0, sign)), Percent.decode(encoded.substring(sign + 1)));
  }

  private static void texts(Members members, Gathering to) throws Garbled {
    for (var field : members.fields().entrySet()) {
      to.add(field.getKey(), text(field.getValue()));
    }
  }

  private static String text(Json json) throws Garbled {
    return switch (json) {
      case Text(String text) -> text;
      case Numeral(String token) -> token;
      case Truth _, Nothing _, Items _, Members _ ->
          throw Garbled.message("a parameter is neither a text nor a number");
    };
  }
}
