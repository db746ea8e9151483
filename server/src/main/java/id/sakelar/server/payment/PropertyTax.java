package id.sakelar.server.payment;

import id.sakelar.money.Rupiah;
import org.jspecify.annotations.Nullable;

/// Property tax (PBB), or another local tax when it names a province (PDL).
public record PropertyTax(
    String holder,
    int sheets,
    Rupiah amount,
    String address,
    String year,
    String village,
    String district,
    String cityCode,
    String city,
    @Nullable String province,
    String landArea,
    String buildingArea,
    Assessment assessment)
    implements Bill {

  public PropertyTax(
      String holder,
      int sheets,
      Rupiah amount,
      String address,
      String year,
      String village,
      String district,
      String cityCode,
      String city,
      @Nullable String province,
      String landArea,
      String buildingArea) {
    this(
        holder,
        sheets,
        amount,
        address,
        year,
        village,
        district,
        cityCode,
        city,
        province,
        landArea,
        buildingArea,
        new Assessment("", "", null));
  }

  /// When the tax was stated, when it is due, what of the amount is a fine, and the number of the
  /// property (NOP).
  public record Assessment(String stated, String due, @Nullable Rupiah fine, String property) {
    public Assessment(String stated, String due, @Nullable Rupiah fine) {
      this(stated, due, fine, "");
    }

    /// Leaves out which property it is.
    @Override
    public String toString() {
      return "Assessment[" + due + "]";
    }
  }

  @Override
  public String toString() {
    return Bill.describe(this);
  }
}
