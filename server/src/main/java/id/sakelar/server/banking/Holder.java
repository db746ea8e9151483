package id.sakelar.server.banking;

/// Whose account it is. Telephones may be empty. Immutable.
public record Holder(String name, String mobile, String home, String office) {
  /// Says nothing about who it is.
  @Override
  public String toString() {
    return "Holder";
  }
}
