package id.sakelar.acceptance;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.http.Body;
import id.sakelar.http.Budget;
import id.sakelar.http.Caller;
import id.sakelar.http.Heard;
import id.sakelar.sandbox.Sandbox;
import id.sakelar.server.Database;
import id.sakelar.server.Settings;
import id.sakelar.server.catalog.CatalogFile;
import id.sakelar.server.catalog.CatalogStore;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.partner.PartnerStore;
import id.sakelar.server.partner.Secret;
import id.sakelar.server.partner.Vault;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A sandbox in this process, seen from outside: over HTTP, and in its database. Everything it
/// answers and logs is listened to for secrets.
///
/// However a test ends, it ends with [#assertWhole()]; closing does so again. Asking is
/// thread-safe.
final class LiveSandbox implements AutoCloseable {
  /// The same for all, so that the programs of PostgreSQL are unpacked once.
  private static final Path DIRECTORY = FreshCopy.own("sandbox");

  /// How long the test numbers stay pending: long enough to look meanwhile on a busy machine.
  private static final Duration PENDING_FOR = Duration.ofSeconds(5);

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Overheard log = Overheard.begin();
  private final Canaries canaries = new Canaries();
  private final Sandbox.Running running;
  private final Settings settings;
  private final Database database;
  private final Caller partners;
  private final Caller switcher;
  private final Caller console;

  /// What moves when money moves. Equal before and after whatever moves nothing.
  ///
  /// @param balances of every account that is not empty, in sen
  /// @param taken the rows in the billers' books
  record Books(Map<String, Long> balances, long postings, long payments, long taken) {}

  private LiveSandbox() throws IOException, SQLException {
    FreshCopy.restore(DIRECTORY);
    running = Sandbox.start(new Sandbox.Options(0, 0, 0, DIRECTORY, false, PENDING_FOR));
    settings = Settings.read(config());
    database = Database.at(settings.database());
    partners = caller(running.port());
    switcher = caller(running.switcherPort());
    console = caller(running.consolePort());
  }

  /// Starts one that knows nothing but the demo data; there is one at a time.
  static LiveSandbox startFresh() throws IOException, SQLException {
    return new LiveSandbox();
  }

  /// The configuration of the one that runs, for the operator's commands.
  static Path config() {
    return DIRECTORY.resolve("sakelar.properties");
  }

  private static Caller caller(int port) {
    var budget = Budget.of(Duration.ofSeconds(20), Duration.ofMinutes(1));
    return new Caller(URI.create("http://127.0.0.1:" + port), budget);
  }

  int port() {
    return running.port();
  }

  int switcherPort() {
    return running.switcherPort();
  }

  /// Everything logged so far is nobody's business any more: a test has planted a leak.
  void forgetLog() {
    log.forget();
  }

  Canaries canaries() {
    return canaries;
  }

  /// What a partner is answered to a JSON body.
  Heard post(String path, String body) throws IOException {
    var heard = partners.ask("POST", path, Map.of(), Body.of("application/json", body));
    assertThat(canaries.leaks(List.of(heard.headers() + text(heard)))).isEmpty();
    return heard;
  }

  /// What a partner is answered to any call.
  Heard send(String method, String path, String mediaType, String body) throws IOException {
    var heard = partners.ask(method, path, Map.of(), Body.of(mediaType, body));
    assertThat(canaries.isLeaked(heard.headers() + text(heard))).isFalse();
    return heard;
  }

  /// What an agent is answered, with headers such as `sessionid`.
  Heard tell(String path, Map<String, String> headers, String body) throws IOException {
    var heard = partners.ask("POST", path, headers, Body.of("application/json", body));
    assertThat(canaries.isLeaked(heard.headers() + text(heard))).isFalse();
    return heard;
  }

  /// What a caller of the switcher is answered.
  Heard order(String path, String body) throws IOException {
    return switcher.ask("POST", path, Map.of(), Body.of("application/json", body));
  }

  /// What a partner is answered to a form.
  JsonNode form(String path, String body) throws IOException {
    return JSON.readTree(text(send("POST", path, "application/x-www-form-urlencoded", body)));
  }

  /// The `data` that `client` is answered about a bill.
  JsonNode ask(Client client, String command, String code, String customer, String reference)
      throws IOException {
    var asked = client.asks(command, code, customer, reference);
    return data(post(Client.TRANSACTION, asked));
  }

  /// What is left of a partner's deposit, in rupiah.
  long deposit(Client client) throws IOException {
    return data(post(Client.BALANCE, client.asksBalance())).get("deposit").asLong();
  }

  /// What the console answers.
  Heard console(String method, String path, String body) throws IOException {
    var heard = console.ask(method, path, Map.of(), Body.of("application/json", body));
    assertThat(heard.status()).as(text(heard)).isEqualTo(200);
    return heard;
  }

  /// Has a biller or a bank behave so from now on; `{}` is well.
  void temper(String host, String temper) throws IOException {
    console("PUT", "/simulator/" + host + "/temper", temper);
  }

  static String text(Heard heard) {
    return new String(heard.body().bytes(), StandardCharsets.UTF_8);
  }

  static JsonNode data(Heard heard) {
    return JSON.readTree(text(heard)).get("data");
  }

  /// How often the Digiswitch biller has taken anything under these rules of its own book.
  long taken() throws IOException {
    return taken("digiswitch");
  }

  /// How often a biller has taken anything under these rules of its own book.
  long taken(String biller) throws IOException {
    var page = console("GET", "/simulator/" + biller + "/book?limit=1", "");
    return JSON.readTree(text(page)).get("count").asLong();
  }

  /// The rows of the Digiswitch biller's book from row `after` on.
  JsonNode book(long after) throws IOException {
    return book("digiswitch", after);
  }

  /// The rows of a biller's book from row `after` on.
  JsonNode book(String biller, long after) throws IOException {
    var page = console("GET", "/simulator/" + biller + "/book?after=" + after, "");
    return JSON.readTree(text(page)).get("rows");
  }

  Books books() throws IOException {
    var balances = new TreeMap<String, Long>();
    database
        .requests()
        .useHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT account, sum(sen) AS sen FROM balance
                        GROUP BY account HAVING sum(sen) <> 0
                        """)
                    .map((row, _) -> Map.entry(row.getString("account"), row.getLong("sen")))
                    .forEach(entry -> balances.put(entry.getKey(), entry.getValue())));
    return new Books(
        balances,
        number("SELECT count(*) FROM posting"),
        number("SELECT count(*) FROM payment WHERE NOT test"),
        taken("digiswitch")
            + taken("iak")
            + taken("mmbc")
            + taken("bank-mandiri")
            + taken("bank-bri"));
  }

  /// The one number that a query finds.
  long number(String query) {
    return database
        .requests()
        .withHandle(handle -> handle.createQuery(query).mapTo(Long.class).one());
  }

  /// The rows that a query finds, each as its columns with blanks between them.
  List<String> rows(String query) {
    return database
        .requests()
        .withHandle(
            handle ->
                handle
                    .createQuery(query)
                    .mapToMap()
                    .map(row -> row.values().stream().map(String::valueOf).collect(joining(" ")))
                    .list());
  }

  /// Opens or closes a product as an operator would; the switch knows within five seconds.
  void setOpen(String product, boolean open) {
    assertThat(new CatalogStore(database.requests()).setOpen(product, open)).isTrue();
  }

  /// Adds products as an operator would; the switch knows within five seconds.
  void offer(String csv) {
    new CatalogStore(database.requests()).put(CatalogFile.read(csv));
  }

  /// Changes a partner as an operator would; the switch knows within five seconds.
  void change(Client client, UnaryOperator<Partner> change) throws IOException {
    change(client.username(), change);
  }

  /// Changes a partner, such as an agent's, as an operator would; the switch knows within five
  /// seconds.
  void change(String id, UnaryOperator<Partner> change) throws IOException {
    var store = store();
    store.put(change.apply(store.findPartner(id).orElseThrow()));
  }

  /// Registers where a partner wants to be told, and the secret that what it is told is signed
  /// with.
  void register(Client client, URI webhook) throws IOException {
    change(
        client,
        it -> new Partner(it.id(), it.name(), it.active(), it.addresses(), it.limits(), webhook));
    store().putWebhookSecret(client.username(), new Secret(Canaries.WEBHOOK_SECRET));
  }

  private PartnerStore store() throws IOException {
    return new PartnerStore(database.requests(), Vault.open(settings.vault().keyFile()));
  }

  /// The books are whole, and nothing was leaked.
  void assertWhole() throws IOException, SQLException {
    assertThat(database.audit()).isEmpty();
    assertThat(canaries.leaks(log.lines())).isEmpty();
  }

  @Override
  public void close() throws IOException, SQLException {
    try {
      assertWhole();
    } finally {
      partners.close();
      switcher.close();
      console.close();
      database.close();
      running.sandbox().close();
      log.close();
    }
  }
}
