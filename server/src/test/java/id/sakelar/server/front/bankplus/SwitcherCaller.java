package id.sakelar.server.front.bankplus;

import id.sakelar.http.Heard;
import id.sakelar.money.Rupiah;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.Operation;
import id.sakelar.wire.bankplus.Switcher;
import id.sakelar.wire.bankplus.SwitcherCheck;
import id.sakelar.wire.bankplus.SwitcherHolder;
import id.sakelar.wire.bankplus.SwitcherInquiry;
import id.sakelar.wire.bankplus.SwitcherReceipt;
import id.sakelar.wire.bankplus.SwitcherReply;
import id.sakelar.wire.bankplus.SwitcherReply.Answered;
import id.sakelar.wire.bankplus.SwitcherReply.Pending;
import id.sakelar.wire.bankplus.SwitcherReply.Refused;
import id.sakelar.wire.bankplus.SwitcherReversal;
import id.sakelar.wire.bankplus.SwitcherSentence;
import id.sakelar.wire.bankplus.SwitcherTransfer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// One who calls the switcher over HTTP, in records. Safe for many threads.
record SwitcherCaller(SwitcherPremises premises) {
  SwitcherReply<SwitcherHolder> inquire(String bank, String account) throws IOException, Garbled {
    return ask(Switcher.INQUIRY, new SwitcherInquiry(Optional.empty(), bank, account));
  }

  /// A payment code for an account.
  String code(String bank, String account) throws IOException, Garbled {
    return ok(inquire(bank, account)).paymentCode();
  }

  static SwitcherTransfer transfer(
      String refnum, String code, String bank, String source, long amount) {
    return new SwitcherTransfer(
        Optional.of(refnum), code, bank, source, Rupiah.of(amount), "Narration Test");
  }

  SwitcherReply<SwitcherReceipt> send(SwitcherTransfer asked) throws IOException, Garbled {
    return ask(Switcher.TRANSFER, asked);
  }

  /// From Aloysius to the other one, with a code of its own.
  SwitcherReceipt send(String refnum, long amount) throws IOException, Garbled {
    String code = code("BRINIDJA", SwitcherPremises.API);
    return ok(send(transfer(refnum, code, "BRINIDJA", SwitcherPremises.ALOYSIUS, amount)));
  }

  SwitcherReply<SwitcherReceipt> reverse(String refnum, String target, String journal)
      throws IOException, Garbled {
    return ask(Switcher.REVERSAL, new SwitcherReversal(Optional.of(refnum), target, journal));
  }

  SwitcherReply<SwitcherReceipt> check(String refnum) throws IOException, Garbled {
    return ask(Switcher.CHECK, new SwitcherCheck(refnum));
  }

  /// The receipt of a transfer that is booked and was not reversed.
  SwitcherReceipt receiptOf(String refnum) throws IOException, Garbled {
    var told = ok(check(refnum));
    return new SwitcherReceipt(
        told.timestamp(),
        told.refnum(),
        told.source(),
        told.beneficiary(),
        told.amount(),
        told.remark(),
        told.journal(),
        Optional.empty());
  }

  <Q, A> SwitcherReply<A> ask(Operation<Q, SwitcherReply<A>> operation, Q asked)
      throws IOException, Garbled {
    var heard = premises.hear("POST", operation.path(), operation.question().write(asked).text());
    return operation.answer().read(message(heard));
  }

  static Message message(Heard heard) {
    return new Message(heard.body().mediaType(), heard.body().bytes());
  }

  static <A> A ok(SwitcherReply<A> reply) {
    return switch (reply) {
      case Answered<A>(A answer) -> answer;
      case Pending<A> _, Refused<A> _ -> throw new AssertionError(reply);
    };
  }

  /// Why not, which has to be a sentence we know.
  static SwitcherSentence no(SwitcherReply<?> reply) {
    return switch (reply) {
      case Answered<?> _, Pending<?> _ -> throw new AssertionError(reply);
      case Refused<?>(var code, var message, _) -> SwitcherSentence.of(code, message).orElseThrow();
    };
  }

  /// All answers to calls that are made at once.
  static <A> List<SwitcherReply<A>> together(List<Callable<SwitcherReply<A>>> calls)
      throws Exception {
    List<SwitcherReply<A>> replies = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(calls)) {
        replies.add(done.get());
      }
    }
    return replies;
  }
}
