package id.sakelar.server.payment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.Vault;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// A quote or a bill as the text of a database column: JSON with amounts in sen, sealed, since it
/// says who owes what. The names of bills and of their fields are stored, so changing one needs a
/// migration. Thread-safe.
final class QuoteTextStore {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(Rupiah.class, new WriteSen())
                  .addDeserializer(Rupiah.class, new ReadSen()))
          .addMixIn(Bill.class, Kinds.class)
          .build();

  private final Vault vault;

  QuoteTextStore(Vault vault) {
    this.vault = vault;
  }

  /// As it is before it is sealed.
  static String clear(Object stored) {
    return JSON.writeValueAsString(stored);
  }

  String write(Inquiry inquiry) {
    return vault.sealText(clear(inquiry.quote()), "inquiry/" + inquiry.id());
  }

  String write(Payment payment) {
    return vault.sealText(clear(payment.quote()), "payment/" + payment.id());
  }

  Quote readInquired(PaymentId id, String sealed) {
    return JSON.readValue(vault.openText(sealed, "inquiry/" + id), Quote.class);
  }

  Quote readPaid(PaymentId id, String sealed) {
    return JSON.readValue(vault.openText(sealed, "payment/" + id), Quote.class);
  }

  /// The bill on a payment's receipt, if that has one of its own.
  @Nullable String writeReceipt(Payment payment) {
    var ending = payment.ending();
    return ending == null || ending.receipt() == null
        ? null
        : vault.sealText(clear(ending.receipt()), "receipt/" + payment.id());
  }

  Bill readReceipt(PaymentId id, String sealed) {
    return JSON.readValue(vault.openText(sealed, "receipt/" + id), Bill.class);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Electricity.class, name = "electricity"),
    @JsonSubTypes.Type(value = Bill.ElectricityNonBill.class, name = "electricity-non-bill"),
    @JsonSubTypes.Type(value = Water.class, name = "water"),
    @JsonSubTypes.Type(value = Bill.Mobile.class, name = "mobile"),
    @JsonSubTypes.Type(value = Bill.Internet.class, name = "internet"),
    @JsonSubTypes.Type(value = HealthInsurance.class, name = "health-insurance"),
    @JsonSubTypes.Type(value = Bill.EmploymentInsurance.class, name = "employment-insurance"),
    @JsonSubTypes.Type(value = Bill.CompanyInsurance.class, name = "company-insurance"),
    @JsonSubTypes.Type(value = Bill.Insurance.class, name = "insurance"),
    @JsonSubTypes.Type(value = Bill.Multifinance.class, name = "multifinance"),
    @JsonSubTypes.Type(value = PropertyTax.class, name = "property-tax"),
    @JsonSubTypes.Type(value = Bill.Gas.class, name = "gas"),
    @JsonSubTypes.Type(value = Bill.Television.class, name = "television"),
    @JsonSubTypes.Type(value = Bill.EmoneyTopup.class, name = "emoney-topup"),
    @JsonSubTypes.Type(value = VehicleTax.class, name = "vehicle-tax"),
    @JsonSubTypes.Type(value = Bill.MoneyTransfer.class, name = "money-transfer"),
    @JsonSubTypes.Type(value = Bill.CreditCard.class, name = "credit-card"),
    @JsonSubTypes.Type(value = Bill.Ticket.class, name = "ticket")
  })
  private interface Kinds {}

  private static final class WriteSen extends ValueSerializer<Rupiah> {
    @Override
    public void serialize(Rupiah amount, JsonGenerator out, SerializationContext context) {
      out.writeNumber(amount.sen());
    }
  }

  private static final class ReadSen extends ValueDeserializer<Rupiah> {
    @Override
    public Rupiah deserialize(JsonParser in, DeserializationContext context) {
      return new Rupiah(in.getLongValue());
    }
  }
}
