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

  /// What every sealed text begins with: the form it is in.
  private static final String FORM = "v1:";

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
  public byte[] seal(Secret secret, String place) {
    try {
      return aead.encrypt(secret.reveal().getBytes(UTF_8), place.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a secret could not be sealed", e);
    }
  }

  /// Opens what was sealed for the same place.
  ///
  /// @throws IllegalStateException if it was sealed with another key or for another place
  public Secret open(byte[] sealed, String place) {
    try {
      return new Secret(new String(aead.decrypt(sealed, place.getBytes(UTF_8)), UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a stored secret does not open with this key file", e);
    }
  }

  /// Seals a text for a column: `v1:` and Base64 without padding. `place` is as in [#seal].
  public String sealText(String clear, String place) {
    return FORM
        + Base64.getEncoder().withoutPadding().encodeToString(seal(new Secret(clear), place));
  }

  /// Opens a text that was sealed for the same place.
  ///
  /// @throws IllegalStateException if it was sealed with another key or for another place, or is no
  ///   sealed text
  public String openText(String sealed, String place) {
    if (!sealed.startsWith(FORM)) {
      throw new IllegalStateException("a stored text is not sealed");
    }
    return open(decoded(sealed.substring(FORM.length())), place).reveal();
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("a stored text is not sealed", e);
    }
  }
}
