package id.sakelar.server.banking;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A bank as agents see it. Immutable.
///
/// @param code its three digits
/// @param bic its eight characters, such as `BNINIDJA`; null if it is not known
/// @param name as lists have it
/// @param shortName as receipts have it
public record Bank(String code, @Nullable String bic, String name, String shortName) {
  private static final Pattern CODE = Pattern.compile("[0-9]{3}");
  private static final Pattern BIC = Pattern.compile("[A-Z0-9]{8}");

  public Bank {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("a bank's code has three digits, not " + code);
    }
    if (bic != null && !BIC.matcher(bic).matches()) {
      throw new IllegalArgumentException("a BIC has eight capitals and digits, not " + bic);
    }
    if (name.isBlank() || shortName.isBlank()) {
      throw new IllegalArgumentException("bank " + code + " has no name");
    }
  }
}
