package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.Agent;
import id.sakelar.server.banking.OurBank;
import id.sakelar.server.banking.Profile;
import id.sakelar.wire.bankplus.AgentCard;
import id.sakelar.wire.bankplus.AgentProfile;
import id.sakelar.wire.bankplus.AgentProfile.Address;
import id.sakelar.wire.bankplus.AgentProfile.Brand;
import id.sakelar.wire.bankplus.AgentProfile.Codes;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells agents who they are in the words of the dialect. Immutable.
record AgentTelling(OurBank bank) {
  /// What stands beside every answer to a transaction.
  static AgentCard card(Agent agent) {
    return new AgentCard(
        agent.code(), agent.profile().name(), inOneLine(agent.profile().address()));
  }

  /// `Perumahan Gateway 02/02 Jatikalang Kab_Sidoarjo, Jawa Timur`.
  private static String inOneLine(Profile.Address address) {
    var place =
        Stream.of(address.street(), address.rt(), address.village(), address.regency())
            .filter(it -> !it.isEmpty())
            .collect(Collectors.joining(" "));
    return Stream.of(place, address.province())
        .filter(it -> !it.isEmpty())
        .collect(Collectors.joining(", "));
  }

  AgentProfile profile(Agent agent) {
    var profile = agent.profile();
    return new AgentProfile(
        profile.name(),
        profile.email(),
        profile.phone(),
        agent.username(),
        status(agent.status()),
        Optional.ofNullable(profile.favourite()),
        new Codes(bank.name(), agent.branch(), agent.mitra(), agent.counter()),
        profile.kelompok(),
        Optional.ofNullable(profile.menu()),
        profile.group(),
        Optional.ofNullable(agent.passwordChangedAt()),
        Optional.ofNullable(agent.pinChangedAt()),
        Optional.ofNullable(profile.attachment()),
        profile.region(),
        String.join(",", agent.types()),
        address(profile.address()),
        Optional.ofNullable(profile.mitraStatus()),
        brand(profile.brand()));
  }

  private static String status(Agent.Status status) {
    return switch (status) {
      case SUSPENDED -> "0";
      case ACTIVE -> "1";
      case PENDING -> "2";
    };
  }

  private static Address address(Profile.Address address) {
    return new Address(
        address.street(),
        address.rt(),
        address.village(),
        address.district(),
        address.regency(),
        address.province());
  }

  private static Brand brand(Profile.Brand brand) {
    return new Brand(brand.icon(), brand.logo(), brand.colour(), brand.bank());
  }
}
