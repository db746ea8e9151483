package id.sakelar.server.partner;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The keys that the switch makes for itself, sealed. Thread-safe.
public final class SealedKeyStore {
  private final Jdbi jdbi;
  private final Vault vault;
  private final SecureRandom chance;

  public SealedKeyStore(Jdbi jdbi, Vault vault, SecureRandom chance) {
    this.jdbi = jdbi;
    this.vault = vault;
    this.chance = chance;
  }

  /// The key of this name, in hexadecimal. It is made when it is asked for the first time, and is
  /// one key however many processes ask at once.
  ///
  /// @throws IllegalStateException if the one that is there does not open with this key file
  Secret open(String name) {
    return jdbi.withHandle(
        handle ->
            find(handle, name)
                .or(
                    () -> {
                      add(handle, name);
                      return find(handle, name);
                    })
                .orElseThrow());
  }

  private Optional<Secret> find(Handle handle, String name) {
    return handle
        .createQuery("SELECT sealed FROM sealed_key WHERE name = :name")
        .bind("name", name)
        .map((row, _) -> vault.open(row.getBytes("sealed"), place(name)))
        .findOne();
  }

  private void add(Handle handle, String name) {
    var key = new byte[KeyedHash.KEY_BYTES];
    chance.nextBytes(key);
    var sealed = vault.seal(new Secret(HexFormat.of().formatHex(key)), place(name));
    handle.execute(
        "INSERT INTO sealed_key (name, sealed) VALUES (?, ?) ON CONFLICT DO NOTHING", name, sealed);
  }

  private static String place(String name) {
    return "sealed_key/" + name;
  }
}
