package id.sakelar.wire;

import id.sakelar.wire.Json.Items;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Json.Nothing;
import id.sakelar.wire.Json.Numeral;
import id.sakelar.wire.Json.Text;
import id.sakelar.wire.Json.Truth;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/// The one reader and the one writer of JSON, for every dialect.
///
/// Reads strict UTF-8 without a byte order mark, one object or list and nothing behind it, no field
/// twice, nothing beyond its [Limits], no U+0000 and no half of a surrogate pair. A body that
/// breaks a rule is refused in time proportional to its length. Safe for use by many threads.
public final class StrictJson {
  private final Limits limits;
  private final JsonFactory factory;

  public StrictJson(Limits limits) {
    this.limits = limits;
    // names come from strangers: a shared table of them would grow at their will
    this.factory =
        JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .streamReadConstraints(constraints(limits))
            .build();
  }

  private static StreamReadConstraints constraints(Limits limits) {
    return StreamReadConstraints.builder()
        .maxNestingDepth(limits.depth())
        .maxStringLength(limits.textChars())
        .maxNameLength(limits.textChars())
        .maxNumberLength(limits.numberChars())
        .build();
  }

  /// The object that is the body of `message`, whatever media type it claims.
  public Members read(Message message) throws Garbled {
    return read(
        message,
        (parser, first) -> {
          if (first != JsonToken.START_OBJECT) {
            throw Garbled.message("the body is not a JSON object");
          }
          return members(parser);
        });
  }

  /// The object or the list that is the body of `message`, for a dialect whose answers are bare
  /// lists or refusals.
  public Json readObjectOrList(Message message) throws Garbled {
    return read(
        message,
        (parser, first) -> {
          if (first != JsonToken.START_OBJECT && first != JsonToken.START_ARRAY) {
            throw Garbled.message("the body is neither a JSON object nor a list");
          }
          return value(parser, first);
        });
  }

  /// Reads a value whose first token has been taken; there is none in an empty body.
  @FunctionalInterface
  private interface Reading<T> {
    T read(JsonParser parser, @Nullable JsonToken first) throws Garbled;
  }

  private <T> T read(Message message, Reading<T> reading) throws Garbled {
    String text = utf8(message);
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
      T read = reading.read(parser, parser.nextToken());
      if (parser.nextToken() != null) {
        throw Garbled.message("the body goes on behind its JSON");
      }
      return read;
    } catch (JacksonException e) {
      // the library's words quote the body, so they stay here
      throw Garbled.message("the body is not JSON, or larger than allowed");
    }
  }

  /// `json` without blanks, in UTF-8, with no escape that is not needed.
  public Message write(Members json) {
    return written(json);
  }

  /// A bare list, spelled as [#write(Members)] spells an object.
  public Message write(Items list) {
    return written(list);
  }

  private Message written(Json json) {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator to = factory.createGenerator(ObjectWriteContext.empty(), bytes)) {
      write(json, to);
    }
    return new Message(Message.JSON, bytes.toByteArray());
  }

  private String utf8(Message message) throws Garbled {
    if (message.size() > limits.bodyBytes()) {
      throw Garbled.message("the body is longer than " + limits.bodyBytes() + " bytes");
    }
    return Utf8.decode(message.body(), "the body");
  }

  private Json value(JsonParser parser, JsonToken token) throws Garbled {
    return switch (token) {
      case START_OBJECT -> members(parser);
      case START_ARRAY -> items(parser);
      case VALUE_STRING -> new Text(clean(parser.getString()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> numeral(parser.getString());
      case VALUE_TRUE -> new Truth(true);
      case VALUE_FALSE -> new Truth(false);
      case VALUE_NULL -> new Nothing();
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw Garbled.message("the body is not JSON");
    };
  }

  private Members members(JsonParser parser) throws Garbled {
    Map<String, Json> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = clean(parser.currentName());
      Json value = value(parser, parser.nextToken());
      if (fields.put(name, value) != null) {
        throw Garbled.message("the body has a field twice");
      }
      if (fields.size() > limits.keys()) {
        throw Garbled.message("the body has an object of more than " + limits.keys() + " fields");
      }
    }
    return new Members(fields);
  }

  private Items items(JsonParser parser) throws Garbled {
    List<Json> list = new ArrayList<>();
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      list.add(value(parser, token));
    }
    return new Items(list);
  }

  /// The library counts digits only; a sign, a point and an exponent's letter are characters too.
  private Numeral numeral(String token) throws Garbled {
    if (token.length() > limits.numberChars()) {
      throw Garbled.message(
          "the body has a number of more than " + limits.numberChars() + " chars");
    }
    return new Numeral(token);
  }

  private static String clean(String text) throws Garbled {
    if (text.codePoints().anyMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF))) {
      throw Garbled.message("the body has a text that is not Unicode");
    }
    return text;
  }

  private static void write(Json json, JsonGenerator to) {
    switch (json) {
      case Text(String text) -> to.writeString(text);
      case Numeral(String token) -> to.writeNumber(token);
      case Truth(boolean isTrue) -> to.writeBoolean(isTrue);
      case Nothing() -> to.writeNull();
      case Items(var list) -> {
        to.writeStartArray();
        list.forEach(item -> write(item, to));
        to.writeEndArray();
      }
      case Members(var fields) -> {
        to.writeStartObject();
        fields.forEach((name, value) -> write(value, to.writeName(name)));
        to.writeEndObject();
      }
    }
  }
}
