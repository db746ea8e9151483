package id.sakelar.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/// What travels in one direction: a media type and a body.
///
/// Two messages are equal if media type and bytes are. Prints its size and never its content.
/// Immutable: the bytes are copied in and out.
public final class Message {
  /// The media type of everything our JSON dialects write.
  public static final String JSON = "application/json";

  private final String mediaType;
  private final byte[] body;

  public Message(String mediaType, byte[] body) {
    this.mediaType = mediaType;
    this.body = body.clone();
  }

  /// A message whose body is `text` in UTF-8.
  public static Message of(String mediaType, String text) {
    return new Message(mediaType, text.getBytes(UTF_8));
  }

  /// A JSON message whose body is `text` in UTF-8.
  public static Message json(String text) {
    return of(JSON, text);
  }

  public String mediaType() {
    return mediaType;
  }

  /// The media type without its parameters, in lower case.
  ///
  /// @throws Garbled if it cannot be read, or names a character set other than UTF-8
  public String typeInUtf8() throws Garbled {
    return HeaderValue.parse(mediaType).inUtf8().word();
  }

  /// A copy of the bytes.
  public byte[] body() {
    return body.clone();
  }

  /// The number of bytes in the body.
  public int size() {
    return body.length;
  }

  /// The body as UTF-8; bytes that are not UTF-8 become U+FFFD. For showing and comparing: a reader
  /// that decides anything goes through [StrictJson].
  public String text() {
    return new String(body, UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Message that
        && mediaType.equals(that.mediaType)
        && Arrays.equals(body, that.body);
  }

  @Override
  public int hashCode() {
    return 31 * mediaType.hashCode() + Arrays.hashCode(body);
  }

  @Override
  public String toString() {
    return "Message[" + mediaType + ", " + body.length + " bytes]";
  }
}
