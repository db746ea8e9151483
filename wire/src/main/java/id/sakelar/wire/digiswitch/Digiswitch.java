package id.sakelar.wire.digiswitch;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Codec;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Limits;
import id.sakelar.wire.Operation;
import java.util.function.Function;

/// All that can be asked of a Digiswitch or Digiflazz server, in one spelling. Immutable.
///
/// @param transaction inquiry, payment and status of bills
/// @param balance the deposit, perhaps below zero
/// @param priceList what can be bought
/// @param deposit a ticket to pay into the deposit
/// @param holder who holds a PLN number
public record Digiswitch(
    Operation<Transaction, Reply<Answer>> transaction,
    Operation<BalanceQuestion, Reply<Rupiah>> balance,
    Operation<PriceListQuestion, Reply<PriceList>> priceList,
    Operation<DepositQuestion, Reply<DepositTicket>> deposit,
    Operation<HolderQuestion, Reply<Holder>> holder) {

  private static final Digiswitch DIGISWITCH = spelledIn(Spelling.DIGISWITCH);
  private static final Digiswitch DIGIFLAZZ = spelledIn(Spelling.DIGIFLAZZ);

  /// The operations as `spelling` spells them.
  public static Digiswitch in(Spelling spelling) {
    return switch (spelling) {
      case DIGISWITCH -> DIGISWITCH;
      case DIGIFLAZZ -> DIGIFLAZZ;
    };
  }

  private static Digiswitch spelledIn(Spelling spelling) {
    return new Digiswitch(
        transaction(spelling),
        balance(spelling),
        priceList(spelling),
        deposit(spelling),
        holder(spelling));
  }

  private static Operation<Transaction, Reply<Answer>> transaction(Spelling spelling) {
    return new Operation<>(
        spelling.path("transaction"),
        question(from -> Transaction.read(from, spelling), it -> it.spelled(spelling)),
        Replies.codec(Echo::isIn, from -> Answer.read(from, spelling), it -> it.spelled(spelling)));
  }

  private static Operation<BalanceQuestion, Reply<Rupiah>> balance(Spelling spelling) {
    return new Operation<>(
        spelling.path("cek-saldo"),
        question(BalanceQuestion::read, it -> it.spelled(spelling)),
        Replies.codec(
            data -> data.has("deposit"),
            data -> data.balance("deposit"),
            it -> new Draft().balance("deposit", it).members()));
  }

  private static Operation<PriceListQuestion, Reply<PriceList>> priceList(Spelling spelling) {
    return new Operation<>(
        spelling.path("price-list"),
        question(from -> PriceListQuestion.read(from, spelling), it -> it.spelled(spelling)),
        PriceList.codec(spelling));
  }

  private static Operation<DepositQuestion, Reply<DepositTicket>> deposit(Spelling spelling) {
    return new Operation<>(
        spelling.path("deposit"),
        question(DepositQuestion::read, DepositQuestion::spelled),
        Replies.codec(data -> data.has("amount"), DepositTicket::read, DepositTicket::spelled));
  }

  private static Operation<HolderQuestion, Reply<Holder>> holder(Spelling spelling) {
    return new Operation<>(
        spelling.path("inquiry-pln"),
        question(HolderQuestion::read, HolderQuestion::spelled),
        Replies.codec(data -> data.has("customer_no"), Holder::read, Holder::spelled));
  }

  private static <Q> Codec<Q> question(Fields.Reader<Q> reader, Function<Q, Members> writer) {
    return Codec.json(Limits.QUESTION, reader, writer);
  }
}
