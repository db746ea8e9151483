package id.sakelar.server.partner;

import org.jdbi.v3.core.Jdbi;

/// STUB until merged.
public final class Pseudonyms {
  private Pseudonyms() {}

  public static Pseudonyms open(Jdbi jdbi, Vault vault) {
    return new Pseudonyms();
  }

  public String of(String... words) {
    return "x".repeat(60) + Integer.toHexString(String.join("/", words).hashCode() & 0xffff);
  }
}
