package id.sakelar.server.banking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/// Pictures of customers and their identity cards, as files of a directory that only its owner may
/// open. What is stored elsewhere is their references. Thread-safe.
///
/// The class is the seam: whoever keeps pictures in another place writes another class with these
/// methods.
public final class ImageStore {
  /// The most a picture may have.
  public static final int MOST_BYTES = 256 * 1024;

  private static final Pattern REFERENCE =
      Pattern.compile(
          "([A-Za-z0-9][A-Za-z0-9_-]{0,63}/)?[A-Za-z0-9][A-Za-z0-9_-]{0,99}[.](jpg|png)");
  private static final int NAME_BYTES = 16;
  private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ff");
  private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a");
  private static final FileAttribute<?> OWNERS_DIRECTORY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<?> OWNERS_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path directory;
  private final SecureRandom chance;

  /// @param directory is made when the first picture is put into it
  /// @param chance where names come from
  public ImageStore(Path directory, SecureRandom chance) {
    this.directory = directory;
    this.chance = chance;
  }

  /// What a picture shows.
  public enum Kind {
    IDENTITY_CARD,
    PORTRAIT
  }

  /// Keeps a picture.
  ///
  /// @return its reference, such as `portrait/0123456789abcdef0123456789abcdef.jpg`
  /// @throws IllegalArgumentException if it is neither JPEG nor PNG, or has over [#MOST_BYTES]
  /// @throws IOException if it cannot be written
  public String put(byte[] picture, Kind kind) throws IOException {
    if (picture.length > MOST_BYTES) {
      throw new IllegalArgumentException("a picture has at most " + MOST_BYTES + " bytes");
    }
    var reference = folder(kind) + "/" + newName() + "." + ending(picture);
    var file = directory.resolve(reference);
    Files.createDirectories(file.getParent(), OWNERS_DIRECTORY);
    var draft = Files.createTempFile(file.getParent(), "", ".new", OWNERS_FILE);
    Files.write(draft, picture, StandardOpenOption.SYNC);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    return reference;
  }

  /// Whether a reference looks like one of this store's.
  public static boolean isOurs(String reference) {
    return Arrays.stream(Kind.values()).anyMatch(kind -> reference.startsWith(folder(kind) + "/"));
  }

  /// Whether there is a picture of this reference. What cannot be one is none.
  public boolean has(String reference) {
    return REFERENCE.matcher(reference).matches()
        && Files.isRegularFile(directory.resolve(reference), LinkOption.NOFOLLOW_LINKS);
  }

  private static String folder(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String newName() {
    var name = new byte[NAME_BYTES];
    chance.nextBytes(name);
    return HexFormat.of().formatHex(name);
  }

  private static String ending(byte[] picture) {
    if (begins(picture, JPEG)) {
      return "jpg";
    }
    if (begins(picture, PNG)) {
      return "png";
    }
    throw new IllegalArgumentException("a picture is JPEG or PNG");
  }

  private static boolean begins(byte[] picture, byte[] with) {
    return picture.length >= with.length
        && Arrays.equals(picture, 0, with.length, with, 0, with.length);
  }
}
