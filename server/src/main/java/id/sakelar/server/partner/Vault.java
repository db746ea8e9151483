package id.sakelar.server.partner;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Set;

/// Seals secrets for the database with AES-256-GCM. The key lives in a file outside the database
/// that only its owner may read. Immutable and thread-safe.
public final class Vault {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Aead aead;

  private Vault(KeysetHandle keys) throws GeneralSecurityException {
    this.aead = keys.getPrimitive(AeadConfig2026.get(), Aead.class);
  }

  /// Opens the key file.
  ///
  /// @throws IOException if it cannot be read, holds no key, or others than its owner may open it
  public static Vault open(Path file) throws IOException {
    var text = SecretFile.read(file).reveal();
    try {
      return new Vault(
          TinkJsonProtoKeysetFormat.parseKeyset(
              text, AeadConfig2026.get(), InsecureSecretKeyAccess.get()));
    } catch (GeneralSecurityException e) {
      throw new IOException("the key file holds no key: " + file, e);
    }
  }

  /// Makes a new key file, readable by its owner only.
  ///
  /// @throws IOException if the file is there already or cannot be written
  public static void create(Path file) throws IOException {
    try {
      var keys =
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
      Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      Files.writeString(
          file,
          TinkJsonProtoKeysetFormat.serializeKeyset(
              keys, AeadConfig2026.get(), InsecureSecretKeyAccess.get()),
          StandardOpenOption.TRUNCATE_EXISTING);
    } catch (GeneralSecurityException e) {
      throw new IOException("no key could be made", e);
    }
  }

  /// Seals a secret. `place` is where it will be stored: sealed, it opens nowhere else.
  byte[] seal(Secret secret, String place) {
    try {
      return aead.encrypt(secret.reveal().getBytes(UTF_8), place.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a secret could not be sealed", e);
    }
  }

  /// Seals a text for a column of text; otherwise as a secret.
  public String sealText(String clear, String place) {
    return "v1:"
        + Base64.getEncoder().withoutPadding().encodeToString(seal(new Secret(clear), place));
  }

  /// Opens what was sealed for the same place.
  ///
  /// @throws IllegalStateException if it was sealed with another key or for another place
  public String openText(String sealed, String place) {
    return open(Base64.getDecoder().decode(sealed.substring(3)), place).reveal();
  }

  /// Opens what was sealed for the same place.
  ///
  /// @throws IllegalStateException if it was sealed with another key or for another place
  Secret open(byte[] sealed, String place) {
    try {
      return new Secret(new String(aead.decrypt(sealed, place.getBytes(UTF_8)), UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a stored secret does not open with this key file", e);
    }
  }
}
