package id.sakelar.server.front.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.server.front.FrontContract;
import id.sakelar.server.front.Key;
import id.sakelar.server.front.Premises;
import id.sakelar.server.partner.Secret;
import id.sakelar.server.partner.Verifier;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.bankplus.Bankplus;
import id.sakelar.wire.bankplus.Bill;
import id.sakelar.wire.bankplus.BillInquiry;
import id.sakelar.wire.bankplus.BillPayment;
import id.sakelar.wire.bankplus.LoggedIn;
import id.sakelar.wire.bankplus.Refusal;
import id.sakelar.wire.bankplus.Reply;
import id.sakelar.wire.bankplus.Sentence;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Bills, as agents pay them: what every front owes its partners.
///
/// The dialect has no question after how a payment stands but to pay again. So of a bill that was
/// not paid nobody's number is asked after.
class BillFrontTest extends FrontContract {
  private static final SecureRandom CHANCE = new SecureRandom();
  private static final String NOBODYS = "987654321098";
  private static final Rupiah TOTAL = Rupiah.of(11_000);

  private final Map<String, Desk> desks = new ConcurrentHashMap<>();
  private final Map<String, HttpResponse<String>> inquiries = new ConcurrentHashMap<>();
  private final Map<String, String> payments = new ConcurrentHashMap<>();
  private final Branch branch = Branch.open();

  @Override
  protected Premises open() {
    branch.premises.introduce(
        BankplusFront.DIALECT, key -> Verifier.of(new Secret(key.key()), CHANCE));
    for (int i = 0; i < Key.ALL.size(); i++) {
      var key = Key.ALL.get(i);
      branch.enlist(Demo.of(key.username(), key.partner(), key.key(), i));
    }
    return branch.premises;
  }

  private static Demo demo(Key key) {
    int number = Key.ALL.stream().map(Key::username).toList().indexOf(key.username());
    return Demo.of(key.username(), key.partner(), key.key(), Math.max(number, 0));
  }

  @Override
  protected HttpResponse<String> send(Key key, Ask ask, String reference, String customer)
      throws Exception {
    var login = Desk.at(branch).logIn(demo(key));
    if (!(Desk.reply(Bankplus.LOGIN, login) instanceof Reply.Done<LoggedIn>(LoggedIn in, _))) {
      return login;
    }
    var desk = desks.computeIfAbsent(key.username(), _ -> desk(in));
    var name = key.username() + "/" + reference;
    return switch (ask) {
      case INQUIRY -> inquireOnce(desk, name, customer);
      case PAYMENT -> pay(desk, key, name, customer);
      case STATUS -> desk.ask(Bankplus.BILL_PAYMENT, payment(key, number(name, reference)));
    };
  }

  private Desk desk(LoggedIn in) {
    return Desk.at(branch).with(Bankplus.SESSION, in.sessionId());
  }

  private synchronized HttpResponse<String> inquireOnce(Desk desk, String name, String customer)
      throws Exception {
    var known = inquiries.get(name);
    if (known != null) {
      return known;
    }
    var question = new BillInquiry("pln", customer, Optional.empty());
    var first = desk.ask(Bankplus.BILL_INQUIRY, question);
    inquiries.put(name, first);
    return first;
  }

  private HttpResponse<String> pay(Desk desk, Key key, String name, String customer)
      throws Exception {
    Bill bill = Desk.done(Bankplus.BILL_INQUIRY, inquireOnce(desk, name, customer));
    var answer = desk.ask(Bankplus.BILL_PAYMENT, payment(key, bill.transactionId()));
    if (meaning(answer) != Meaning.NO_FUNDS) {
      payments.put(name, bill.transactionId());
    }
    return answer;
  }

  private static BillPayment payment(Key key, String number) {
    return new BillPayment(number, Optional.of(TOTAL), demo(key).pin());
  }

  private String number(String name, String reference) {
    var others =
        payments.entrySet().stream()
            .filter(entry -> entry.getKey().endsWith("/" + reference))
            .map(Map.Entry::getValue)
            .findFirst();
    return payments.getOrDefault(name, others.orElse(NOBODYS));
  }

  @Override
  protected Meaning meaning(HttpResponse<String> answer) {
    try {
      return switch (Desk.reply(Bankplus.LOGOUT, answer)) {
        case Reply.Done<?> _ -> Meaning.DONE;
        case Reply.Pending<?> _ -> Meaning.PENDING;
        case Reply.Refused<?>(Refusal refusal) -> meaning(refusal.message());
      };
    } catch (Garbled e) {
      throw new AssertionError(answer.body(), e);
    }
  }

  private static Meaning meaning(String message) {
    return Map.of(
            Sentence.LOGIN.text(), Meaning.WRONG_KEY,
            Sentence.FUNDS.text(), Meaning.NO_FUNDS,
            Sentence.DECLINED.text(), Meaning.FAILED,
            Sentence.NO_INQUIRY.text(), Meaning.NOT_FOUND)
        .getOrDefault(message, Meaning.UNPAID);
  }

  @Override
  protected boolean tells(Meaning meaning) {
    return switch (meaning) {
      case DONE, PENDING, FAILED, WRONG_KEY, NO_FUNDS, NOT_FOUND -> true;
      case UNKNOWN_PARTNER, REFERENCE_USED, UNPAID -> false;
    };
  }

  /// Trace codes of refusals differ.
  @Override
  protected String told(HttpResponse<String> answer) {
    return answer.body().replaceAll("BLB[0-9]{17}", "BLB");
  }
}
