package id.sakelar.server.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;

/// Reads secrets from files that nobody but their owner can open.
public final class SecretFile {
  private static final int BYTES = 32;

  private SecretFile() {}

  /// Makes a file with a new secret of 256 random bits, in hexadecimal.
  ///
  /// @throws IOException if it is there already, or cannot be written
  public static void create(Path file, SecureRandom chance) throws IOException {
    var secret = new byte[BYTES];
    chance.nextBytes(secret);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, HexFormat.of().formatHex(secret), StandardOpenOption.TRUNCATE_EXISTING);
  }

  /// The whole text of the file, without blank space at its ends.
  ///
  /// @throws IOException if it cannot be read, is empty, or others than its owner may open it
  public static Secret read(Path file) throws IOException {
    var others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
    others.remove(PosixFilePermission.OWNER_READ);
    others.remove(PosixFilePermission.OWNER_WRITE);
    if (!others.isEmpty()) {
      throw new IOException("a file with a secret must be closed to all but its owner: " + file);
    }
    var text = Files.readString(file).strip();
    if (text.isEmpty()) {
      throw new IOException("a file with a secret is empty: " + file);
    }
    return new Secret(text);
  }
}
