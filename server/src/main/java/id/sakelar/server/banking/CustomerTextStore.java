package id.sakelar.server.banking;

import tools.jackson.databind.json.JsonMapper;

/// A customer as the text that [NewAccount#customer] carries: JSON. The names of its fields are
/// stored, so changing one needs a migration.
public final class CustomerTextStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private CustomerTextStore() {}

  /// In clear: it is sealed where it is stored.
  public static String write(Customer customer) {
    return JSON.writeValueAsString(customer);
  }

  /// What was written.
  public static Customer read(String text) {
    return JSON.readValue(text, Customer.class);
  }
}
