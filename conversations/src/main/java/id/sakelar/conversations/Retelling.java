package id.sakelar.conversations;

import id.sakelar.conversations.Exchange.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One run of a conversation against somebody who gives out other values than the file has. For one
/// thread.
public final class Retelling {
  private final Map<Pattern, String> given = new LinkedHashMap<>();

  /// Remembers that `actual` was given out where the file has `golden`: a word of letters and
  /// digits, and never a part of a longer one.
  public void give(String golden, String actual) {
    var word = Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(golden) + "(?![A-Za-z0-9])");
    given.put(word, Matcher.quoteReplacement(actual));
  }

  /// A request, with all that was given out in its place: in the headers and in the body.
  public Request retell(Request request) {
    Map<String, String> headers = new LinkedHashMap<>();
    request.headers().forEach((name, value) -> headers.put(name, retell(value)));
    return new Request(request.method(), request.path(), headers, retell(request.body()));
  }

  /// A request's text, with all that was given out in its place.
  public String retell(String request) {
    String retold = request;
    for (var each : given.entrySet()) {
      retold = each.getKey().matcher(retold).replaceAll(each.getValue());
    }
    return retold;
  }
}
