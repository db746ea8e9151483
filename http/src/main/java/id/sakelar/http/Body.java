package id.sakelar.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/// What a request or an answer carries: bytes, and the media type they were declared to have.
///
/// The media type is the whole text of the header, parameters included; empty if there was none.
/// Nothing is decoded here. Immutable; the bytes go in and come out as copies. Its text leaves the
/// bytes out, since they may hold secrets.
public final class Body {
  public static final Body NONE = new Body("", new byte[0]);

  private final String mediaType;
  private final byte[] bytes;

  private Body(String mediaType, byte[] bytes) {
    this.mediaType = mediaType;
    this.bytes = bytes;
  }

  public static Body of(String mediaType, byte[] bytes) {
    return new Body(mediaType, bytes.clone());
  }

  /// `text` in UTF-8.
  public static Body of(String mediaType, String text) {
    return new Body(mediaType, text.getBytes(UTF_8));
  }

  public String mediaType() {
    return mediaType;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public int size() {
    return bytes.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Body body
        && mediaType.equals(body.mediaType)
        && Arrays.equals(bytes, body.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * mediaType.hashCode() + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes of " + (mediaType.isEmpty() ? "no declared type" : mediaType);
  }
}
