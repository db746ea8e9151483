package id.sakelar.server.front.digiswitch;

import id.sakelar.conversations.Conversation;
import id.sakelar.conversations.Exchange;
import id.sakelar.server.front.PuppetBiller;
import id.sakelar.server.payment.Biller.Found;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.upstream.digiswitch.GoldenBills;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.digiswitch.Answer;
import id.sakelar.wire.digiswitch.Command;
import id.sakelar.wire.digiswitch.Digiswitch;
import id.sakelar.wire.digiswitch.Reply;
import id.sakelar.wire.digiswitch.Reply.Answered;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.Transaction;
import id.sakelar.wire.digiswitch.desc.Family;
import java.util.List;
import java.util.Map;

/// What the biller has to do so that a conversation can take place, read from its answers.
record OtherPart(List<Spoken> spoken) {
  private static final Map<String, Reason> NO_BILL =
      Map.of("02", Reason.BILLER_REFUSED, "57", Reason.NUMBER_LENGTH);

  /// A transaction that could be read, and its answer.
  record Spoken(Transaction question, Answer answer) {}

  static OtherPart of(Conversation conversation, Spelling spelling) {
    var words = Digiswitch.in(spelling).transaction();
    return new OtherPart(
        conversation.exchanges().stream()
            .filter(exchange -> exchange.request().path().equals(words.path()))
            .flatMap(exchange -> spoken(exchange, spelling).stream())
            .toList());
  }

  /// Nothing where question or answer is none: such a question never comes as far as the biller.
  private static List<Spoken> spoken(Exchange exchange, Spelling spelling) {
    var words = Digiswitch.in(spelling).transaction();
    try {
      var question = words.question().read(Message.json(exchange.request().body()));
      Reply<Answer> reply = words.answer().read(Message.json(exchange.answer().body()));
      return reply instanceof Answered<Answer>(Answer answer)
          ? List.of(new Spoken(question, answer))
          : List.of();
    } catch (Garbled _) {
      return List.of();
    }
  }

  void learn(PuppetBiller biller) throws Garbled {
    // what an inquiry showed is learnt last: a receipt may show more of the bill
    for (Spoken it : asked(Command.PAYMENT)) {
      learnPayment(biller, it);
    }
    for (Spoken it : asked(Command.INQUIRY)) {
      learnInquiry(biller, it);
    }
  }

  private List<Spoken> asked(Command command) {
    return spoken.stream().filter(it -> it.question().command() == command).toList();
  }

  private static void learnInquiry(PuppetBiller biller, Spoken it) throws Garbled {
    var reason = NO_BILL.get(it.answer().verdict().rc());
    if (reason != null) {
      biller.owes(it.question().customerNo(), () -> new Found.NoBill(reason));
    }
    if (it.answer().bill().desc().isPresent()) {
      var billed = billed(it);
      biller.owes(it.question().customerNo(), () -> billed);
    }
  }

  private static void learnPayment(PuppetBiller biller, Spoken it) throws Garbled {
    var customer = it.question().customerNo();
    switch (it.answer().verdict().rc()) {
      case "00" -> {
        var billed = billed(it);
        var serial = it.answer().sn().orElse("");
        biller.owes(customer, () -> billed);
        biller.ends(
            customer, () -> new Evidence.Success("00", serial, billed.cost(), billed.bill()));
      }
      case "02" -> biller.ends(customer, () -> new Evidence.Refused("02", Reason.BILLER_REFUSED));
      case "03" -> biller.ends(customer, () -> new Evidence.InProcess("03"));
      default -> {}
    }
  }

  private static Found.Billed billed(Spoken it) throws Garbled {
    var family = Family.of(it.question().code()).orElseThrow();
    return GoldenBills.read(it.answer().bill(), family);
  }
}
