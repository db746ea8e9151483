package id.sakelar.wire;

/// What may be shown of a number that belongs to a person.
public final class Masked {
  private static final int SHOWN = 4;

  private Masked() {}

  /// The last four characters behind stars: `530000000001` is `********0001`. A number of four or
  /// fewer shows none of them.
  public static String lastFour(String number) {
    int hidden = number.length() <= SHOWN ? number.length() : number.length() - SHOWN;
    return "*".repeat(hidden) + number.substring(hidden);
  }
}
