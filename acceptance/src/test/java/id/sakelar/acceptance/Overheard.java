package id.sakelar.acceptance;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything that this process logs from now on, stack traces included. Thread-safe.
final class Overheard extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

  private Overheard() {}

  static Overheard begin() {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    var overheard = new Overheard();
    overheard.setContext(context);
    overheard.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(overheard);
    return overheard;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  void forget() {
    lines.clear();
  }

  @Override
  protected void append(ILoggingEvent event) {
    var thrown = event.getThrowableProxy();
    lines.add(
        String.join(
            " ",
            event.getLevel().toString(),
            event.getThreadName(),
            event.getLoggerName(),
            event.getFormattedMessage(),
            event.getMDCPropertyMap().toString(),
            thrown == null ? "" : ThrowableProxyUtil.asString(thrown)));
  }

  @Override
  public void close() {
    ((LoggerContext) getContext()).getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(this);
    stop();
  }
}
