package id.sakelar.money;

/// An amount of Indonesian rupiah, exact to the sen (1/100 rupiah).
///
/// Every amount inside the system is a `Rupiah`; a dialect that speaks in strings, integers or
/// decimals converts at its own edge. Sums that overflow throw [ArithmeticException]; nothing is
/// ever rounded. May be negative: a balance can be. Immutable.
///
/// @param sen the amount in sen, -2^63 to 2^63-1
public record Rupiah(long sen) implements Comparable<Rupiah> {
  public static final Rupiah ZERO = new Rupiah(0);

  /// Whole rupiah: `of(2_500)` is two thousand five hundred rupiah.
  public static Rupiah of(long whole) {
    return new Rupiah(Math.multiplyExact(whole, 100L));
  }

  public Rupiah plus(Rupiah other) {
    return new Rupiah(Math.addExact(sen, other.sen));
  }

  public Rupiah minus(Rupiah other) {
    return new Rupiah(Math.subtractExact(sen, other.sen));
  }

  public Rupiah times(long factor) {
    return new Rupiah(Math.multiplyExact(sen, factor));
  }

  public Rupiah negated() {
    return new Rupiah(Math.negateExact(sen));
  }

  public boolean isPositive() {
    return sen > 0;
  }

  public boolean isNegative() {
    return sen < 0;
  }

  public boolean isWhole() {
    return sen % 100 == 0;
  }

  /// The amount in whole rupiah, for a dialect that cannot carry sen.
  ///
  /// @throws ArithmeticException if there are sen left over
  public long toWhole() {
    if (!isWhole()) {
      throw new ArithmeticException(this + " is not a whole number of rupiah");
    }
    return sen / 100;
  }

  @Override
  public int compareTo(Rupiah other) {
    return Long.compare(sen, other.sen);
  }

  /// `Rp12500`, `Rp12500.05`, `-Rp0.50`.
  @Override
  public String toString() {
    String sign = sen < 0 ? "-Rp" : "Rp";
    long whole = Math.abs(sen / 100);
    long rest = Math.abs(sen % 100);
    return rest == 0 ? sign + whole : sign + whole + (rest < 10 ? ".0" : ".") + rest;
  }
}
