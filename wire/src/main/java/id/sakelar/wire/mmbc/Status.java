package id.sakelar.wire.mmbc;

import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;

/// How an invoice stands, in the words of the documents.
public enum Status {
  /// Asked for, and not paid. Vehicle tax only.
  INQUIRY,

  /// Paid.
  CONFIRM,

  /// Nobody knows yet. For cards an extension: their document knows two endings only.
  PENDING,

  /// Not paid, and will not be; or the money came back.
  REFUND;

  static Status read(Fields from) throws Garbled {
    String word = from.text("status");
    for (Status status : values()) {
      if (status.name().equals(word)) {
        return status;
      }
    }
    throw Garbled.field("status", "is no status");
  }
}
