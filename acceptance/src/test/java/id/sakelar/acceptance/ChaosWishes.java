package id.sakelar.acceptance;

import id.sakelar.acceptance.ChaosBanks.Host;
import id.sakelar.server.banking.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What the clients of the bank want, of every kind, between whatever accounts. Immutable.
///
/// @param savings numbers of accounts at our bank
record ChaosWishes(
    List<ChaosTeller> tellers, ChaosCaller caller, List<String> savings, List<Host> hosts) {
  private static final int CUSTOMERS = 6;
  private static final long OPENING = 10_000_000;

  ChaosWishes {
    tellers = List.copyOf(tellers);
    savings = List.copyOf(savings);
    hosts = List.copyOf(hosts);
  }

  /// Has the agents open a few accounts, which takes a server that is ready.
  static ChaosWishes begin(ChaosSystem system) throws InterruptedException {
    var tellers = system.tellers();
    var savings = new ArrayList<String>();
    for (int i = 0; i < CUSTOMERS; i++) {
      savings.add(tellers.get(i % tellers.size()).open(OPENING));
    }
    return new ChaosWishes(
        tellers, new ChaosCaller(system.doors()), savings, system.banks().hosts());
  }

  /// What client `number` wants. Transfers across three banks are the most interesting.
  ChaosWay wish(int number, Random chance) {
    var teller = tellers.get(chance.nextInt(tellers.size()));
    var sid = "move-" + number;
    long amount = chance.nextInt(1, 10) * 1_000L;
    int here = chance.nextInt(hosts.size());
    var there = customer(1 - here, chance);
    return switch (number % 12) {
      case 0 -> teller.deposit(sid, ours(chance).account(), amount);
      case 1 -> teller.withdrawal(sid, ours(chance).account(), amount);
      case 2 -> teller.intrabank(sid, ours(chance).account(), amount);
      case 3 -> teller.interbank(sid, there.bank(), there.account(), amount);
      case 4 -> {
        int first = chance.nextInt(savings.size());
        var target = end(savings.get((first + 1) % savings.size()));
        yield caller.transfer(end(savings.get(first)), target, amount);
      }
      case 5, 6 -> caller.transfer(ours(chance), there, amount);
      case 7 -> caller.transfer(there, ours(chance), amount);
      case 8 -> {
        var customers = hosts.get(here).customers();
        yield caller.transfer(customers.get(0), customers.get(1), amount);
      }
      default -> caller.transfer(customer(here, chance), there, amount);
    };
  }

  private End ours(Random chance) {
    return end(savings.get(chance.nextInt(savings.size())));
  }

  private static End end(String savings) {
    return new End("009", savings);
  }

  private End customer(int host, Random chance) {
    var customers = hosts.get(host).customers();
    return customers.get(chance.nextInt(customers.size()));
  }
}
