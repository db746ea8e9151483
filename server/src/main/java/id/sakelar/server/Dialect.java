package id.sakelar.server;

import id.sakelar.server.catalog.Family;
import id.sakelar.server.front.bankplus.BankplusFront;
import id.sakelar.server.front.digiswitch.DigiswitchFront;
import id.sakelar.server.front.iak.IakFront;
import id.sakelar.server.front.mmbc.MmbcFront;
import id.sakelar.server.upstream.digiswitch.DigiswitchBiller;
import id.sakelar.server.upstream.iak.IakBiller;
import id.sakelar.server.upstream.mmbc.MmbcBiller;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The dialects, and for which kinds of bills each has fields.
enum Dialect {
  DIGISWITCH,
  IAK,
  MMBC,
  BANKPLUS;

  /// The dialect of a word of the configuration.
  static Optional<Dialect> find(String word) {
    return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether its partners prove themselves with a password, and not with a key that signs.
  boolean hasPasswords() {
    return switch (this) {
      case DIGISWITCH, IAK -> false;
      case MMBC, BANKPLUS -> true;
    };
  }

  /// Whether there are billers that speak it.
  boolean isOfBillers() {
    return this != BANKPLUS;
  }

  /// Whether partners who speak it can ask for such bills.
  boolean sells(Family family) {
    return switch (this) {
      case DIGISWITCH -> DigiswitchFront.sells(family);
      case IAK -> IakFront.sells(family);
      case MMBC -> MmbcFront.sells(family);
      case BANKPLUS -> BankplusFront.sells(family);
    };
  }

  /// Whether such bills can be paid at a biller that speaks it.
  boolean serves(Family family) {
    return switch (this) {
      case DIGISWITCH -> DigiswitchBiller.serves(family);
      case IAK -> IakBiller.serves(family);
      case MMBC -> MmbcBiller.serves(family);
      case BANKPLUS -> false;
    };
  }

  /// As it is typed.
  @Override
  public String toString() {
    return word();
  }
}
