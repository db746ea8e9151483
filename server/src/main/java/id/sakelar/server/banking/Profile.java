package id.sakelar.server.banking;

import org.jspecify.annotations.Nullable;

/// What an agent sees of itself after logging in, and what receipts say of it. Sealed where it is
/// stored. Immutable.
///
/// @param kelompok [#AGENT], or `0` for others
/// @param group the agent's rank among the bank's users; empty for none
/// @param attachment which files there are of the agent, as a JSON text
/// @param region the agent's code in the central bank's list of regions
/// @param mitraStatus `1` where the mitra works, `0` where not; null if nothing is said
public record Profile(
    String name,
    String email,
    String phone,
    @Nullable String favourite,
    @Nullable String menu,
    String kelompok,
    String group,
    @Nullable String attachment,
    String region,
    Address address,
    @Nullable String mitraStatus,
    Brand brand) {
  /// The `kelompok` of agents.
  public static final String AGENT = "4";

  /// Where the agent is found, as far as it is known; what is not is empty.
  ///
  /// @param rt the neighbourhood, such as `02/02`
  public record Address(
      String street, String rt, String village, String district, String regency, String province) {
    @Override
    public String toString() {
      return "Address";
    }
  }

  /// How the bank presents itself to the agent.
  ///
  /// @param icon the name of a file
  /// @param logo the name of a file
  /// @param colour six hexadecimal digits
  public record Brand(String bank, String icon, String logo, String colour) {}

  /// Says nothing about who it is.
  @Override
  public String toString() {
    return "Profile";
  }
}
