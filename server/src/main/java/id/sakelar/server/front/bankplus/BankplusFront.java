package id.sakelar.server.front.bankplus;

import id.sakelar.http.Door;
import id.sakelar.server.banking.AccountStore;
import id.sakelar.server.banking.AgentStore;
import id.sakelar.server.banking.BankStore;
import id.sakelar.server.banking.GraphStore;
import id.sakelar.server.banking.ImageStore;
import id.sakelar.server.banking.Looks;
import id.sakelar.server.banking.Master;
import id.sakelar.server.banking.Orders;
import id.sakelar.server.banking.OurBank;
import id.sakelar.server.banking.RegionStore;
import id.sakelar.server.banking.StatementStore;
import id.sakelar.server.banking.Transfers;
import id.sakelar.server.catalog.Catalog;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.partner.Partners;
import id.sakelar.server.partner.Pins;
import id.sakelar.server.partner.Pseudonyms;
import id.sakelar.server.partner.SessionStore;
import id.sakelar.server.payment.NumberStore;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.SalesStore;
import id.sakelar.server.payment.SidStore;
import id.sakelar.wire.Message;
import id.sakelar.wire.bankplus.Bankplus;
import id.sakelar.wire.bankplus.Blank;
import id.sakelar.wire.bankplus.Picture;
import id.sakelar.wire.bankplus.Reply;
import id.sakelar.wire.bankplus.Service;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// Serves all that an agent can ask of a Bank+ platform. Thread-safe.
public final class BankplusFront {
  /// The dialect's one word: credentials, payments and the codes of products are kept under it.
  public static final String DIALECT = "bankplus";

  private final People people;
  private final Money money;
  private final Papers papers;
  private final Bills bills;
  private final Lists lists;
  private final Traces traces;
  private final Refuser refuser;
  private final Porter porter;

  /// Who agents are, and what they may.
  ///
  /// @param pseudonyms name customers by their identity cards
  public record People(
      Partners partners,
      AgentStore agents,
      SessionStore sessions,
      Pins pins,
      Looks looks,
      Pseudonyms pseudonyms) {}

  /// The bank.
  ///
  /// @param transfers made to answer within 25 seconds
  public record Money(
      OurBank bank,
      AccountStore accounts,
      StatementStore statements,
      Transfers transfers,
      Orders orders) {}

  /// What customers show when they open an account.
  ///
  /// @param strict whether an identity number has to be one: sixteen digits
  public record Papers(ImageStore images, boolean strict) {}

  /// What agents sell.
  ///
  /// @param payments made to answer within 25 seconds
  public record Bills(Payments payments, NumberStore numbers, SidStore sids, Catalog catalog) {}

  /// What agents are shown.
  public record Lists(BankStore banks, RegionStore regions, GraphStore graphs, SalesStore sales) {}

  /// A front to be opened on a door.
  ///
  /// @param chance makes the last digits of trace codes; used by many threads
  public BankplusFront(
      People people,
      Money money,
      Papers papers,
      Bills bills,
      Lists lists,
      InstantSource clock,
      RandomGenerator chance) {
    this.people = people;
    this.money = money;
    this.papers = papers;
    this.bills = bills;
    this.lists = lists;
    this.traces = new Traces(clock, chance);
    this.refuser = new Refuser(traces, money.bank().name());
    this.porter = new Porter(people.sessions(), people.agents(), people.partners());
  }

  /// Whether such a bill can be asked for with one number and shown in the few words that there are
  /// for all bills.
  public static boolean sells(Family family) {
    return switch (family) {
      case ELECTRICITY,
          ELECTRICITY_NON_BILL,
          WATER,
          MOBILE,
          INTERNET,
          HEALTH_INSURANCE,
          EMPLOYMENT_INSURANCE,
          COMPANY_INSURANCE,
          INSURANCE,
          MULTIFINANCE,
          PROPERTY_TAX,
          LOCAL_TAX,
          GAS,
          TELEVISION,
          EMONEY_TOPUP,
          TICKET ->
          true;
      case VEHICLE_TAX, MONEY_TRANSFER, CREDIT_CARD -> false;
    };
  }

  /// Serves all paths below `/bankplus/`.
  ///
  /// @return the door, for others to be opened on it
  public Door.Builder openOn(Door.Builder door) {
    var pins = new PinDesk(people.pins());
    var looks = new LookDesk(people.looks(), money.accounts(), money.bank(), refuser);
    openOffice(door, pins);
    openLists(door);
    openAccounts(door, pins, looks);
    openTransfers(door, pins, looks);
    openBills(door, pins);
    return door;
  }

  private void openOffice(Door.Builder door, PinDesk pins) {
    var login =
        new LoginCounter(
            people.partners(), people.agents(), people.sessions(), new AgentTelling(money.bank()));
    door.serve("POST", Bankplus.LOGIN.path(), login, login.voice());
    serve(door, Bankplus.LOGOUT, Duty.OFFICE, this::logOut);
    serve(
        door,
        Bankplus.CHANGE_PASSWORD,
        Duty.OFFICE,
        new PasswordClerk(people.partners(), people.agents(), people.sessions(), refuser));
    serve(door, Bankplus.CHANGE_PIN, Duty.OFFICE, new PinClerk(people.partners(), pins, refuser));
    serve(
        door,
        Bankplus.BALANCE,
        Duty.OFFICE,
        new BalanceClerk(money.accounts(), new AccountTelling(money.bank(), traces)));
  }

  private Reply<Blank> logOut(Visit visit, Blank question) {
    people.sessions().end(visit.session());
    return Reply.done(question);
  }

  private void openLists(Door.Builder door) {
    var titles = new GraphTitles(bills.catalog());
    var graphs = new GraphClerks(lists.graphs(), lists.sales(), titles, refuser);
    serve(door, Bankplus.BSA_GRAPH, Duty.OFFICE, graphs::savings);
    serve(door, Bankplus.BILL_GRAPH, Duty.OFFICE, graphs::bills);
    serve(door, Bankplus.PURCHASE_GRAPH, Duty.OFFICE, graphs::purchases);
    serve(door, Bankplus.GROWTH_GRAPH, Duty.OFFICE, graphs::growth);
    serve(door, Bankplus.SPREAD_GRAPH, Duty.OFFICE, graphs::spread);
    serve(door, Bankplus.JOBS, Duty.OFFICE, ListClerks.choices(Master.JOBS));
    serve(door, Bankplus.EDUCATIONS, Duty.OFFICE, ListClerks.choices(Master.EDUCATIONS));
    serve(door, Bankplus.SALARIES, Duty.OFFICE, ListClerks.choices(Master.SALARIES));
    serve(door, Bankplus.TRANSACTIONS, Duty.OFFICE, ListClerks.choices(Master.TRANSACTIONS));
    var clerks = new ListClerks(lists.banks(), lists.regions(), refuser);
    serve(door, Bankplus.BANKS, Duty.OFFICE, clerks::banks);
    serve(door, Bankplus.REGION, Duty.OFFICE, clerks::region);
  }

  private void openAccounts(Door.Builder door, PinDesk pins, LookDesk looks) {
    var accounts = money.accounts();
    var telling = new AccountTelling(money.bank(), traces);
    serve(door, Bankplus.CHECK_ACCOUNT, Duty.SAVINGS, new CheckClerk(looks, accounts, telling));
    serve(
        door,
        Bankplus.CUSTOMER_BALANCE,
        Duty.SAVINGS,
        new CustomerBalanceClerk(pins, looks, accounts, telling, refuser));
    serve(
        door,
        Bankplus.STATEMENT,
        Duty.SAVINGS,
        new StatementClerk(
            pins, looks, accounts, money.statements(), money.bank(), traces, refuser));
    serve(
        door,
        Bankplus.CHANGE_CUSTOMER_PIN,
        Duty.SAVINGS,
        new CustomerPinClerk(pins, looks, accounts, money.bank(), refuser));
  }

  private void openTransfers(Door.Builder door, PinDesk pins, LookDesk looks) {
    var bank = money.bank();
    var accounts = money.accounts();
    var orders = money.orders();
    var desk = new TransferDesk(money.transfers(), accounts, looks, refuser);
    var telling = new TransferTelling(bank);
    serve(
        door,
        Bankplus.OPEN_ACCOUNT,
        Duty.SAVINGS_MONEY,
        new OpeningClerk(pins, desk, orders, accounts, bank, people.pseudonyms(), papers, refuser));
    keep(door, Bankplus.CARD_PICTURE, ImageStore.Kind.IDENTITY_CARD);
    keep(door, Bankplus.PORTRAIT_PICTURE, ImageStore.Kind.PORTRAIT);
    serve(
        door,
        Bankplus.DEPOSIT_ACCOUNT,
        Duty.SAVINGS_MONEY,
        new DepositClerk(pins, desk, orders, telling, refuser));
    serve(
        door,
        Bankplus.WITHDRAW,
        Duty.SAVINGS_MONEY,
        new WithdrawalClerk(pins, looks, accounts, desk, orders, telling, refuser));
    serve(
        door,
        Bankplus.INTRABANK_INQUIRY,
        Duty.SAVINGS,
        new IntrabankInquiryClerk(looks, bank, traces, refuser));
    serve(
        door,
        Bankplus.INTRABANK_PAYMENT,
        Duty.SAVINGS_MONEY,
        new IntrabankClerk(pins, desk, orders, telling, refuser));
    openInterbank(door, pins, looks, desk, telling);
  }

  private void openInterbank(
      Door.Builder door, PinDesk pins, LookDesk looks, TransferDesk desk, TransferTelling telling) {
    serve(
        door,
        Bankplus.INTERBANK_INQUIRY,
        Duty.SAVINGS,
        new InterbankInquiryClerk(
            looks, money.transfers(), lists.banks(), money.bank(), traces, refuser));
    serve(
        door,
        Bankplus.INTERBANK_PAYMENT,
        Duty.SAVINGS_MONEY,
        new InterbankClerk(
            pins, desk, money.transfers(), money.orders(), lists.banks(), telling, refuser));
  }

  private void openBills(Door.Builder door, PinDesk pins) {
    var telling = new BillTelling(bills.catalog());
    serve(
        door,
        Bankplus.BILL_INQUIRY,
        Duty.BILLS,
        new BillInquiryClerk(bills.payments(), bills.numbers(), bills.catalog(), telling, refuser));
    serve(
        door,
        Bankplus.BILL_PAYMENT,
        Duty.BILLS_MONEY,
        new BillPaymentClerk(pins, bills.payments(), bills.sids(), telling, refuser));
  }

  private void keep(Door.Builder door, Service<Message, Picture> service, ImageStore.Kind kind) {
    var voice = new Voice<>(service, Duty.SAVINGS);
    var counter = new Counter<>(service, voice, porter, new PictureClerk(papers.images(), kind));
    door.serveLarge(service.path(), ImageStore.MOST_BYTES, counter, voice);
  }

  private <Q, A> void serve(
      Door.Builder door, Service<Q, A> service, Duty duty, Clerk<Q, A> clerk) {
    var voice = new Voice<>(service, duty);
    var counter = new Counter<>(service, voice, porter, clerk);
    service.methods().forEach(method -> door.serve(method, service.path(), counter, voice));
  }
}
