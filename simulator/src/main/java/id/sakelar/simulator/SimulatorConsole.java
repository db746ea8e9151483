package id.sakelar.simulator;

import id.sakelar.http.Answer;
import id.sakelar.http.Body;
import id.sakelar.http.Call;
import id.sakelar.http.Handler;
import id.sakelar.http.Refusals;
import id.sakelar.http.Trouble;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json;
import id.sakelar.wire.Json.Items;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Json.Numeral;
import id.sakelar.wire.Limits;
import id.sakelar.wire.Message;
import id.sakelar.wire.StrictJson;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The control surface of the simulated billers, and of banks as if they were billers, for somebody
/// else's door. It speaks JSON; what it refuses it refuses with `{"error": …}` and an HTTP status
/// that says so. Safe for many threads.
/// - `GET /simulator` lists them.
/// - `GET /simulator/{biller}/temper` tells a biller's temper and `PUT` replaces it as a whole;
///   what the new one leaves out is as in [Temper#EVEN].
/// - `GET /simulator/{biller}/book` tells what a biller took or a bank moved, by the caller's
///   references: at most 500 rows at a time, fewer with `limit`, and those after row number
///   `after`. A page that leaves some out says in `next` what to ask for `after`.
/// - `GET /simulator/{biller}/settlement` is the CSV list of what a biller settled by now.
public final class SimulatorConsole implements Refusals {
  private static final StrictJson JSON = new StrictJson(Limits.ANSWER);
  private static final int ROWS = 500;

  private final Map<String, SimulatedHost> billers = new LinkedHashMap<>();
  private final InstantSource clock;

  /// What is served, and where.
  public record Page(String method, String path, Handler handler) {}

  public SimulatorConsole(List<? extends SimulatedHost> billers, InstantSource clock) {
    billers.forEach(biller -> this.billers.put(biller.name(), biller));
    this.clock = clock;
  }

  public List<Page> listPages() {
    return List.of(
        new Page("GET", "/simulator", _ -> overview()),
        new Page("GET", "/simulator/{biller}/temper", call -> answer(call, this::temper)),
        new Page("PUT", "/simulator/{biller}/temper", call -> answer(call, this::change)),
        new Page("GET", "/simulator/{biller}/book", call -> answer(call, this::book)),
        new Page("GET", "/simulator/{biller}/settlement", call -> answer(call, this::settlement)));
  }

  /// Refuses what never reaches a page.
  @Override
  public Answer answer(Trouble trouble) {
    return switch (trouble) {
      case INCOMPLETE -> refusal(400, "the body is incomplete");
      case WRONG_METHOD -> refusal(405, "not with this method");
      case TIMED_OUT -> refusal(408, "the body came too slowly");
      case TOO_LARGE -> refusal(413, "the body is too large");
      case ENCODED -> refusal(415, "the body is encoded");
      case FAILED -> refusal(500, "failed");
      case BUSY -> refusal(503, "busy");
    };
  }

  /// What is done with one biller.
  @FunctionalInterface
  private interface Errand {
    Message run(SimulatedHost biller, Call call) throws Garbled;
  }

  private static Answer answer(int status, Message message) {
    return Answer.of(status, Body.of(message.mediaType(), message.body()));
  }

  private static Answer refusal(int status, String why) {
    return answer(status, JSON.write(new Draft().text("error", why).members()));
  }

  private Answer answer(Call call, Errand errand) {
    var name = call.parameters().getOrDefault("biller", "");
    var biller = billers.get(name);
    if (biller == null) {
      return refusal(404, "there is no biller called " + name);
    }
    try {
      return answer(200, errand.run(biller, call));
    } catch (Garbled e) {
      return refusal(400, String.valueOf(e.getMessage()));
    }
  }

  private Answer overview() {
    var list = List.copyOf(billers.values());
    return answer(200, JSON.write(new Draft().rows("billers", list, this::line).members()));
  }

  private Draft line(SimulatedHost biller) {
    var line =
        new Draft()
            .text("name", biller.name())
            .count("port", biller.port())
            .count("rows", biller.records().count());
    return biller.records().sum(line, clock.instant());
  }

  private Message temper(SimulatedHost biller, Call call) {
    return TemperText.write(biller.temper());
  }

  private Message change(SimulatedHost biller, Call call) throws Garbled {
    biller.change(TemperText.read(new Message(call.body().mediaType(), call.body().bytes())));
    return TemperText.write(biller.temper());
  }

  private Message book(SimulatedHost biller, Call call) throws Garbled {
    var window = Window.parse(call.query(), ROWS);
    var rows = biller.records().tellAfter(window.after(), window.limit(), clock.instant());
    List<Json> spelled = new ArrayList<>(rows.size());
    for (Draft row : rows) {
      spelled.add(numbered(window.after() + 1 + spelled.size(), row));
    }
    int count = biller.records().count();
    var page = new Draft().count("count", count).json("rows", new Items(spelled));
    int last = window.after() + rows.size();
    if (!rows.isEmpty() && last < count) {
      page.json("next", new Numeral(Integer.toString(last)));
    }
    return JSON.write(page.members());
  }

  private Message settlement(SimulatedHost host, Call call) throws Garbled {
    if (!(host instanceof SimulatedBiller biller)) {
      throw Garbled.field("biller", "is a bank, and settles nothing");
    }
    return new Message("text/csv", SettlementList.of(biller.book(), clock.instant()));
  }

  private static Members numbered(int number, Draft row) {
    var numbered = new Draft().count("row", number);
    row.members().fields().forEach(numbered::json);
    return numbered.members();
  }
}
