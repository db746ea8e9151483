package id.sakelar.server.front;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything that this process logs from now on, of our own down to the last detail, stack traces
/// included. Thread-safe.
public final class Overheard extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private static final String OURS = "id.sakelar";

  private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

  private Overheard() {}

  public static Overheard begin() {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    var overheard = new Overheard();
    overheard.setContext(context);
    overheard.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(overheard);
    context.getLogger(OURS).setLevel(Level.TRACE);
    return overheard;
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  protected void append(ILoggingEvent event) {
    var thrown = event.getThrowableProxy();
    lines.add(
        String.join(
            " ",
            event.getLevel().toString(),
            event.getFormattedMessage(),
            event.getMDCPropertyMap().toString(),
            thrown == null ? "" : ThrowableProxyUtil.asString(thrown)));
  }

  @Override
  public void close() {
    var context = (LoggerContext) getContext();
    context.getLogger(OURS).setLevel(null);
    context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(this);
    stop();
  }
}
