package id.sakelar.simulation;

import id.sakelar.http.Body;
import id.sakelar.http.Messenger;
import id.sakelar.http.NotSent;
import id.sakelar.http.Unheard;
import id.sakelar.money.Rupiah;
import id.sakelar.server.upstream.digiswitch.DigiswitchBiller;
import id.sakelar.simulation.SimLine.Heard;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.Operation;
import id.sakelar.wire.digiswitch.Account;
import id.sakelar.wire.digiswitch.Answer;
import id.sakelar.wire.digiswitch.Bill;
import id.sakelar.wire.digiswitch.Digiswitch;
import id.sakelar.wire.digiswitch.Echo;
import id.sakelar.wire.digiswitch.Reply.Answered;
import id.sakelar.wire.digiswitch.ResponseCode;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.Transaction;
import id.sakelar.wire.digiswitch.desc.Hp;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;

/// A simulated biller that speaks Digiswitch, byte by byte: it reads what the production connector
/// writes, and answers in the dialect, or in something that only looks like it. For whoever has the
/// turn.
final class SpokenLine implements Messenger {
  private static final Account ACCOUNT = new Account("switch", "a simulated key");
  private static final Spelling SPELLING = Spelling.DIGIFLAZZ;
  private static final Operation<Transaction, id.sakelar.wire.digiswitch.Reply<Answer>> WORDS =
      Digiswitch.in(SPELLING).transaction();

  private final World world;
  private final SimLine line;

  private SpokenLine(World world, SimLine line) {
    this.world = world;
    this.line = line;
  }

  /// The production connector to a simulated biller.
  static DigiswitchBiller biller(World world, Host host, Desk desk) {
    var line = new SpokenLine(world, new SimLine(world, host, desk));
    return new DigiswitchBiller(line, ACCOUNT, SPELLING);
  }

  @Override
  public id.sakelar.http.Heard ask(
      String method, String path, Map<String, String> headers, Body body) throws NotSent, Unheard {
    var asked = read(body);
    world.tally().count("spoken " + asked.command());
    var heard =
        switch (asked.command()) {
          case INQUIRY -> line.inquire(asked.customerNo());
          case PAYMENT -> line.pay(asked.refId(), asked.customerNo());
          case STATUS -> line.status(asked.refId(), asked.customerNo());
          case TOP_UP -> throw new Violation("C10", asked.refId(), "is bought by a question");
        };
    return answer(asked, heard);
  }

  private static Transaction read(Body body) {
    try {
      var asked = WORDS.question().read(new Message(body.mediaType(), body.bytes()));
      if (!asked.isSignedBy(ACCOUNT)) {
        throw new IllegalStateException("the connector signs with another key");
      }
      return asked;
    } catch (Garbled e) {
      throw new IllegalStateException("the connector asks in no known words", e);
    }
  }

  private id.sakelar.http.Heard answer(Transaction asked, Heard heard) throws NotSent, Unheard {
    return switch (heard) {
      case Heard.Unsent _ -> throw new NotSent("the simulated biller is not there");
      case Heard.Noise(SimLine.Kind kind) ->
          switch (kind) {
            case SILENCE -> throw new Unheard("the simulated biller says nothing");
            case HTTP_500 -> http(500, Message.of("text/html", "<h1>Internal Server Error</h1>"));
            case GARBLED -> garbled(asked);
          };
      case Heard.Said(Reply reply) -> spelled(answer(asked.echo(), asked, reply));
    };
  }

  private static Answer answer(Echo echo, Transaction asked, Reply reply) {
    return switch (reply) {
      case YES -> Answer.of(echo, ResponseCode.SUCCESS, "SN", bill(asked, Rupiah.ZERO));
      case NO -> Answer.of(echo, ResponseCode.FAILURE);
      case NOT_HERE -> Answer.of(echo, ResponseCode.CUT_OFF);
      case WORKING -> Answer.of(echo, ResponseCode.PENDING);
      case KNOWN -> Answer.of(echo, ResponseCode.REFERENCE_USED);
      case UNKNOWN -> Answer.of(echo, ResponseCode.NOT_FOUND);
      case TAKEN_BACK -> Answer.of(echo, ResponseCode.REFUND);
    };
  }

  private static Bill bill(Transaction asked, Rupiah more) {
    var owed = SimBiller.owed(asked.customerNo());
    var price = SimBiller.cost(asked.customerNo()).plus(more);
    var admin = Rupiah.of(2_500);
    var desc = new Hp(1).spelled(SPELLING);
    return Bill.of("SRI", admin, Rupiah.of(1_000_000), price, owed.plus(admin), desc);
  }

  private static id.sakelar.http.Heard spelled(Answer answer) {
    int status = answer.verdict().knownCode().map(ResponseCode::httpStatus).orElse(200);
    return http(status, WORDS.answer().write(new Answered<>(answer)));
  }

  private static id.sakelar.http.Heard http(int status, Message message) {
    return new id.sakelar.http.Heard(
        status, Map.of(), Body.of(message.mediaType(), message.body()));
  }

  /// Says yes in a way that proves nothing: cut off, about another order, at another price, or not
  /// in the dialect at all.
  private id.sakelar.http.Heard garbled(Transaction asked) {
    var chance = world.weather().chance("garbled " + asked.customerNo());
    var echo = asked.echo();
    return switch (chance.nextInt(4)) {
      case 0 -> cut(spelled(answer(echo, asked, Reply.YES)), chance);
      case 1 ->
          spelled(answer(new Echo("R-OTHER", echo.customerNo(), echo.code()), asked, Reply.YES));
      case 2 -> dearer(asked);
      default -> http(200, Message.of("text/html", "<html>Sukses</html>"));
    };
  }

  /// An inquiry at another price is another bill, and no garbled one.
  private static id.sakelar.http.Heard dearer(Transaction asked) {
    return switch (asked.command()) {
      case INQUIRY -> http(200, Message.json("{}"));
      case PAYMENT, STATUS, TOP_UP ->
          spelled(
              Answer.of(asked.echo(), ResponseCode.SUCCESS, "SN", bill(asked, Rupiah.of(1_000))));
    };
  }

  private static id.sakelar.http.Heard cut(id.sakelar.http.Heard whole, SplittableRandom chance) {
    var bytes = whole.body().bytes();
    var part = Arrays.copyOf(bytes, chance.nextInt(bytes.length));
    return new id.sakelar.http.Heard(
        whole.status(), Map.of(), Body.of(whole.body().mediaType(), part));
  }
}
