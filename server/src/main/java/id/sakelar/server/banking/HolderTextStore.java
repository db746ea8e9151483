package id.sakelar.server.banking;

import id.sakelar.server.banking.Order.Facts;
import id.sakelar.server.partner.Vault;
import tools.jackson.databind.json.JsonMapper;

/// Who stands behind an account or a transfer, as the text of a database column: JSON, sealed for
/// its place. The names of the fields are stored, so changing one needs a migration. Thread-safe.
final class HolderTextStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Vault vault;

  HolderTextStore(Vault vault) {
    this.vault = vault;
  }

  String write(String number, Holder holder) {
    return vault.sealText(JSON.writeValueAsString(holder), "holder/" + number);
  }

  Holder readHolder(String number, String sealed) {
    return JSON.readValue(vault.openText(sealed, "holder/" + number), Holder.class);
  }

  /// What the law wants known of a customer.
  String writeCustomer(NewAccount account) {
    return vault.sealText(account.customer(), "customer/" + account.number());
  }

  String readCustomer(String number, String sealed) {
    return vault.openText(sealed, "customer/" + number);
  }

  String write(TransferId id, Facts facts) {
    return vault.sealText(JSON.writeValueAsString(facts), id.subject());
  }

  Facts readFacts(TransferId id, String sealed) {
    return JSON.readValue(vault.openText(sealed, id.subject()), Facts.class);
  }

  /// The name on a leave to pay.
  String writeName(String token, String name) {
    return vault.sealText(name, "leave/" + token);
  }

  String readName(String token, String sealed) {
    return vault.openText(sealed, "leave/" + token);
  }
}
