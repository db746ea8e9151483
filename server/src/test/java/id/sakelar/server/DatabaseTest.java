package id.sakelar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// What the database complains of can be logged.
class DatabaseTest {
  private static final String CUSTOMER = "551234567890";

  @Test
  void no_complaint_quotes_what_was_bound_or_what_a_row_holds() throws Exception {
    try (var real = id.sakelar.server.partner.Database.create();
        var database = Database.at(settings(real.source().getUrl()).database())) {
      for (Jdbi jdbi : new Jdbi[] {database.requests(), database.recovery()}) {
        assertThat(complaint(jdbi, "INSERT INTO nowhere (customer) VALUES (:customer)"))
            .contains("nowhere")
            .doesNotContain(CUSTOMER);
        assertThat(complaint(jdbi, "INSERT INTO partner (partner, name) VALUES ('?', :customer)"))
            .contains("partner_partner_check")
            .doesNotContain(CUSTOMER);
      }
    }
  }

  private static String complaint(Jdbi jdbi, String sql) {
    var complaint =
        catchThrowable(
            () ->
                jdbi.useHandle(
                    handle -> handle.createUpdate(sql).bind("customer", CUSTOMER).execute()));
    var trace = new StringWriter();
    complaint.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  private static Settings settings(String url) {
    var values =
        Map.of(
            "sakelar.database.url", url,
            "sakelar.database.user", "postgres",
            "sakelar.vault.key-file", "vault.key");
    return Settings.of(values, Map.of());
  }
}
