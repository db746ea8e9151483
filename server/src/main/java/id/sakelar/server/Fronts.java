package id.sakelar.server;

import id.sakelar.http.Door;
import id.sakelar.server.catalog.Catalog;
import id.sakelar.server.front.bankplus.BankplusFront;
import id.sakelar.server.front.digiswitch.DigiswitchFront;
import id.sakelar.server.front.iak.IakFront;
import id.sakelar.server.front.mmbc.MmbcFront;
import id.sakelar.server.front.mmbc.MmbcSettings;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.partner.PartnerStore;
import id.sakelar.server.partner.Partners;
import id.sakelar.server.partner.Pseudonyms;
import id.sakelar.server.payment.NumberStore;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.TicketStore;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// The fronts of all dialects, each with payments that wait as long as its clients do.
final class Fronts implements AutoCloseable {
  private final Settings settings;
  private final Function<Duration, Payments> payments;
  private final List<Payments> opened = new ArrayList<>();

  /// @param payments makes payments that answer within a time
  Fronts(Settings settings, Function<Duration, Payments> payments) {
    this.settings = settings;
    this.payments = payments;
  }

  /// What the fronts share.
  record Shared(
      Partners partners,
      PartnerStore partnerStore,
      Catalog catalog,
      DepositStore deposits,
      NumberStore numbers,
      TicketStore tickets,
      Pseudonyms pseudonyms,
      InstantSource clock) {}

  void openOn(Door.Builder door, Shared shared) {
    var answer = settings.answerWithin();
    new DigiswitchFront(
            shared.partners(),
            answeringWithin(answer.digiswitch()),
            shared.catalog(),
            shared.deposits(),
            shared.pseudonyms(),
            settings.partners().priceLists())
        .openOn(door);
    new IakFront(
            shared.partners(),
            answeringWithin(answer.iak()),
            shared.catalog(),
            shared.deposits(),
            shared.numbers(),
            shared.partnerStore(),
            shared.clock())
        .openOn(door);
    new MmbcFront(
            shared.partners(),
            answeringWithin(answer.mmbc()),
            shared.catalog(),
            shared.numbers(),
            shared.tickets(),
            shared.clock(),
            mmbc())
        .openOn(door);
  }

  /// Serves the agents of our bank on the same door.
  ///
  /// @throws IOException if the pepper of PINs cannot be read
  void openPlatform(Door.Builder door, Shared shared, BranchlessBank bank) throws IOException {
    var agents = settings.agents();
    new BankplusFront(
            bank.people(shared.partners()),
            bank.money(),
            bank.papers(),
            new BankplusFront.Bills(
                answeringWithin(agents.answerWithin()),
                shared.numbers(),
                bank.sids(),
                shared.catalog()),
            bank.lists(),
            shared.clock(),
            bank.chance())
        .openOn(door);
  }

  private MmbcSettings mmbc() {
    var samples = Set.copyOf(settings.partners().sampleCards().orElse(List.of()));
    return new MmbcSettings(samples, settings.partners().cardInquiries());
  }

  private Payments answeringWithin(Duration patience) {
    var made = payments.apply(patience);
    opened.add(made);
    return made;
  }

  /// Lets no more payments be opened, and waits for those that run: for all dialects together no
  /// longer than the most patient one waits.
  @Override
  public void close() {
    var closing = opened.stream().map(each -> Thread.ofVirtual().start(each::close)).toList();
    for (Thread thread : closing) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
