package id.sakelar.wire.digiswitch;

import java.util.Arrays;
import java.util.Optional;

/// The three words for how a transaction stands.
public enum Status {
  /// It was done.
  SUCCESS("Sukses"),

  /// It was not done, and will not be.
  FAILURE("Gagal"),

  /// Nobody knows yet.
  PENDING("Pending");

  private final String word;

  Status(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /// The status that is spelled exactly `word`.
  public static Optional<Status> of(String word) {
    return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
  }
}
