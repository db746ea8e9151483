package id.sakelar.http;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;

/// All open connections of a door. When there are too many, the one that has rested longest has to
/// go, so that those who only sit there keep nobody out. Safe for many threads.
final class Lines extends HttpConnectionFactory {
  private final Limits limits;
  private final Set<Line> open = new LinkedHashSet<>();

  Lines(Limits limits, HttpConfiguration configuration) {
    super(configuration);
    this.limits = limits;
  }

  Limits limits() {
    return limits;
  }

  @Override
  public Connection newConnection(Connector connector, EndPoint endPoint) {
    return configure(
        new Line(this, getHttpConfiguration(), connector, endPoint), connector, endPoint);
  }

  void opened(Line line) {
    findSurplus(line).ifPresent(surplus -> surplus.getEndPoint().close());
  }

  /// Moves `line` to the end of those who rest, unless it is closed already.
  synchronized void rested(Line line) {
    if (open.remove(line)) {
      open.add(line);
    }
  }

  synchronized void closed(Line line) {
    open.remove(line);
  }

  /// The newcomer itself, if every other line has a request.
  private synchronized Optional<Line> findSurplus(Line newcomer) {
    open.add(newcomer);
    if (open.size() <= limits.connectionCount()) {
      return Optional.empty();
    }
    var surplus = open.stream().filter(Line::isResting).findFirst();
    surplus.ifPresent(open::remove);
    return surplus;
  }
}
