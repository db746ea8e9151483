package id.sakelar.conversations;

import id.sakelar.conversations.Exchange.Answer;
import id.sakelar.conversations.Exchange.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The lines of a conversation's file, sorted by who speaks. For one thread and one file.
final class Script {
  private final List<String> commentary = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();
  private final List<String> mayDiffer = new ArrayList<>();
  private final List<String> givenOut = new ArrayList<>();
  private final List<Exchange> exchanges = new ArrayList<>();
  private final List<String> sent = new ArrayList<>();
  private final List<String> returned = new ArrayList<>();

  private Script() {}

  static Conversation read(String name, String file) {
    var script = new Script();
    try {
      file.lines().forEach(script::take);
      return script.conversation(name);
    } catch (IllegalStateException | NumberFormatException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  private void take(String line) {
    switch (line.isEmpty() ? ' ' : line.charAt(0)) {
      case '>' -> sent.add(said(line));
      case '<' -> returned.add(said(line));
      case '=' -> end(said(line));
      case '?' -> conditions.add(said(line));
      case '~' -> mayDiffer.addAll(paths(line));
      case '^' -> giveOut(paths(line));
      default -> commentary.add(line);
    }
  }

  private static List<String> paths(String line) {
    return Arrays.asList(said(line).split(" +"));
  }

  private void giveOut(List<String> paths) {
    mayDiffer.addAll(paths);
    givenOut.addAll(paths);
  }

  private static String said(String line) {
    return line.startsWith(" ", 1) ? line.substring(2) : line.substring(1);
  }

  private void end(String meaning) {
    if (sent.isEmpty() || returned.isEmpty()) {
      throw new IllegalStateException("a meaning without question or answer");
    }
    String[] asked = sent.getFirst().split(" ", 2);
    if (asked.length != 2) {
      throw new IllegalStateException("a question begins with method and path");
    }
    exchanges.add(
        new Exchange(
            new Request(asked[0], asked[1], headers(sent), body(sent)),
            new Answer(Integer.parseInt(returned.getFirst()), headers(returned), body(returned)),
            meaning));
    sent.clear();
    returned.clear();
  }

  private Conversation conversation(String name) {
    if (exchanges.isEmpty() || !sent.isEmpty() || !returned.isEmpty()) {
      throw new IllegalStateException("a conversation ends with the meaning of an exchange");
    }
    String told = String.join("\n", commentary).strip();
    return new Conversation(name, told, conditions, mayDiffer, givenOut, exchanges);
  }

  private static Map<String, String> headers(List<String> lines) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : lines.subList(1, headEnd(lines))) {
      String[] halves = line.split(": ", 2);
      if (halves.length != 2) {
        throw new IllegalStateException("a header is a name, a colon, a blank and a value");
      }
      headers.put(halves[0].toLowerCase(Locale.ROOT), halves[1]);
    }
    return headers;
  }

  private static String body(List<String> lines) {
    return String.join(
        "\n", lines.subList(Math.min(headEnd(lines) + 1, lines.size()), lines.size()));
  }

  private static int headEnd(List<String> lines) {
    int end = lines.indexOf("");
    return end < 0 ? lines.size() : end;
  }
}
