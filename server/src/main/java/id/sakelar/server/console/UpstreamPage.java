package id.sakelar.server.console;

import id.sakelar.http.Answer;
import id.sakelar.http.Body;
import id.sakelar.http.Door;
import id.sakelar.money.Rupiah;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `/upstreams`: how each biller stands, as JSON. Amounts are whole rupiah. Thread-safe.
public final class UpstreamPage {
  private static final String JSON = "application/json; charset=utf-8";

  private volatile Supplier<List<Line>> lines = List::of;

  /// One biller, as this process sees it.
  ///
  /// @param name `[a-z0-9-]`
  /// @param open whether it gets new payments
  /// @param breaker `closed`, `open` or `half-open`
  /// @param calls how many inquiries and payments are under way
  /// @param questions how many status questions are under way
  /// @param inFlight the prices of its open payments, of all processes
  /// @param mostInFlight above this it gets no new payments; null for no limit
  public record Line(
      String name,
      boolean open,
      String breaker,
      int calls,
      int questions,
      Rupiah inFlight,
      @Nullable Rupiah mostInFlight) {
    private String json() {
      return String.format(
          Locale.ROOT,
          """
          {"name":"%s","open":%b,"breaker":"%s","calls":%d,"questions":%d,"in_flight":%d,\
          "most_in_flight":%s}\
          """,
          name,
          open,
          breaker,
          calls,
          questions,
          whole(inFlight),
          mostInFlight == null ? "null" : Long.toString(whole(mostInFlight)));
    }

    private static long whole(Rupiah amount) {
      return Math.floorDiv(amount.sen(), 100);
    }
  }

  /// Shows these from now on; none before.
  public void show(Supplier<List<Line>> now) {
    lines = now;
  }

  public void openOn(Door.Builder door) {
    door.serve("GET", "/upstreams", _ -> Answer.of(200, Body.of(JSON, json())), Health.REFUSALS);
  }

  private String json() {
    return lines.get().stream().map(Line::json).collect(Collectors.joining(",", "[", "]"));
  }
}
