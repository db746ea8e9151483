package id.sakelar.wire.bankplus;

import id.sakelar.wire.Codec;
import id.sakelar.wire.Message;
import java.util.List;

/// All that an agent can ask of a Bank+ platform: what the document describes, and what a counter
/// cannot live without. All but [#LOGIN] come with a session.
public final class Bankplus {
  /// The header that carries the session.
  public static final String SESSION = "sessionid";

  /// The header in which an agent may name what it asks for, 1 to 64 of `A-Z a-z 0-9 . _ : -`: what
  /// comes again under the same name is not done again.
  public static final String SID = "sid";

  public static final Service<Login, LoggedIn> LOGIN =
      Service.post(
          "users/auth",
          Questions.codec(Login::read, Login::spelled),
          Replies.codec(
              new Replies.Content<>(
                  _ -> "Login berhasil", LoggedIn::read, (to, answer) -> answer.write(to))));

  public static final Service<Blank, Blank> LOGOUT =
      Service.plain("users/logout", Replies.blank("Ok."));

  /// How many accounts the agent opened, deposits it took and balances it showed in a month.
  public static final Service<Month, List<Graph.Numbered>> BSA_GRAPH =
      Service.post(
          "dashboard/bsa",
          Questions.codec(Month::read, Month::spelled),
          Replies.list("Data ditemukan!", Graph.Numbered::read, Graph.Numbered::spelled));

  /// How many bills the agent took payment for, by product.
  public static final Service<AnyMonth, List<Graph>> BILL_GRAPH = sales("bill");

  /// How many purchases the agent made, by product.
  public static final Service<AnyMonth, List<Graph>> PURCHASE_GRAPH = sales("purchase");

  /// How many agents began, by month.
  public static final Service<Blank, List<Graph>> GROWTH_GRAPH = graph("agentGrowth");

  /// How many agents there are, by province.
  public static final Service<Blank, List<Graph>> SPREAD_GRAPH = graph("agentSpread");

  /// The postal codes of a village.
  public static final Service<RegionQuestion, List<PostalCode>> REGION =
      Service.post(
          "wilayah/get",
          Questions.codec(RegionQuestion::read, RegionQuestion::spelled),
          Replies.list("Data wilayah di temukan", PostalCode::read, PostalCode::spelled));

  public static final Service<Blank, List<Choice>> JOBS = choices("jobs");

  public static final Service<Blank, List<Choice>> EDUCATIONS = choices("educations");

  public static final Service<Blank, List<Choice>> SALARIES = choices("salaries");

  /// How much a customer expects to move.
  public static final Service<Blank, List<Choice>> TRANSACTIONS = choices("transactions");

  public static final Service<Blank, List<BankLine>> BANKS =
      Service.plain(
          "bank/list",
          Replies.countedList("Berhasil menampilkan list bank", BankLine::read, BankLine::spelled));

  /// Takes in a picture of a customer's identity card; an extension.
  public static final Service<Message, Picture> CARD_PICTURE = picture("ktp");

  /// Takes in a picture of a customer; an extension.
  public static final Service<Message, Picture> PORTRAIT_PICTURE = picture("foto");

  public static final Service<ChangePassword, Blank> CHANGE_PASSWORD =
      Service.post(
          "account/changepass",
          Questions.codec(ChangePassword::read, ChangePassword::spelled),
          Replies.blank("Perubahan password berhasil dilakukan"));

  /// An extension.
  public static final Service<ChangePin, Blank> CHANGE_PIN =
      Service.post(
          "account/changepin",
          Questions.codec(ChangePin::read, ChangePin::spelled),
          Replies.blank("Perubahan PIN berhasil dilakukan"));

  /// The agent's own account.
  public static final Service<Blank, Account.Own> BALANCE =
      Service.plain(
          "account/balance",
          Replies.object("Balance Agen", Account.Own::read, Account.Own::spelled));

  /// Whose account it is.
  public static final Service<CheckAccount, Account.Checked> CHECK_ACCOUNT =
      Service.post(
          "bsa/checkAccount",
          Questions.codec(CheckAccount::read, CheckAccount::spelled),
          Replies.object("Inquiry result.", Account.Checked::read, Account.Checked::spelled));

  public static final Service<CustomerBalance, Account> CUSTOMER_BALANCE =
      Service.post(
          "bsa/customerbalance",
          Questions.codec(CustomerBalance::read, CustomerBalance::spelled),
          Replies.object(Account::shown, Account::read, Account::spelled));

  public static final Service<OpenAccount, OpenedAccount> OPEN_ACCOUNT =
      Service.post(
          "bsa/openAccount",
          Questions.codec(OpenAccount::read, OpenAccount::spelled),
          Replies.object(
              "Transaksi Buka Rekening berhasil dilakukan.",
              OpenedAccount::read,
              OpenedAccount::spelled));

  /// Cash in.
  public static final Service<DepositAccount, CashReceipt> DEPOSIT_ACCOUNT =
      Service.post(
          "bsa/depositAccount",
          Questions.codec(DepositAccount::read, DepositAccount::spelled),
          Replies.object(CashReceipt::told, CashReceipt::read, CashReceipt::spelledIn));

  /// Cash out. An extension.
  public static final Service<Withdraw, CashReceipt> WITHDRAW =
      Service.post(
          "bsa/withdraw",
          Questions.codec(Withdraw::read, Withdraw::spelled),
          Replies.object(CashReceipt::told, CashReceipt::read, CashReceipt::spelledOut));

  /// An extension.
  public static final Service<StatementQuestion, Statement> STATEMENT =
      Service.post(
          "bsa/statement",
          Questions.codec(StatementQuestion::read, StatementQuestion::spelled),
          Replies.object("Mutasi rekening.", Statement::read, Statement::spelled));

  /// An extension.
  public static final Service<ChangeCustomerPin, Blank> CHANGE_CUSTOMER_PIN =
      Service.post(
          "bsa/changePin",
          Questions.codec(ChangeCustomerPin::read, ChangeCustomerPin::spelled),
          Replies.blank("Perubahan PIN nasabah berhasil dilakukan"));

  public static final Service<IntrabankInquiry, IntrabankQuote> INTRABANK_INQUIRY =
      Service.post(
          "bsa/transfer/intrabank/inquiry",
          Questions.codec(IntrabankInquiry::read, IntrabankInquiry::spelled),
          Replies.object(
              "Success intrabank transfer Inquiry!",
              IntrabankQuote::read,
              IntrabankQuote::spelled));

  public static final Service<IntrabankPayment, IntrabankReceipt> INTRABANK_PAYMENT =
      Service.post(
          "bsa/transfer/intrabank/payment",
          Questions.codec(IntrabankPayment::read, IntrabankPayment::spelled),
          Replies.object(
              IntrabankReceipt::told, IntrabankReceipt::read, IntrabankReceipt::spelled));

  public static final Service<InterbankInquiry, InterbankQuote> INTERBANK_INQUIRY =
      Service.post(
          "bsa/transfer/interbank/inquiry",
          Questions.codec(InterbankInquiry::read, InterbankInquiry::spelled),
          Replies.object(
              "Success interbank transfer Inquiry!",
              InterbankQuote::read,
              InterbankQuote::spelled));

  public static final Service<InterbankPayment, InterbankReceipt> INTERBANK_PAYMENT =
      Service.post(
          "bsa/transfer/interbank/payment",
          Questions.codec(InterbankPayment::read, InterbankPayment::spelled),
          Replies.object(
              "Berhasil transfer antar bank!", InterbankReceipt::read, InterbankReceipt::spelled));

  /// What is owed for a product. An extension.
  public static final Service<BillInquiry, Bill> BILL_INQUIRY =
      Service.post(
          "bill/inquiry",
          Questions.codec(BillInquiry::read, BillInquiry::spelled),
          Replies.object("Tagihan ditemukan!", Bill::read, Bill::spelled));

  /// Pays it. An extension.
  public static final Service<BillPayment, Bill.Paid> BILL_PAYMENT =
      Service.post(
          "bill/payment",
          Questions.codec(BillPayment::read, BillPayment::spelled),
          Replies.object("Pembayaran berhasil dilakukan!", Bill.Paid::read, Bill.Paid::spelled));

  private Bankplus() {}

  private static Service<Message, Picture> picture(String name) {
    return Service.post(
        "bsa/image/" + name,
        Picture.QUESTION,
        Replies.object("Gambar berhasil disimpan", Picture::read, Picture::spelled));
  }

  private static Service<AnyMonth, List<Graph>> sales(String name) {
    return Service.plain("dashboard/" + name, AnyMonth.CODEC, columns());
  }

  private static Service<Blank, List<Graph>> graph(String name) {
    return Service.plain("dashboard/" + name, columns());
  }

  private static Codec<Reply<List<Graph>>> columns() {
    return Replies.list("Data ditemukan!", Graph::read, Graph::spelled);
  }

  private static Service<Blank, List<Choice>> choices(String name) {
    return Service.plain(
        "master/" + name, Replies.list("Menampilkan data", Choice::read, Choice::spelled));
  }
}
