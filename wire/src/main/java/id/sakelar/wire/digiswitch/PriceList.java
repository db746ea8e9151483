package id.sakelar.wire.digiswitch;

import id.sakelar.wire.Codec;
import id.sakelar.wire.Json;
import id.sakelar.wire.Json.Items;
import id.sakelar.wire.Limits;
import java.util.List;

/// What can be bought; perhaps nothing. Immutable.
public record PriceList(List<PricedProduct> products) {
  /// A price list of a whole tenant runs to thousands of lines.
  private static final Limits LIMITS = Limits.ANSWER.withBodyBytes(4 * 1024 * 1024);

  public PriceList {
    products = List.copyOf(products);
  }

  /// A list, or an object that says why there is none.
  static Codec<Reply<PriceList>> codec(Spelling spelling) {
    return Codec.json(
        LIMITS,
        body ->
            body.json("data") instanceof Items
                ? Reply.answered(
                    new PriceList(body.rows("data", it -> PricedProduct.read(it, spelling))))
                : Replies.refusal(body.group("data")),
        reply -> Replies.spelled(reply, list -> list.spelled(spelling)));
  }

  private Items spelled(Spelling spelling) {
    return new Items(products.stream().<Json>map(it -> it.spelled(spelling)).toList());
  }
}
