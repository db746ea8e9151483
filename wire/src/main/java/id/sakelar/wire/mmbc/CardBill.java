package id.sakelar.wire.mmbc;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;

/// What an inquiry for a card shows. Immutable.
///
/// @param amount what goes to the card
/// @param debet what is taken for it, fee included
public record CardBill(Card card, Rupiah amount, Rupiah debet) {
  static CardBill read(Fields from) throws Garbled {
    return new CardBill(Card.read(from), from.amount("amount"), from.amount("debet"));
  }

  Members spelled() {
    return card.write(new Draft().text("result", "ok"))
        .amountText("amount", amount)
        .amountText("debet", debet)
        .members();
  }
}
