package id.sakelar.server.banking;

import java.util.List;
import java.util.stream.IntStream;

/// The lists that forms let agents choose from.
///
/// Source: the Bank+ document, whose answers to `master/…` print these rows, spelling included.
public final class Master {
  public static final List<Entry> JOBS =
      entries(
          "AKUNTING / KEUANGAN",
          "CUSTOMER SERVICE",
          "ENGINEERING",
          "EXECUTIV",
          "ADMINISTRASI UMUM",
          "KOMPUTER",
          "KONSULTAN");

  public static final List<Entry> EDUCATIONS =
      entries("TANPA GELAR", "D1", "D2", "D3", "S1/D4", "S2", "S3");

  /// What comes in.
  public static final List<Entry> SALARIES =
      entries(
          "< Rp 2,5 juta",
          "Rp 2,5 juta s/d Rp 5 juta",
          "Rp 5 juta s/d Rp 10 juta",
          "Rp 10 juta s/d Rp 15 juta",
          "Rp 15 juta s/d Rp 20 juta",
          "Rp 20 juta s/d Rp 25 juta",
          "Rp 25 juta s/d Rp 50 juta",
          "> Rp 50 juta");

  /// What will move on the account.
  public static final List<Entry> TRANSACTIONS =
      entries(
          "< Rp 50 juta",
          "Rp 50 juta s/d Rp 100 juta",
          "Rp 100 juta s/d Rp 500 juta",
          "Rp 500 juta s/d Rp 1 Miliar",
          "> Rp 1 Miliar");

  private Master() {}

  /// A row.
  ///
  /// @param id from 1
  public record Entry(int id, String name) {}

  private static List<Entry> entries(String... names) {
    return IntStream.range(0, names.length).mapToObj(i -> new Entry(i + 1, names[i])).toList();
  }
}
