package id.sakelar.server.banking;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Somebody who is the bank at a counter. Immutable.
///
/// @param username by which they log in, such as `BNIUS100294`
/// @param partner whose deposit is their float
/// @param types what they do: of [#TYPES], each once
/// @param mitra the partner of the bank that they belong to, such as `BNI`
/// @param branch three digits
/// @param counter six digits
/// @param province where they are, as maps show it; null if that is not known
/// @param passwordChangedAt null if they never did
/// @param pinChangedAt null while they have no PIN
/// @param account the number of their own account
public record Agent(
    String username,
    String partner,
    Status status,
    Grade grade,
    List<String> types,
    String mitra,
    String branch,
    String counter,
    @Nullable String province,
    Instant registeredAt,
    @Nullable Instant passwordChangedAt,
    @Nullable Instant pinChangedAt,
    Profile profile,
    String account) {
  /// Accounts of savings and transfers.
  public static final String SAVINGS = "lakupandai";

  /// Bills and purchases.
  public static final String BILLS = "ePayment";

  /// Electronic money.
  public static final String ELECTRONIC_MONEY = "lkd";

  /// Everything an agent can do.
  public static final List<String> TYPES = List.of(SAVINGS, BILLS, ELECTRONIC_MONEY);

  private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9._@+-]{1,64}");
  private static final Pattern MITRA = Pattern.compile("[A-Za-z0-9]{1,10}");
  private static final Pattern BRANCH = Pattern.compile("[0-9]{3}");
  private static final Pattern COUNTER = Pattern.compile("[0-9]{6}");

  public Agent {
    types = List.copyOf(types);
    check(USERNAME, username, "a username is 1 to 64 letters, digits and . _ @ + -");
    check(MITRA, mitra, "a mitra is 1 to 10 letters and digits");
    check(BRANCH, branch, "a branch has three digits");
    check(COUNTER, counter, "a counter has six digits");
    if (types.isEmpty() || !TYPES.containsAll(types) || Set.copyOf(types).size() != types.size()) {
      throw new IllegalArgumentException("an agent is of some of the types " + TYPES + ", once");
    }
  }

  private static void check(Pattern pattern, String text, String words) {
    if (!pattern.matcher(text).matches()) {
      throw new IllegalArgumentException(words);
    }
  }

  /// Whether they may work.
  public enum Status {
    ACTIVE,
    /// Not admitted yet.
    PENDING,
    SUSPENDED
  }

  /// The class of POJK 1/POJK.03/2022, which every agent begins at the first of.
  public enum Grade {
    /// Basic savings and electronic money.
    A,
    /// Also other savings, and small loans.
    B,
    /// Also other products.
    C
  }

  /// The agent's code, of mitra, branch and counter, such as `BNI014100294`.
  public String code() {
    return mitra + branch + counter;
  }

  public boolean does(String type) {
    return types.contains(type);
  }

  /// Whether the agent's class is high enough to open accounts of a product.
  public boolean mayOpen(OurBank.Product product) {
    return grade.compareTo(Grade.valueOf(product.leastClass())) >= 0;
  }

  /// Leaves out who it is.
  @Override
  public String toString() {
    return "Agent[" + username + ", " + status + "]";
  }
}
