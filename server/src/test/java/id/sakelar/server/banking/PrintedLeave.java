package id.sakelar.server.banking;

import id.sakelar.server.partner.Vault;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;

/// Leave to send money free of charge under a number of a test's choice, as the document prints it.
public record PrintedLeave(Jdbi jdbi, Vault vault) {
  public void put(String number, String owner, End end, String name, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO leave_to_pay
                      (token, owner, bank, account, name, fee_sen, made_at, expires_at)
                    VALUES (:number, :owner, :bank, :account, :name, 0, :now, :until)
                    """)
                .bind("number", number)
                .bind("owner", owner)
                .bindMethods(end)
                .bind("name", new HolderTextStore(vault).writeName(number, name))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("until", now.plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
                .execute());
  }
}
