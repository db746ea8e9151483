package id.sakelar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import tools.jackson.databind.JsonNode;

/// What an agent of the sandbox's bank does behind the counter. Asking is thread-safe.
record Counter(Agent agent, CounterWords words) {
  /// The agent of the document.
  static Counter one(LiveSandbox sandbox) throws IOException {
    return new Counter(Agent.one(sandbox), new CounterWords("359569"));
  }

  static Counter other(LiveSandbox sandbox) throws IOException {
    return new Counter(Agent.other(sandbox), new CounterWords("112233"));
  }

  /// Opens savings for somebody nobody knows.
  ///
  /// @param customerPin six digits
  /// @return the number of the account
  String open(long deposit, String customerPin) throws IOException {
    var told = agent.ask("bsa/openAccount", words.opening(deposit, customerPin));
    assertThat(told.get("code").asString()).as(told.toString()).isEqualTo("00");
    return told.get("data").get("account_number_customer").asString();
  }

  JsonNode deposit(String sid, String account, long amount) throws IOException {
    return agent.ask("bsa/depositAccount", sid, words.depositing(account, amount));
  }

  JsonNode withdraw(String sid, String account, long amount, String customerPin)
      throws IOException {
    return agent.ask("bsa/withdraw", sid, words.withdrawing(account, amount, customerPin));
  }

  /// Sends money to one of the new customers.
  JsonNode intrabank(String sid, String account, long amount) throws IOException {
    return agent.ask("bsa/transfer/intrabank/payment", sid, words.sendingWithin(account, amount));
  }

  /// Leave to send money to the printed account at Bank Mandiri.
  JsonNode inquireInterbank() throws IOException {
    var asked = CounterWords.askingFor(Switched.MANDIRI, Switched.MANDIRI_ONE);
    var told = agent.ask("bsa/transfer/interbank/inquiry", asked);
    assertThat(told.get("code").asString()).as(told.toString()).isEqualTo("00");
    return told.get("data");
  }

  /// @param quote what an inquiry has told
  JsonNode interbank(String sid, JsonNode quote, long amount) throws IOException {
    return agent.ask("bsa/transfer/interbank/payment", sid, words.sending(quote, amount));
  }

  /// What is left of the float, in rupiah.
  long balance() throws IOException {
    return agent.ask("account/balance", "").get("data").get("account_balance").asLong();
  }
}
