package id.sakelar.http;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/// One connection of a caller. Sees to it that headers are few and arrive in time, however slowly
/// they drip: the library's own time-outs begin anew with every byte.
final class Line extends HttpConnection {
  private final Lines lines;
  private volatile boolean resting = true;
  private int headerCount;
  private Scheduler.@Nullable Task alarm;

  Line(Lines lines, HttpConfiguration configuration, Connector connector, EndPoint endPoint) {
    super(configuration, connector, endPoint);
    this.lines = lines;
  }

  /// The line on which `request` came.
  static Line of(Request request) {
    return (Line) request.getConnectionMetaData().getConnection();
  }

  /// Whether no request is being handled here.
  boolean isResting() {
    return resting;
  }

  @Override
  public void onOpen() {
    setAlarm();
    super.onOpen();
    lines.opened(this);
  }

  @Override
  public void onClose(@Nullable Throwable cause) {
    stopAlarm();
    lines.closed(this);
    super.onClose(cause);
  }

  @Override
  protected RequestHandler newRequestHandler() {
    return new Guard();
  }

  @Override
  protected HttpStreamOverHTTP1 newHttpStream(String method, String target, HttpVersion version) {
    return new HttpStreamOverHTTP1(method, target, version) {
      @Override
      public void succeeded() {
        rest();
        super.succeeded();
      }
    };
  }

  private void rest() {
    resting = true;
    lines.rested(this);
  }

  private synchronized void setAlarm() {
    if (alarm == null) {
      long patience = lines.limits().headerTime().toMillis();
      var scheduler = getConnector().getScheduler();
      alarm = scheduler.schedule(getEndPoint()::close, patience, TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void stopAlarm() {
    if (alarm != null) {
      alarm.cancel();
      alarm = null;
    }
  }

  /// Looks at the head of a request while it is being read.
  private final class Guard extends RequestHandler {
    @Override
    public void messageBegin() {
      setAlarm();
      headerCount = 0;
      super.messageBegin();
    }

    @Override
    public void startRequest(String method, String target, HttpVersion version) {
      if (!target.startsWith("/")) {
        throw new HttpException.RuntimeException(HttpStatus.BAD_REQUEST_400, "not a path");
      }
      super.startRequest(method, target, version);
    }

    @Override
    public void parsedHeader(HttpField field) {
      if (++headerCount > lines.limits().headerCount()) {
        throw new HttpException.RuntimeException(
            HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431, "too many headers");
      }
      super.parsedHeader(field);
    }

    @Override
    public boolean headerComplete() {
      stopAlarm();
      resting = false;
      return super.headerComplete();
    }
  }
}
