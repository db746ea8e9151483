package id.sakelar.wire.iak;

import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import java.util.Arrays;
import java.util.Optional;

/// How a payment stands, in the answer to a status question.
public enum Status {
  /// The bill was inquired, and nobody has asked for its payment.
  NOT_RECEIVED(0),
  SUCCESS(1),
  FAILED(2),
  PROCESSING(3);

  private final int number;

  Status(int number) {
    this.number = number;
  }

  /// The number on the wire.
  public int number() {
    return number;
  }

  static Optional<Status> find(Fields from) throws Garbled {
    Optional<Integer> number = from.findCount("status");
    return number.isPresent() ? Optional.of(of(number.get())) : Optional.empty();
  }

  private static Status of(int number) throws Garbled {
    return Arrays.stream(values())
        .filter(it -> it.number == number)
        .findFirst()
        .orElseThrow(() -> Garbled.field("status", "is not from 0 to 3"));
  }
}
