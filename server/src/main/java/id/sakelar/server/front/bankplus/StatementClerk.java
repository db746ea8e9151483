package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.AccountStore;
import id.sakelar.server.banking.BankAccount;
import id.sakelar.server.banking.End;
import id.sakelar.server.banking.Look;
import id.sakelar.server.banking.Operation;
import id.sakelar.server.banking.Order;
import id.sakelar.server.banking.OurBank;
import id.sakelar.server.banking.StatementStore;
import id.sakelar.server.banking.Transfer;
import id.sakelar.wire.bankplus.Reply;
import id.sakelar.wire.bankplus.Sentence;
import id.sakelar.wire.bankplus.Statement;
import id.sakelar.wire.bankplus.StatementQuestion;

/// Tells what moved on a customer's account, with the agent's PIN. Of an agent's own account there
/// is none: bills move it too. Thread-safe.
record StatementClerk(
    PinDesk pins,
    LookDesk looks,
    AccountStore accounts,
    StatementStore statements,
    OurBank bank,
    Traces traces,
    Refuser refuser)
    implements Clerk<StatementQuestion, Statement> {
  /// As many as fit on a slip of paper.
  private static final int MOST = 10;

  @Override
  public Reply<Statement> answer(Visit visit, StatementQuestion question) {
    return pins.findFault(visit, question.pinTransaksi())
        .<Reply<Statement>>map(refuser::no)
        .orElseGet(
            () ->
                looks.look(
                    visit,
                    Look.STATEMENT,
                    question.accountNum(),
                    account -> ofCustomer(visit, account)));
  }

  private Reply<Statement> ofCustomer(Visit visit, BankAccount account) {
    return account.isSavings()
        ? Reply.done(statement(account), AgentTelling.card(visit.agent()))
        : refuser.no(Sentence.NO_ACCOUNT);
  }

  private Statement statement(BankAccount account) {
    var end = new End(bank.code(), account.number());
    var lines = statements.newest(end, MOST).stream().map(transfer -> line(transfer, end)).toList();
    return new Statement(
        account.number(),
        account.holder().name(),
        accounts.balance(account),
        bank.name(),
        traces.now(),
        lines);
  }

  private static Statement.Line line(Transfer transfer, End end) {
    var order = transfer.order();
    boolean isCredit = order.target().equals(end);
    return new Statement.Line(
        transfer.openedAt(),
        Traces.of(transfer),
        narration(order),
        isCredit,
        isCredit ? order.amount() : transfer.total());
  }

  /// What the agent wrote, or else what it was for.
  private static String narration(Order order) {
    var remark = order.facts().remark();
    return remark.isBlank() ? word(order.id().operation()) : remark;
  }

  private static String word(Operation operation) {
    return switch (operation) {
      case OPENING -> "Setoran awal";
      case DEPOSIT -> "Setor tunai";
      case WITHDRAWAL -> "Tarik tunai";
      case INTRABANK, INTERBANK, SWITCHED -> "Transfer";
      case REVERSAL -> "Pengembalian transfer";
    };
  }
}
