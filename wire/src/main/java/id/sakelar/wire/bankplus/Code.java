package id.sakelar.wire.bankplus;

import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import java.util.Arrays;

/// What the field `code` says. The document shows the status of some in `debug.status`; they go out
/// with that HTTP status, and those for which it shows none with 200.
public enum Code {
  /// Done.
  DONE("00", 200, Shape.ANSWER),

  /// Nobody knows yet. An extension.
  PENDING("68", 200, Shape.BARE),

  /// The bank behind the platform says no.
  REFUSED("-1", 200, Shape.BANK),

  /// There is no such user with that password.
  LOGIN("2102", 401, Shape.LOGIN),

  /// The session is not, or no longer, known.
  SESSION_NOT_FOUND("SESSION_NOT_FOUND", 401, Shape.PLATFORM),

  /// The PIN is wrong, or no longer tried.
  INVALID_PIN("INVALID_PIN", 400, Shape.PLATFORM),

  /// There is nothing to show.
  NOT_FOUND("NOT_FOUND", 200, Shape.BARE),

  /// The old password is wrong, or the new one cannot be one.
  UPDATE_NONE("UPDATE_NONE", 200, Shape.BARE),

  /// The question cannot be read. An extension.
  BAD_REQUEST("BAD_REQUEST", 400, Shape.PLATFORM),

  /// The agent may not do this. An extension.
  FORBIDDEN("FORBIDDEN", 403, Shape.PLATFORM),

  /// The agent asks too much. An extension.
  TOO_MANY_REQUESTS("TOO_MANY_REQUESTS", 429, Shape.PLATFORM),

  /// We have broken off, and nothing has moved. An extension.
  INTERNAL("INTERNAL", 500, Shape.PLATFORM);

  /// What stands beside code and message.
  enum Shape {
    /// What was asked for.
    ANSWER,
    /// Empty data.
    BARE,
    /// What the bank said.
    BANK,
    /// No data, and a status.
    LOGIN,
    /// Empty data, a status and a name.
    PLATFORM
  }

  private final String word;
  private final int httpStatus;
  private final Shape shape;

  Code(String word, int httpStatus, Shape shape) {
    this.word = word;
    this.httpStatus = httpStatus;
    this.shape = shape;
  }

  /// As it is spelled.
  public String word() {
    return word;
  }

  public int httpStatus() {
    return httpStatus;
  }

  Shape shape() {
    return shape;
  }

  static Code read(Fields from) throws Garbled {
    String word = from.text("code");
    return Arrays.stream(values())
        .filter(it -> it.word.equals(word))
        .findFirst()
        .orElseThrow(() -> Garbled.field("code", "is none"));
  }
}
