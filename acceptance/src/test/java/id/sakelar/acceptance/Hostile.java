package id.sakelar.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A hostile request, or a few in order, from one of the files under `hostile`.
///
/// The first character of a line says what it is: `#` names the next case; `+` is a line of the
/// body of an otherwise good POST; `>` is a line of a whole request, whose head ends at the first
/// empty one; `<` is what is to be answered; `@` names the path and the content type of the good
/// POSTs that follow in its case, and `^` is one more header of them. All else is commentary. In a
/// request stand
/// - `{sign r}`: our partner's signature of r; `{SIGN r}` in capitals; `{sign other r}` that of the
///   other partner, `{sign poor r}` of the poor one, `{sign-short r}` with its last digit missing;
/// - `{iak r}`, `{iak other r}`, `{iak poor r}`: the same of IAK's partners;
/// - `{times n x}`: x, n times; `{ends n}`: so many braces; `{bytes 00 FF}`: these bytes;
/// - `{fields n}`, `{headers n}`: so many fields or headers nobody asks for;
/// - `{length}`: the length of the body;
/// - `{staged x}`: what is called x among what a test has prepared.
record Hostile(String name, List<Turn> turns) {
  private static final List<String> FILES =
      List.of("shape", "fields", "signature", "replay", "amounts", "alphabet", "http");

  private static final Pattern HOLE =
      Pattern.compile("\\{(sign-short|sign|SIGN|iak|times|ends|fields|headers) ([^}]*)}");
  private static final Pattern STAGED = Pattern.compile("\\{staged ([a-z-]+)}");
  private static final Pattern BYTES = Pattern.compile("\\{bytes ([0-9A-F ]+)}");

  private static final String GOOD_HEAD =
      """
      POST {path} HTTP/1.1
      host: localhost
      connection: close
      content-type: {type}
      content-length: {length}{more}

      """;

  /// One request.
  ///
  /// @param bytes one character for each byte
  /// @param answer the HTTP status; behind it the dialect's code, if it is the dialect that refuses
  record Turn(String bytes, String answer) {}

  Hostile {
    turns = List.copyOf(turns);
  }

  @Override
  public String toString() {
    return name;
  }

  static List<Hostile> listAll() throws IOException {
    return list(FILES);
  }

  /// The cases of these files under `hostile`.
  static List<Hostile> list(List<String> files) throws IOException {
    var all = new ArrayList<Hostile>();
    for (String file : files) {
      read(file, text(file), all);
    }
    return all;
  }

  /// The cases of one file under `hostile` that need what a test has prepared.
  ///
  /// @param staged of letters and digits, by what the file calls it
  static List<Hostile> list(String file, Map<String, String> staged) throws IOException {
    var all = new ArrayList<Hostile>();
    read(file, STAGED.matcher(text(file)).replaceAll(it -> staged(staged, it.group(1))), all);
    return all;
  }

  private static String staged(Map<String, String> staged, String name) {
    return Objects.requireNonNull(staged.get(name), name);
  }

  private static String text(String file) throws IOException {
    try (var in = Hostile.class.getResourceAsStream("/hostile/" + file + ".txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }

  private static void read(String file, String text, List<Hostile> all) {
    for (String part : text.split("(?m)^# ", -1)) {
      var lines = part.lines().toList();
      var turns = turns(lines);
      if (!turns.isEmpty()) {
        all.add(new Hostile(file + ": " + lines.getFirst(), turns));
      }
    }
  }

  private static List<Turn> turns(List<String> lines) {
    var turns = new ArrayList<Turn>();
    var request = new StringBuilder();
    var head = goodHead("/v1/user/api/transaction application/json");
    for (String line : lines) {
      var said = line.length() > 1 ? line.substring(2) : "";
      switch (line.isEmpty() ? ' ' : line.charAt(0)) {
        case '@' -> head = goodHead(said);
        case '^' -> head = head.replace("{more}", "\n" + said + "{more}");
        case '+' -> request.append(request.isEmpty() ? head : "\n").append(said);
        case '>' -> request.append(request.isEmpty() ? "" : "\n").append(said);
        case '<' -> {
          turns.add(new Turn(whole(request.toString()), said));
          request.setLength(0);
        }
        default -> {}
      }
    }
    return turns;
  }

  private static String goodHead(String pathAndType) {
    var words = pathAndType.split(" ", 2);
    return GOOD_HEAD.replace("{path}", words[0]).replace("{type}", words[1]);
  }

  private static String whole(String written) {
    int end = written.indexOf("\n\n");
    var body = bytes(end < 0 ? "" : written.substring(end + 2));
    var head = (end < 0 ? written : written.substring(0, end + 2)).replace("{more}", "");
    return bytes(head.replace("\n", "\r\n").replace("{length}", "" + body.length())) + body;
  }

  /// The UTF-8 of a text with its holes filled.
  private static String bytes(String written) {
    var filled = HOLE.matcher(written).replaceAll(it -> quoted(fill(it.group(1), it.group(2))));
    var utf8 = new String(filled.getBytes(UTF_8), ISO_8859_1);
    return BYTES
        .matcher(utf8)
        .replaceAll(
            it -> {
              byte[] raw = HexFormat.ofDelimiter(" ").parseHex(it.group(1));
              return quoted(new String(raw, ISO_8859_1));
            });
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(text);
  }

  private static String fill(String kind, String words) {
    return switch (kind) {
      case "sign" -> sign(words);
      case "SIGN" -> sign(words).toUpperCase(Locale.ROOT);
      case "sign-short" -> sign(words).substring(1);
      case "iak" -> iak(words);
      case "times" -> {
        var halves = words.split(" ", 2);
        yield halves[1].repeat(Integer.parseInt(halves[0]));
      }
      case "ends" -> "}".repeat(Integer.parseInt(words));
      case "fields" -> numbered(words, ",\"f%d\":0", "");
      case "headers" -> numbered(words, "x-%d: 0", "\r\n");
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static String sign(String words) {
    var halves = words.split(" ", 2);
    return switch (halves[0]) {
      case "other" -> Client.OTHER.sign(halves[1]);
      case "poor" -> Client.POOR.sign(halves[1]);
      default -> Client.ONE.sign(words);
    };
  }

  private static String iak(String words) {
    var halves = words.split(" ", 2);
    return switch (halves[0]) {
      case "other" -> new Client("321321321", "other-api-key").sign(halves[1]);
      case "poor" -> Client.POOR.sign(halves[1]);
      default -> new Client("123123123", "sandbox-api-key").sign(words);
    };
  }

  private static String numbered(String count, String pattern, String between) {
    return IntStream.range(0, Integer.parseInt(count))
        .mapToObj(i -> String.format(Locale.ROOT, pattern, i))
        .collect(joining(between));
  }
}
