package id.sakelar.wire.iak;

import id.sakelar.wire.Json.Members;
import id.sakelar.wire.iak.Reply.Answered;
import id.sakelar.wire.iak.Reply.Refused;
import id.sakelar.wire.iak.desc.Desc;

/// Puts a detail into an answer, and takes it out of one.
final class Details {
  private Details() {}

  static Answer told(Answer answer, Desc desc) {
    var owed = answer.owed();
    var other =
        new Owed(
            owed.trName(),
            owed.period(),
            owed.nominal(),
            owed.admin(),
            owed.price(),
            owed.sellingPrice(),
            desc.spelled());
    return new Answer(answer.echo(), other, answer.verdict(), answer.booking());
  }

  static Members of(Reply<Answer> reply) {
    return switch (reply) {
      case Answered<Answer>(Answer answer) -> answer.owed().desc();
      case Refused<Answer>(Verdict verdict) -> throw new AssertionError(verdict);
    };
  }
}
