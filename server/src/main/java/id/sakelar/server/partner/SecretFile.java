package id.sakelar.server.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;

/// Reads secrets from files that nobody but their owner can open.
public final class SecretFile {
  private SecretFile() {}

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
