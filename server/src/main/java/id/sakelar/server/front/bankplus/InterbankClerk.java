package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.Bank;
import id.sakelar.server.banking.BankStore;
import id.sakelar.server.banking.Denial;
import id.sakelar.server.banking.Orders;
import id.sakelar.server.banking.Orders.Told;
import id.sakelar.server.banking.Transfers;
import id.sakelar.server.banking.Transfers.Leave;
import id.sakelar.server.front.bankplus.TransferDesk.Words;
import id.sakelar.wire.bankplus.InterbankPayment;
import id.sakelar.wire.bankplus.InterbankReceipt;
import id.sakelar.wire.bankplus.Reply;
import id.sakelar.wire.bankplus.Sentence;
import java.util.Locale;
import java.util.Optional;

/// Sends money from the agent's float to an account of another bank, once, on the terms of an
/// inquiry. Thread-safe.
record InterbankClerk(
    PinDesk pins,
    TransferDesk desk,
    Transfers transfers,
    Orders orders,
    BankStore banks,
    TransferTelling telling,
    Refuser refuser)
    implements Clerk<InterbankPayment, InterbankReceipt> {
  @Override
  public Reply<InterbankReceipt> answer(Visit visit, InterbankPayment question) {
    return pins.findFault(visit, question.pin())
        .<Reply<InterbankReceipt>>map(refuser::no)
        .orElseGet(() -> onTerms(visit, question));
  }

  private Reply<InterbankReceipt> onTerms(Visit visit, InterbankPayment question) {
    var leave = findLeave(visit, question);
    if (leave.isEmpty()) {
      return refuser.no(Sentence.NO_INQUIRY);
    }
    return InterbankInquiryClerk.findOther(banks, telling.bank(), question.bankCode())
        .filter(bank -> isAsInquired(question, leave.get(), bank))
        .map(bank -> pay(visit, question, leave.get(), bank))
        .orElseGet(() -> refuser.no(Sentence.TERMS));
  }

  private Optional<Leave> findLeave(Visit visit, InterbankPayment question) {
    return transfers.findLeave(visit.agent().partner(), question.transactionId());
  }

  private static boolean isAsInquired(InterbankPayment question, Leave leave, Bank bank) {
    return leave.end().bank().equals(bank.code())
        && leave.end().account().equals(question.accountNumber())
        && folded(bank.shortName()).equals(folded(question.bankName()));
  }

  private static String folded(String name) {
    return name.strip().toUpperCase(Locale.ROOT);
  }

  /// An inquiry is paid once, so that its number names the payment where the agent does not.
  private Reply<InterbankReceipt> pay(
      Visit visit, InterbankPayment question, Leave leave, Bank bank) {
    var reference = visit.sid() == null ? question.transactionId() : visit.sid();
    var composing =
        orders.interbank(
            desk.teller(visit),
            reference,
            leave,
            question.amount(),
            new Told(question.adminFee(), question.accountName()));
    return desk.make(visit, leave.end(), composing, words(visit, question, bank));
  }

  private Words<InterbankReceipt> words(Visit visit, InterbankPayment question, Bank bank) {
    return new Words<>(
        transfer -> telling.abroad(transfer, bank.shortName()),
        why ->
            why == Denial.NO_LEAVE && isUsed(visit, question)
                ? Sentence.REFERENCE_USED
                : Denials.abroad(why));
  }

  /// An inquiry that was paid is not to be made again.
  private boolean isUsed(Visit visit, InterbankPayment question) {
    return findLeave(visit, question).filter(Leave::used).isPresent();
  }
}
