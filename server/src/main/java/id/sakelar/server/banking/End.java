package id.sakelar.server.banking;

/// One end of a transfer: an account at a bank. Immutable.
///
/// @param bank the bank's three digits
/// @param account 1 to 34 digits and letters
public record End(String bank, String account) {
  public End {
    if (!bank.matches("[0-9]{3}")) {
      throw new IllegalArgumentException("a bank's code has three digits");
    }
    if (!account.matches("[A-Za-z0-9]{1,34}")) {
      throw new IllegalArgumentException("an account is 1 to 34 digits and letters");
    }
  }
}
