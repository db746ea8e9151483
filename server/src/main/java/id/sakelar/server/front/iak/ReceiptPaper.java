package id.sakelar.server.front.iak;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import id.sakelar.wire.iak.Receipt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;

/// Prints a receipt as a PDF of one page. Whatever a biller wrote is text on it and nothing else.
final class ReceiptPaper {
  private static final String PAGE =
      """
      <html>
        <head>
          <title>Struk Pembayaran</title>
          <style>
            @page { size: 105mm 148mm; margin: 8mm; }
            body { font-family: sans-serif; font-size: 9pt; }
            h1 { font-size: 12pt; text-align: center; }
            table { width: 100%; }
            th { text-align: left; font-weight: normal; width: 38%; }
            th, td { vertical-align: top; padding: 1mm 0; }
          </style>
        </head>
        <body>
          <h1>STRUK PEMBAYARAN</h1>
          <table>{rows}</table>
        </body>
      </html>
      """;

  static {
    // the library tells its log what it lays out, and that is whose bill it is
    XRLog.setLoggingEnabled(false);
    OneFont.install();
  }

  private ReceiptPaper() {}

  static byte[] print(Receipt receipt) {
    var rows =
        receipt.lines().entrySet().stream().map(ReceiptPaper::row).collect(Collectors.joining());
    var paper = new ByteArrayOutputStream();
    try {
      new PdfRendererBuilder()
          .useUriResolver((_, _) -> null)
          .withHtmlContent(PAGE.replace("{rows}", rows), null)
          .toStream(paper)
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException("a receipt could not be printed", e);
    }
    return paper.toByteArray();
  }

  private static String row(Map.Entry<String, String> line) {
    return "<tr><th>"
        + escaped(line.getKey())
        + "</th><td>"
        + escaped(line.getValue())
        + "</td></tr>";
  }

  /// The text with every character in a form that is no mark-up; those that no document may have,
  /// or that turn the direction of reading, become question marks.
  private static String escaped(String text) {
    return text.codePoints().mapToObj(ReceiptPaper::escaped).collect(Collectors.joining());
  }

  private static String escaped(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> "?";
      default ->
          Character.isLetterOrDigit(character) || character == ' '
              ? Character.toString(character)
              : "&#" + character + ";";
    };
  }
}
