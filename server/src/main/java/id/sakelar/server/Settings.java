package id.sakelar.server;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/// The whole configuration, read once and checked whole at start.
///
/// A file of properties gives the values, each key beginning with `sakelar.`; an environment
/// variable such as `SAKELAR_DATABASE_URL` overrides it. Secrets are never values here: a key names
/// the file that holds them. Times are written `500ms`, `9s`, `30m`, `24h`.
@ConfigMapping(prefix = "sakelar")
public interface Settings {
  DatabaseSettings database();

  VaultSettings vault();

  DoorSettings partners();

  ConsoleSettings console();

  AnswerSettings answerWithin();

  /// How often each biller's word on our deposit there is held against the books.
  @WithDefault("1h")
  Duration compareEvery();

  /// How long recovery rests when there is nothing to do.
  @WithDefault("2s")
  Duration recoverEvery();

  WebhookSettings webhooks();

  /// The billers, by the name that routes of the catalogue give them.
  Map<String, UpstreamSettings> upstreams();

  /// Our own bank; without it neither the branchless bank nor its switcher is served.
  Optional<BankSettings> bank();

  /// Under which terms our bank's agents work.
  BankSettings.AgentSettings agents();

  /// Where transfers between banks are ordered; served with our bank only.
  BankSettings.SwitcherSettings switcher();

  /// Products of savings, by name. Without any there is `bsa` with the limits of the law.
  Map<String, BankSettings.ProductSettings> savings();

  /// The ways to other banks, by any name.
  Map<String, BankSettings.LineSettings> lines();

  /// Where the books are.
  interface DatabaseSettings {
    /// A JDBC URL of PostgreSQL 15 to 18, naming the primary.
    String url();

    String user();

    /// A file with the password; none where the server trusts us.
    Optional<Path> passwordFile();

    /// How many connections requests share.
    @WithDefault("10")
    int pool();

    /// How many writers of the books; two unless commits are very slow, then one.
    @WithDefault("2")
    int writers();
  }

  /// How long a partner's call is held before it is answered "pending", by dialect: less than known
  /// clients wait.
  interface AnswerSettings {
    @WithDefault("9s")
    Duration digiswitch();

    @WithDefault("25s")
    Duration iak();

    @WithDefault("45s")
    Duration mmbc();
  }

  /// The key that seals secrets in the database.
  interface VaultSettings {
    /// Made by `sakelar key create FILE`; readable by its owner only.
    Path keyFile();
  }

  /// Where partners come in.
  interface DoorSettings {
    @WithDefault("0.0.0.0")
    String host();

    /// 0 takes a free port.
    @WithDefault("8080")
    int port();

    /// Addresses whose `X-Forwarded-For` is believed.
    Optional<List<String>> trustedProxies();

    /// How often in five minutes a partner gets a whole price list at each server process.
    @WithDefault("1")
    int priceLists();

    /// How many credit cards a partner may ask after in a minute at each server process.
    @WithDefault("60")
    int cardInquiries();

    /// Numbers that are taken for credit cards although they are none; for the sandbox only.
    Optional<List<String>> sampleCards();
  }

  /// Where operators look.
  interface ConsoleSettings {
    @WithDefault("127.0.0.1")
    String host();

    /// 0 takes a free port.
    @WithDefault("8090")
    int port();
  }

  /// Where webhooks may go.
  interface WebhookSettings {
    /// Allows plain http to this machine itself; for the sandbox and for tests only.
    @WithDefault("false")
    boolean allowLoopback();
  }

  /// One biller.
  interface UpstreamSettings {
    /// `digiswitch`, `iak` or `mmbc`.
    String dialect();

    /// `digiswitch` or `digiflazz`, for `digiswitch`.
    @WithDefault("digiswitch")
    String spelling();

    /// `json` or `xml`, for `iak`.
    @WithDefault("json")
    String format();

    /// Scheme, host and port.
    String url();

    String username();

    /// A file with the key we sign with, or the password; readable by its owner only.
    Path keyFile();

    /// A file with the secret that the biller signs its callbacks with, readable by its owner only;
    /// without it none are taken.
    Optional<Path> callbackSecretFile();

    @WithDefault("3s")
    Duration connectWithin();

    /// One call in all.
    @WithDefault("40s")
    Duration readWithin();

    /// How long a payment's attempt belongs to the server that sends it.
    @WithDefault("55s")
    Duration lease();

    /// What the waits between status queries are multiplied with.
    @WithDefault("1")
    double pace();

    /// Whether "not found" may end a payment as failed; only with numbers the biller has confirmed.
    @WithDefault("false")
    boolean notFoundFinal();

    @WithDefault("30m")
    Duration notFoundAfter();

    @WithDefault("60s")
    Duration notFoundApart();

    @WithDefault("24h")
    Duration reviewAfter();

    /// How it writes its list of settled payments.
    SettlementSettings settlement();

    /// Whether the biller is known to move no money when we say that a call is a test.
    @WithDefault("false")
    boolean takesTests();

    /// How long after it was held a payment may still be sent to another biller.
    @WithDefault("15s")
    Duration dispatchWithin();

    /// How long the biller surely knows a reference again, so that an order it does not know may be
    /// sent once more under the same one; zero where it may never be.
    @WithDefault("0s")
    Duration resendWithin();

    /// Codes of final refusals that say more about the biller than about the bill, such as `rc 17`:
    /// after one of these another biller is tried.
    Optional<List<String>> elsewhere();

    /// In rupiah: if open payments there come to more than this, it gets no new ones.
    Optional<Long> mostInFlight();

    /// How many inquiries and payments may be under way there at once, per process.
    @WithDefault("64")
    int atOnce();

    /// How many status questions may be under way there at once, per process.
    @WithDefault("4")
    int questionsAtOnce();

    BreakerSettings breaker();
  }

  /// When a biller in trouble is left alone, per process.
  interface BreakerSettings {
    /// How many of its last answers are looked at.
    @WithDefault("20")
    int calls();

    /// Of a hundred of them.
    @WithDefault("50")
    int failures();

    /// How long it is left alone before a few calls try it again.
    @WithDefault("30s")
    Duration rest();

    @WithDefault("3")
    int probes();
  }

  /// A biller's CSV list of settled payments.
  interface SettlementSettings {
    /// What it calls our columns `date`, `reference`, `theirs`, `product`, `amount` and `status`,
    /// where it does not call them so.
    Map<String, String> columns();

    /// A pattern of dates, such as `dd/MM/uuuu`.
    @WithDefault("uuuu-MM-dd")
    String dates();

    /// Words under `status`, in lower case, for what was paid.
    @WithDefault("paid")
    List<String> paid();

    @WithDefault("failed")
    List<String> failed();

    @WithDefault("reversed")
    List<String> reversed();

    @WithDefault(",")
    char separator();
  }

  /// Reads a file of properties.
  ///
  /// @throws IOException if the file cannot be read
  /// @throws IllegalArgumentException naming everything that is missing, unknown or wrong
  static Settings read(Path file) throws IOException {
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    var values = new TreeMap<String, String>();
    properties.stringPropertyNames().forEach(k -> values.put(k, properties.getProperty(k)));
    return of(values, Map.copyOf(System.getenv()));
  }

  /// Settings of these values, overridden by these environment variables.
  ///
  /// @throws IllegalArgumentException naming everything that is missing, unknown or wrong
  static Settings of(Map<String, String> values, Map<String, String> environment) {
    try {
      var settings =
          new SmallRyeConfigBuilder()
              .addDefaultInterceptors()
              .withMapping(Settings.class)
              .withConverter(Duration.class, 200, new Durations())
              .withSources(new PropertiesConfigSource(values, "the configuration file", 100))
              .withSources(new EnvConfigSource(environment, 300))
              .build()
              .getConfigMapping(Settings.class);
      SettingsCheck.check(settings);
      return settings;
    } catch (ConfigValidationException e) {
      throw new IllegalArgumentException(problems(e), e);
    }
  }

  /// In words for an operator, without names of classes and numbers of messages.
  private static String plain(String problem) {
    return problem
        .replaceAll("([a-z]+\\.)+[A-Za-z]*Exception: ", "")
        .replaceAll("SRCFG[0-9]+: ", "")
        .replace(" threw an Exception whilst being converted", ":")
        .replaceAll(" in [A-Za-z]+\\[[^]]*] does not map to any root", " is no setting");
  }

  private static String problems(ConfigValidationException e) {
    var text = new StringBuilder("the configuration is wrong:");
    for (int i = 0; i < e.getProblemCount(); i++) {
      text.append("\n  ").append(plain(e.getProblem(i).getMessage()));
    }
    return text.toString();
  }
}
