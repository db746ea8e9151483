package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.AccountStore;
import id.sakelar.server.banking.Customer;
import id.sakelar.server.banking.CustomerTextStore;
import id.sakelar.server.banking.Holder;
import id.sakelar.server.banking.ImageStore;
import id.sakelar.server.banking.NewAccount;
import id.sakelar.server.banking.Orders;
import id.sakelar.server.banking.OurBank;
import id.sakelar.server.banking.Transfer;
import id.sakelar.server.front.bankplus.TransferDesk.Words;
import id.sakelar.server.partner.Pseudonyms;
import id.sakelar.wire.bankplus.OpenAccount;
import id.sakelar.wire.bankplus.OpenedAccount;
import id.sakelar.wire.bankplus.Reply;
import id.sakelar.wire.bankplus.Sentence;
import java.util.stream.Stream;

/// Opens basic savings with a first deposit from the agent's float. Thread-safe.
record OpeningClerk(
    PinDesk pins,
    TransferDesk transfers,
    Orders orders,
    AccountStore accounts,
    OurBank bank,
    Pseudonyms pseudonyms,
    BankplusFront.Papers papers,
    Refuser refuser)
    implements Clerk<OpenAccount, OpenedAccount> {
  /// What is opened unless the agent says otherwise.
  private static final String BASIC = "bsa";

  private static final int IDENTITY_DIGITS = 16;
  private static final String INDONESIAN = "WNI";

  private static final Customer.Images NO_IMAGES = new Customer.Images("", "");

  @Override
  public Reply<OpenedAccount> answer(Visit visit, OpenAccount question) {
    var product = bank.products().get(product(question));
    if (product == null) {
      return Reply.refused(Sentence.field("produk"));
    }
    if (!visit.agent().mayOpen(product)) {
      return refuser.no(Sentence.FORBIDDEN);
    }
    if (papers.strict() && question.person().ktp().length() != IDENTITY_DIGITS) {
      return Reply.refused(Sentence.field("ktp"));
    }
    if (question.image().filter(this::isLost).isPresent()) {
      return Reply.refused(Sentence.field("image"));
    }
    return pins.findFault(visit, question.pinTransaksi())
        .<Reply<OpenedAccount>>map(refuser::no)
        .orElseGet(() -> open(visit, question, product));
  }

  /// Whether it names a picture of ours that is not there. Pictures kept elsewhere have other
  /// names.
  private boolean isLost(OpenAccount.Image image) {
    return Stream.of(image.ktp(), image.foto())
        .anyMatch(name -> ImageStore.isOurs(name) && !papers.images().has(name));
  }

  private static String product(OpenAccount question) {
    return question.extras().produk().orElse(BASIC);
  }

  private Reply<OpenedAccount> open(Visit visit, OpenAccount question, OurBank.Product product) {
    var composing =
        orders.opening(
            transfers.teller(visit),
            visit.sid(),
            account(visit, question, product),
            question.deposit());
    return transfers.make(
        visit, null, composing, Words.within(transfer -> opened(visit, question, transfer)));
  }

  private NewAccount account(Visit visit, OpenAccount question, OurBank.Product product) {
    var number = accounts.newNumber();
    var identity = question.person().ktp();
    return new NewAccount(
        number,
        product(question),
        new Holder(question.person().name(), question.hp(), question.phone(), question.phone()),
        CustomerTextStore.write(customer(question)),
        product.oneEach() ? pseudonyms.of("identity", identity) : null,
        question.extras().pinNasabah().map(pin -> pins.verifier(number, pin)).orElse(null),
        visit.username());
  }

  private static Customer customer(OpenAccount question) {
    var person = question.person();
    var home = question.home();
    return new Customer(
        person.name(),
        new Customer.Person(
            person.ktp(),
            person.motherName(),
            person.pob(),
            person.dob(),
            person.gender(),
            person.statusNikah(),
            question.extras().kewarganegaraan().orElse(INDONESIAN)),
        new Customer.Home(
            home.address(),
            home.rt(),
            home.rw(),
            home.zipCode(),
            home.kelurahan(),
            home.kecamatan(),
            home.city(),
            home.state()),
        new Customer.Contact(person.email(), question.hp(), question.phone()),
        means(question),
        question.image().map(it -> new Customer.Images(it.ktp(), it.foto())).orElse(NO_IMAGES));
  }

  private static Customer.Means means(OpenAccount question) {
    var person = question.person();
    return new Customer.Means(
        person.profession(),
        person.lastEducation(),
        question.income(),
        question.jumlahTransaksi(),
        question.extras().sumberDana().orElse(null),
        question.extras().tujuan().orElse(null));
  }

  private OpenedAccount opened(Visit visit, OpenAccount question, Transfer transfer) {
    var person = question.person();
    return new OpenedAccount(
        transfer.order().target().account(),
        visit.agent().account(),
        person.name(),
        person.ktp(),
        person.email(),
        question.hp(),
        question.phone(),
        question.phone(),
        person.pob(),
        person.dob(),
        person.statusNikah(),
        person.gender(),
        transfer.order().amount(),
        question.image().map(OpenAccount.Image::foto).orElse(""),
        bank.name(),
        TransferTelling.at(transfer),
        Traces.of(transfer),
        visit.agent().code());
  }
}
