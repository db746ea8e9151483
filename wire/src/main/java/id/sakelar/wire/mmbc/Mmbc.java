package id.sakelar.wire.mmbc;

import id.sakelar.wire.Codec;
import id.sakelar.wire.Draft;
import java.util.List;

/// All that can be asked of an MMBC server, after "API Documentation KARTU KREDIT" 1.0 of 5 March
/// 2020 and the e-Samsat document of July 2019.
public final class Mmbc {
  /// Whose cards can be paid.
  public static final Service<ListCc, List<CreditCard>> LISTCC =
      new Service<>(
          "GET",
          card("listcc"),
          new Form<>(_ -> new ListCc(), _ -> new Draft().members()),
          Replies.list(CreditCard::read, CreditCard::spelled));

  /// Whose card it is, and what a payment to it takes.
  public static final Service<InquiryAcc, CardBill> INQUIRY_ACC =
      Service.post(
          card("inquiry_acc"),
          new Form<>(InquiryAcc::read, InquiryAcc::spelled),
          Replies.object(CardBill::read, CardBill::spelled));

  private static final Codec<Reply<CardReceipt>> CARD_RECEIPT =
      Replies.object(CardReceipt::read, CardReceipt::spelled);

  /// Pays a card bill.
  public static final Service<TransferAcc, CardReceipt> TRANSFER_ACC =
      Service.post(
          card("transfer_acc"), new Form<>(TransferAcc::read, TransferAcc::spelled), CARD_RECEIPT);

  /// How the payment of a card bill stands.
  public static final Service<StatusTransfer, CardReceipt> STATUS_TRANSFER =
      Service.post(
          card("status_transfer"),
          new Form<>(StatusTransfer::read, StatusTransfer::spelled),
          CARD_RECEIPT);

  /// In which regions vehicle tax can be paid.
  public static final Service<ListEsamsat, List<SamsatProduct>> LIST_ESAMSAT =
      Service.post(
          samsat("list_esamsat"),
          new Form<>(ListEsamsat::read, ListEsamsat::spelled),
          Replies.list(SamsatProduct::read, SamsatProduct::spelled));

  /// What tax a vehicle owes.
  public static final Service<InquiryEsamsat, SamsatBill> INQUIRY_ESAMSAT =
      Service.post(
          samsat("inquiry_esamsat"),
          new Form<>(InquiryEsamsat::read, InquiryEsamsat::spelled),
          Replies.object(SamsatBill::read, SamsatBill::spelled));

  private static final Codec<Reply<SamsatReceipt>> SAMSAT_RECEIPT =
      Replies.object(SamsatReceipt::read, SamsatReceipt::spelled);

  /// Pays the tax of an inquiry. The document gives it 60 seconds.
  public static final Service<PayEsamsat, SamsatReceipt> PAY_ESAMSAT =
      Service.post(
          samsat("pay_esamsat"), new Form<>(PayEsamsat::read, PayEsamsat::spelled), SAMSAT_RECEIPT);

  /// How an inquiry or a payment of vehicle tax stands.
  public static final Service<StatusInvoice, SamsatReceipt> STATUS_INVOICE =
      Service.post(
          samsat("status_invoice"),
          new Form<>(StatusInvoice::read, StatusInvoice::spelled),
          SAMSAT_RECEIPT);

  private Mmbc() {}

  private static String card(String name) {
    return "/json/kartukredit/" + name;
  }

  private static String samsat(String name) {
    return "/json/esamsat/" + name;
  }
}
