package id.sakelar.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import id.sakelar.http.Body;
import id.sakelar.http.Budget;
import id.sakelar.http.Caller;
import id.sakelar.http.NotSent;
import id.sakelar.http.Unheard;
import id.sakelar.server.Database;
import id.sakelar.server.Settings;
import id.sakelar.server.partner.Pseudonyms;
import id.sakelar.server.partner.SealedKeyStore;
import id.sakelar.server.partner.Vault;
import id.sakelar.server.payment.TicketStore;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;

/// Makes the card payment that the documents ask after, as its partner would make it.
final class PrintedCardPayment {
  private static final String ASKED =
      "username=dummy&password=dummy123&cc_code=8&cc_accountnumber=4137777777777777&amount=100000";

  private PrintedCardPayment() {}

  static void make(int port, Settings settings) throws IOException {
    var budget = Budget.of(Duration.ofSeconds(5), Duration.ofMinutes(1));
    try (var caller = new Caller(URI.create("http://127.0.0.1:" + port), budget)) {
      var body = Body.of("application/x-www-form-urlencoded", ASKED.getBytes(US_ASCII));
      var heard = caller.ask("POST", "/json/kartukredit/transfer_acc", Map.of(), body);
      var told = new String(heard.body().bytes(), US_ASCII);
      if (!told.contains(DemoInquiries.CARD_PAYMENT.reference())) {
        throw new IOException("the printed card payment could not be made");
      }
    } catch (NotSent | Unheard e) {
      throw new IOException("the printed card payment could not be made", e);
    }
    forget(settings);
  }

  /// Who pays this card without an inquiry is not to be told of this payment.
  private static void forget(Settings settings) throws IOException {
    try (var database = Database.at(settings.database())) {
      var jdbi = database.requests();
      var vault = Vault.open(settings.vault().keyFile());
      var keys = new SealedKeyStore(jdbi, vault, new SecureRandom());
      new TicketStore(jdbi, Pseudonyms.open(keys)).forget(DemoInquiries.CARD_PAYMENT);
    }
  }
}
