package id.sakelar.wire.iak;

import id.sakelar.wire.Codec;
import id.sakelar.wire.Limits;
import id.sakelar.wire.Operation;

/// All that can be asked of an IAK server about bills, in one format. Immutable.
///
/// @param bill inquiry, payment and status of bills; its question reads every command
/// @param priceList what can be paid, on the same path and of the same questions
public record Iak(
    Operation<Question, Reply<Answer>> bill, Operation<Question, Reply<PriceList>> priceList) {
  /// Where the price list of one kind of bills is asked for.
  public static final String TYPED_PRICE_LIST = "/api/v1/bill/check/{type}";

  /// Where a receipt is fetched as a file.
  public static final String RECEIPT_FILE = "/api/v1/download/{tr_id}";

  /// Where a receipt is fetched as [Receipt#CODEC] spells it. Refusals are spelled in XML.
  public static final String RECEIPT = "/api/v1/download/{tr_id}/1";

  /// The deposit, as the prepaid interface tells it: in JSON only.
  public static final Operation<BalanceQuestion, Balance> BALANCE =
      new Operation<>(
          "/api/check-balance",
          Codec.json(Limits.QUESTION, BalanceQuestion::read, BalanceQuestion::spelled),
          Codec.json(Limits.ANSWER, Balance::read, Balance::spelled));

  private static final String PATH = "/api/v1/bill/check";

  private static final Iak JSON = spelledIn(Format.JSON);
  private static final Iak XML = spelledIn(Format.XML);

  /// The operations as `format` spells them. A question whose media type is not of the format, or
  /// names a character set other than UTF-8, is garbled; the media type of an answer is not looked
  /// at.
  public static Iak in(Format format) {
    return switch (format) {
      case JSON -> JSON;
      case XML -> XML;
    };
  }

  private static Iak spelledIn(Format format) {
    var scribe = new Scribe(format);
    Codec<Question> questions = scribe.questions();
    return new Iak(
        new Operation<>(
            PATH,
            questions,
            Reply.codec(
                scribe.answers(Limits.ANSWER),
                Answer::isIn,
                Answer::read,
                it -> it.spelled(format))),
        new Operation<>(PATH, questions, PriceList.codec(format)));
  }
}
