package id.sakelar.simulator.mmbc;

import id.sakelar.simulator.mmbc.Subject.OfCard;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.mmbc.Card;
import id.sakelar.wire.mmbc.CardReceipt;
import id.sakelar.wire.mmbc.Mmbc;
import id.sakelar.wire.mmbc.Reply.No;
import id.sakelar.wire.mmbc.Reply.Ok;
import id.sakelar.wire.mmbc.Sentence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the biller knows of banks and cards. Immutable.
///
/// @param holders by card; those of the documents are no whole numbers, and known all the same
/// @param former payments that were made before the book begins, by invoice, as they are printed
record Cards(List<Bank> banks, Map<String, Holder> holders, Map<String, CardReceipt> former) {
  Cards {
    banks = List.copyOf(banks);
    holders = Map.copyOf(holders);
    former = Map.copyOf(former);
  }

  /// Reads the file.
  static Cards read() {
    return Stock.read("kartukredit.json", Cards::read);
  }

  private static Cards read(Fields from) throws Garbled {
    Map<String, Holder> holders = new HashMap<>();
    var cards = from.group("cards");
    for (String number : from.members("cards").fields().keySet()) {
      holders.put(number, Holder.read(cards.group(number)));
    }
    Map<String, CardReceipt> former = new HashMap<>();
    var payments = from.group("payments");
    for (String invoice : from.members("payments").fields().keySet()) {
      former.put(invoice, receipt(payments.members(invoice)));
    }
    return new Cards(from.rows("banks", Bank::read), holders, former);
  }

  private static CardReceipt receipt(Members printed) throws Garbled {
    return switch (Mmbc.STATUS_TRANSFER.answer().read(Stock.message(printed))) {
      case Ok<CardReceipt>(CardReceipt receipt) -> receipt;
      case No<CardReceipt> _ -> throw Garbled.field("payments", "has a refusal");
    };
  }

  /// Whose the card is, known to the bank or not.
  Holder holder(OfCard asked) throws Rejection {
    bank(asked.ccCode());
    var known = Optional.ofNullable(holders.get(asked.number()));
    if (known.isPresent()) {
      return known.get();
    }
    if (Brand.of(asked.number()).isEmpty()) {
      throw new Rejection(Sentence.BRAND);
    }
    if (!Brand.isWhole(asked.number())) {
      throw new Rejection(Sentence.CARD);
    }
    return Holder.madeUp(asked.number());
  }

  /// The card as answers show it.
  Card shown(OfCard asked) throws Rejection {
    return new Card(
        bank(asked.ccCode()).ccBank(), asked.ccCode(), holder(asked).ccName(), asked.number());
  }

  private Bank bank(String code) throws Rejection {
    return banks.stream()
        .filter(it -> it.ccCode().equals(code))
        .findFirst()
        .orElseThrow(() -> new Rejection(Sentence.CC_CODE));
  }
}
