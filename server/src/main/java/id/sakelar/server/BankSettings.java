package id.sakelar.server;

import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Our own bank in the configuration. Amounts in rupiah.
public interface BankSettings {
  /// As agents see it, such as `BNI`.
  String name();

  /// Its three digits.
  String code();

  /// Its eight letters.
  String bic();

  /// Made by `sakelar key pepper FILE`; readable by its owner only. PINs are hashed under it.
  Path pepperFile();

  /// Where images of customers' papers are kept.
  Path images();

  /// Under which terms agents work.
  interface AgentSettings {
    /// What an agent's transfer within the bank costs.
    @WithDefault("1000")
    long intrabankFee();

    /// What an agent's transfer to another bank costs.
    @WithDefault("6500")
    long interbankFee();

    /// What a withdrawal costs the customer.
    @WithDefault("0")
    long withdrawalFee();

    /// Whether an identity number has to be one: sixteen digits.
    @WithDefault("true")
    boolean strictIdentity();

    /// How long a session lives without being used.
    @WithDefault("15m")
    Duration sessionIdle();

    /// How long a session lives at most.
    @WithDefault("12h")
    Duration sessionMost();

    /// How many accounts an agent may look at in a minute.
    @WithDefault("30")
    int looksPerMinute();

    /// How many different accounts an agent may look at on a day.
    @WithDefault("300")
    int looksPerDay();

    /// How long a call is held before it is answered "pending".
    @WithDefault("25s")
    Duration answerWithin();
  }

  /// The limits of one product of savings.
  interface ProductSettings {
    /// The most an account may hold; no limit if it is not said.
    Optional<Long> most();

    /// The most it may pay out in a calendar month; no limit if it is not said.
    Optional<Long> monthlyDebits();

    /// Whether a person has one such account.
    @WithDefault("true")
    boolean oneEach();

    /// The class an agent needs to open one.
    @WithDefault("A")
    String leastClass();
  }

  /// Where other banks and our own systems order transfers.
  interface SwitcherSettings {
    @WithDefault("127.0.0.1")
    String host();

    /// 0 takes a free port.
    @WithDefault("7221")
    int port();

    /// The networks that each caller comes from, by the caller's name.
    Map<String, List<String>> callers();

    /// Callers that come with certificates.
    Optional<TlsSettings> tls();
  }

  /// What the switcher proves itself with, and whom it believes.
  interface TlsSettings {
    /// PKCS#12.
    Path keyStore();

    Path keyStorePasswordFile();

    /// The certificates of those who vouch for callers, in a PKCS#12 file of the same password.
    Path trustStore();
  }

  /// The way to another bank.
  interface LineSettings {
    /// Its three digits.
    String code();

    /// Scheme, host and port of its host, which speaks the switcher's dialect.
    String url();

    /// The number of our account there.
    String escrowAccount();

    @WithDefault("3s")
    Duration connectWithin();

    /// One call in all.
    @WithDefault("20s")
    Duration readWithin();

    /// How long a transfer belongs to the server that sends it.
    @WithDefault("50s")
    Duration lease();

    /// What the waits between status questions are multiplied with.
    @WithDefault("1")
    double pace();

    /// Whether "not found" may end a transfer as never made.
    @WithDefault("false")
    boolean notFoundFinal();

    /// How long after it was sent an order may still be taken there: as long as the bank's payment
    /// codes live.
    @WithDefault("15m")
    Duration lateWithin();

    @WithDefault("30m")
    Duration notFoundAfter();

    @WithDefault("60s")
    Duration notFoundApart();
  }
}
