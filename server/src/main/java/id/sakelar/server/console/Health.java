package id.sakelar.server.console;

import id.sakelar.http.Answer;
import id.sakelar.http.Body;
import id.sakelar.http.Door;
import id.sakelar.http.Refusals;
import id.sakelar.http.Trouble;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/// `/health/live` and `/health/ready`: whether the process runs, and whether it can take payments.
/// Thread-safe.
public final class Health {
  private static final String JSON = "application/json; charset=utf-8";

  /// How the console refuses, whatever is asked there.
  public static final Refusals REFUSALS = Health::refuse;

  private final BooleanSupplier database;
  private final List<BooleanSupplier> watched = new CopyOnWriteArrayList<>();
  private volatile boolean started;

  /// Not ready until [#started()].
  ///
  /// @param database whether the database answers now; asked once for each question
  public Health(BooleanSupplier database) {
    this.database = database;
  }

  /// Is ready only while this holds, too.
  public void watch(BooleanSupplier works) {
    watched.add(works);
  }

  /// Payments are taken from now on.
  public void started() {
    started = true;
  }

  /// No payments are taken any more.
  public void stopping() {
    started = false;
  }

  public void openOn(Door.Builder door) {
    door.serve("GET", "/health/live", _ -> answer(true), REFUSALS);
    door.serve("GET", "/health/ready", _ -> answer(isReady()), REFUSALS);
  }

  /// Whether payments can be taken now.
  boolean isReady() {
    return started
        && watched.stream().allMatch(BooleanSupplier::getAsBoolean)
        && database.getAsBoolean();
  }

  private static Answer answer(boolean well) {
    return Answer.of(
        well ? 200 : 503, Body.of(JSON, well ? "{\"status\":\"up\"}" : "{\"status\":\"down\"}"));
  }

  private static Answer refuse(Trouble trouble) {
    int status =
        switch (trouble) {
          case TOO_LARGE -> 413;
          case INCOMPLETE -> 400;
          case TIMED_OUT -> 408;
          case WRONG_METHOD -> 405;
          case ENCODED -> 415;
          case FAILED -> 500;
          case BUSY -> 503;
        };
    return Answer.of(status, Body.of(JSON, "{\"error\":\"refused\"}"));
  }
}
