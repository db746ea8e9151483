package id.sakelar.server.front.iak;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.wire.iak.Receipt;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/// A receipt on paper says what its lines say, whatever a biller has put into them.
class ReceiptPaperTest {
  @Test
  void a_paper_has_every_line_on_one_page() throws Exception {
    var lines = new LinkedHashMap<String, String>();
    lines.put("Nomor Transaksi", "9732789");
    lines.put("Nama", "ABDUL SAMID HARAHAP");
    lines.put("Total Bayar", "Rp661.000");

    assertThat(text(lines))
        .isEqualTo(
            """
            STRUK PEMBAYARAN
            Nomor Transaksi 9732789
            Nama ABDUL SAMID HARAHAP
            Total Bayar Rp661.000
            """);
    try (var paper = Loader.loadPDF(ReceiptPaper.print(new Receipt(lines)))) {
      assertThat(paper.getNumberOfPages()).isEqualTo(1);
    }
  }

  @Test
  void marks_in_a_line_are_text() throws Exception {
    var name = "<script>alert(\"1\")</script>&amp;<img src='file:///etc/hostname'/>]]>";

    assertThat(text(Map.of("Nama", name)).replaceAll("\\s", ""))
        .isEqualTo("STRUKPEMBAYARANNama" + name.replaceAll("\\s", ""));
  }

  @Test
  void characters_that_no_document_has_become_question_marks() throws Exception {
    var name = "A\u0000B\u0008C\u202ED\ud800E\ufffe";

    assertThat(text(Map.of("Nama", name))).isEqualTo("STRUK PEMBAYARAN\nNama A?B?C?D?E?\n");
  }

  private static String text(Map<String, String> lines) throws IOException {
    try (var paper = Loader.loadPDF(ReceiptPaper.print(new Receipt(lines)))) {
      return new PDFTextStripper().getText(paper);
    }
  }
}
