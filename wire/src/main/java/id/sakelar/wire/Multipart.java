package id.sakelar.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the texts of a `multipart/form-data` body. It has nothing before its first line and
/// nothing behind its last, no files, and no multipart in its parts.
final class Multipart {
  private static final Pattern BOUNDARY = Pattern.compile("[0-9A-Za-z'()+_,./:=?-]{1,70}");
  private static final Set<String> UNCHANGED = Set.of("7bit", "8bit", "binary");
  private static final String END_OF_LINE = "\r\n";
  private static final String END_OF_HEAD = "\r\n\r\n";
  private static final int MOST_HEADERS = 8;

  private Multipart() {}

  /// @param type the media type of the body, which has the boundary
  static void read(HeaderValue type, byte[] body, Gathering to) throws Garbled {
    String boundary = type.find("boundary").orElse("");
    if (!BOUNDARY.matcher(boundary).matches()) {
      throw Garbled.message("the multipart body has no boundary");
    }
    String delimiter = END_OF_LINE + "--" + boundary;
    // one character for each octet; and the first boundary stands at the beginning of a line, too
    String text = END_OF_LINE + new String(body, ISO_8859_1);
    int at = text.startsWith(delimiter) ? delimiter.length() : text.length();
    while (!text.startsWith("--", at)) {
      int end = text.indexOf(delimiter, at + END_OF_LINE.length());
      if (end < 0 || !text.startsWith(END_OF_LINE, at)) {
        throw broken();
      }
      part(text.substring(at + END_OF_LINE.length(), end), to);
      at = end + delimiter.length();
    }
    if (!text.substring(at + 2).strip().isEmpty()) {
      throw Garbled.message("the multipart body goes on behind its end");
    }
  }

  private static void part(String part, Gathering to) throws Garbled {
    int end = part.indexOf(END_OF_HEAD);
    if (end < 0) {
      throw broken();
    }
    var headers = headers(part.substring(0, end));
    checkText(headers);
    byte[] value = part.substring(end + END_OF_HEAD.length()).getBytes(ISO_8859_1);
    to.add(name(headers), Utf8.decode(value, "a parameter"));
  }

  private static Map<String, String> headers(String head) throws Garbled {
    Map<String, String> headers = new HashMap<>();
    for (String line : head.split(END_OF_LINE, MOST_HEADERS + 1)) {
      int colon = line.indexOf(':');
      if (colon < 1
          || headers.put(
                  line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1))
              != null
          || headers.size() > MOST_HEADERS) {
        throw broken();
      }
    }
    return headers;
  }

  private static void checkText(Map<String, String> headers) throws Garbled {
    var type = HeaderValue.parse(headers.getOrDefault("content-type", "text/plain")).inUtf8();
    var encoding = HeaderValue.parse(headers.getOrDefault("content-transfer-encoding", "binary"));
    if (!type.word().equals("text/plain") || !UNCHANGED.contains(encoding.word())) {
      throw Garbled.message("a part of the body is no plain text");
    }
  }

  private static String name(Map<String, String> headers) throws Garbled {
    var disposition = HeaderValue.parse(headers.getOrDefault("content-disposition", ""));
    if (disposition.parameters().containsKey("filename")
        || disposition.parameters().containsKey("filename*")) {
      throw Garbled.message("a part of the body is a file");
    }
    if (!disposition.word().equals("form-data")) {
      throw broken();
    }
    return disposition.find("name").orElse("");
  }

  private static Garbled broken() {
    return Garbled.message("the multipart body cannot be read");
  }
}
