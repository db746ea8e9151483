package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.Agent;
import id.sakelar.server.banking.Agent.Grade;
import id.sakelar.server.banking.Agent.Status;
import id.sakelar.server.banking.Holder;
import id.sakelar.server.banking.Profile;
import id.sakelar.server.banking.Profile.Address;
import id.sakelar.server.banking.Profile.Brand;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// An agent of a test, and what only the agent knows.
///
/// @param partner whose deposit is the float
/// @param pin empty for one who has not chosen it
/// @param account the number of the agent's own
record Demo(
    String username,
    String partner,
    String password,
    String pin,
    String account,
    Holder holder,
    Profile profile,
    List<String> types) {
  private static final Brand BRAND =
      new Brand("BNI", "1583909614507.jpeg", "1583909611598.jpeg", "ff6f00");

  /// The agent of the document.
  static final Demo ARDHA =
      new Demo(
          "BNIUS100294",
          "bnius100294",
          "T6jkl4ss",
          "359569",
          "4447",
          new Holder("ARDHA HERDIANTO", "089689677052", "99999999", ""),
          new Profile(
              "Ardha Herdianto",
              "agen100294@example.id",
              "081332758961",
              null,
              null,
              "4",
              "",
              """
              {"register":"agent/BNI_1234567890123679_KTP_1578019696.png","due_diligence":\
              {"file":"agent/BNI_1234567890123679_TU_1578367433.png","detail":""}}""",
              "1202",
              new Address(
                  "Perumahan Gateway",
                  "02/02",
                  "Jatikalang",
                  "Krian",
                  "Kab_Sidoarjo",
                  "Jawa Timur"),
              null,
              BRAND),
          Agent.TYPES);

  /// The agent's colleague.
  static final Demo OTHER =
      new Demo(
          "BNIUS100268",
          "bnius100268",
          "A31jKb99",
          "112233",
          "4448",
          new Holder("AGEN DUA", "081300000268", "", ""),
          profile(
              "Agen Dua",
              "081300000268",
              new Address("Jalan Raya Ubud", "01/03", "Ubud", "Ubud", "Kab_Gianyar", "Bali")),
          Agent.TYPES);

  /// Another agent for each number of a few digits, of a partner of the same name.
  static Demo of(int number) {
    var username = "BNIUS" + (200_000 + number);
    return of(username, username.toLowerCase(Locale.ROOT), "password-" + number, number);
  }

  /// An agent of a partner who is there.
  static Demo of(String username, String partner, String password, int number) {
    return new Demo(
        username,
        partner,
        password,
        String.valueOf(123_000 + number),
        String.valueOf(5_000 + number),
        new Holder("AGEN " + number, "08130000" + (5_000 + number), "", ""),
        profile("Agen " + number, "", new Address("Jalan Raya", "", "", "", "Kab_Gianyar", "Bali")),
        Agent.TYPES);
  }

  private static Profile profile(String name, String phone, Address address) {
    return new Profile(
        name,
        "agen100268@example.id",
        phone,
        null,
        null,
        "4",
        "",
        null,
        "7202",
        address,
        null,
        BRAND);
  }

  Demo withTypes(String... only) {
    return new Demo(username, partner, password, pin, account, holder, profile, List.of(only));
  }

  Demo withoutPin() {
    return new Demo(username, partner, password, "", account, holder, profile, types);
  }

  Demo withPassword(String other) {
    return new Demo(username, partner, other, pin, account, holder, profile, types);
  }

  Agent agent() {
    return new Agent(
        username,
        partner,
        Status.ACTIVE,
        Grade.A,
        types,
        "BNI",
        "014",
        username.matches("BNIUS[0-9]{6}") ? username.substring(5) : "00" + account,
        "Bali",
        Instant.parse("2019-05-31T02:00:00Z"),
        null,
        null,
        profile,
        account);
  }

  @Override
  public String toString() {
    return "Demo[" + username + "]";
  }
}
