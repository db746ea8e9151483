package id.sakelar.wire.iak;

import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.StrictXml;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The two ways to spell the same records. An answer comes in the format of its question.
public enum Format {
  JSON(Message.JSON, Message.JSON),
  XML(StrictXml.MEDIA_TYPE, "text/xml");

  private final String mediaType;
  private final String otherMediaType;

  Format(String mediaType, String otherMediaType) {
    this.mediaType = mediaType;
    this.otherMediaType = otherMediaType;
  }

  /// The format of a media type such as `application/xml; charset=utf-8`, whatever its parameters:
  /// the one to refuse in, even if the question cannot be read.
  public static Optional<Format> of(String mediaType) {
    String bare = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(it -> it.mediaType.equals(bare) || it.otherMediaType.equals(bare))
        .findFirst();
  }

  /// Checks that a question is in this format, and in UTF-8.
  void check(Message question) throws Garbled {
    if (!of(question.typeInUtf8()).equals(Optional.of(this))) {
      throw Garbled.message("the body is not declared as " + mediaType);
    }
  }
}
