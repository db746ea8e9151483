package id.sakelar.server.partner;

import id.sakelar.money.Rupiah;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody who pays bills through us, from a deposit. Immutable.
///
/// @param id `[a-z0-9][a-z0-9._-]{0,39}`, for ever
/// @param name what people call it
/// @param active whether it may call
/// @param addresses the networks it may call from; empty means from anywhere
/// @param webhook where it wants to be told how a pending payment ended; null for nowhere
public record Partner(
    String id,
    String name,
    boolean active,
    List<Network> addresses,
    Limits limits,
    @Nullable URI webhook) {
  public Partner {
    addresses = List.copyOf(addresses);
    if (!id.matches("[a-z0-9][a-z0-9._-]{0,39}")) {
      throw new IllegalArgumentException(
          "a partner's id is 1 to 40 lower-case letters, digits, dots, dashes and underscores");
    }
  }

  /// The same, and whether it may call.
  public Partner withActive(boolean now) {
    return new Partner(id, name, now, addresses, limits, webhook);
  }

  /// How much and how often; null means no limit of that kind.
  ///
  /// @param perMinute requests a minute, at each server process
  /// @param perPayment the most one payment may take from the deposit
  /// @param perDay the most all payments of a business day in Jakarta may take
  public record Limits(
      @Nullable Integer perMinute, @Nullable Rupiah perPayment, @Nullable Rupiah perDay) {
    public static final Limits NONE = new Limits(null, null, null);
  }
}
