package id.sakelar.server.banking;

import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.Transfers.Leave;
import id.sakelar.server.banking.Transfers.TokenForm;
import id.sakelar.server.partner.Pseudonyms;
import id.sakelar.server.partner.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;

/// Leave to send money to an account, once: what an inquiry leaves behind. Thread-safe when its
/// source of chance is.
public final class LeaveStore {
  private static final int CODE_BYTES = 16;

  private final Jdbi jdbi;
  private final HolderTextStore texts;
  private final Pseudonyms pseudonyms;
  private final RandomGenerator chance;

  /// Leaves in this database.
  ///
  /// @param pseudonyms hash the codes
  /// @param chance makes the tokens, which nobody may guess
  public LeaveStore(Jdbi jdbi, Vault vault, Pseudonyms pseudonyms, RandomGenerator chance) {
    this.jdbi = jdbi;
    this.texts = new HolderTextStore(vault);
    this.pseudonyms = pseudonyms;
    this.chance = chance;
  }

  /// Gives a new leave.
  ///
  /// @return its token in clear, for its owner and nobody else
  String give(TokenForm form, Terms terms) {
    while (true) {
      var token = token(form);
      if (put(stored(form, token), terms)) {
        return token;
      }
    }
  }

  private String token(TokenForm form) {
    return switch (form) {
      case CODE -> {
        var random = new byte[CODE_BYTES];
        chance.nextBytes(random);
        yield HexFormat.of().formatHex(random);
      }
      case NUMBER -> String.valueOf(chance.nextInt(100_000_000, 1_000_000_000));
    };
  }

  private String stored(TokenForm form, String token) {
    return switch (form) {
      case CODE -> pseudonyms.of("leave", token);
      case NUMBER -> token;
    };
  }

  private boolean put(String token, Terms terms) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate(
                        """
                        INSERT INTO leave_to_pay
                          (token, owner, bank, account, name, fee_sen, made_at, expires_at)
                        VALUES (:token, :owner, :bank, :account, :name, :fee, :made, :expires)
                        ON CONFLICT DO NOTHING
                        """)
                    .bind("token", token)
                    .bind("owner", terms.owner())
                    .bindMethods(terms.end())
                    .bind("name", texts.writeName(token, terms.name()))
                    .bind("fee", terms.fee().sen())
                    .bind("made", terms.madeAt())
                    .bind("expires", terms.expiresAt())
                    .execute()
                == 1);
  }

  /// The leave of a token in clear, if it is this owner's.
  Optional<Leave> find(String owner, String token) {
    return form(token)
        .flatMap(
            form ->
                jdbi.withHandle(
                    handle ->
                        handle
                            .createQuery(
                                """
                                SELECT token, owner, bank, account, name, fee_sen, expires_at,
                                       used_by IS NOT NULL AS used
                                FROM leave_to_pay WHERE token = :token AND owner = :owner
                                """)
                            .bind("token", stored(form, token))
                            .bind("owner", owner)
                            .map((row, _) -> leave(row))
                            .findOne()));
  }

  private static Optional<TokenForm> form(String token) {
    if (token.matches("[0-9a-f]{32}")) {
      return Optional.of(TokenForm.CODE);
    }
    return token.matches("[1-9][0-9]{8}") ? Optional.of(TokenForm.NUMBER) : Optional.empty();
  }

  private Leave leave(ResultSet row) throws SQLException {
    var token = row.getString("token");
    return new Leave(
        token,
        row.getString("owner"),
        new End(row.getString("bank"), row.getString("account")),
        texts.readName(token, row.getString("name")),
        new Rupiah(row.getLong("fee_sen")),
        row.getTimestamp("expires_at").toInstant(),
        row.getBoolean("used"));
  }

  /// What a leave is given for.
  record Terms(String owner, End end, String name, Rupiah fee, Instant madeAt, Instant expiresAt) {
    /// Leaves out whose account it is.
    @Override
    public String toString() {
      return "Terms";
    }
  }
}
