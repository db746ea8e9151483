package id.sakelar.wire.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Masked;
import java.time.Instant;
import java.time.LocalDate;

/// Savings have been opened. Prints the account masked and nothing about the person. Immutable.
///
/// @param accountNumberCustomer the new account
/// @param accountNumberAgent what the first deposit was taken from
/// @param phoneHome the customer's other telephone
/// @param phoneOffice the same once more, as the document has it
/// @param imageNationalId the picture of the person, in spite of its name
/// @param bankCode the bank's short name, `BNI`
/// @param referenceNumber as a trace code, see [Refusal.OfBank]
public record OpenedAccount(
    String accountNumberCustomer,
    String accountNumberAgent,
    String accountName,
    String nationalId,
    String addrEmail,
    String phoneMobile,
    String phoneHome,
    String phoneOffice,
    String bornPlace,
    LocalDate bornDate,
    String statusMarital,
    String statusGender,
    Rupiah firstDeposit,
    String imageNationalId,
    String bankCode,
    Instant dateTime,
    String referenceNumber,
    String kodeAgen) {
  static OpenedAccount read(Fields from) throws Garbled {
    return new OpenedAccount(
        from.text("account_number_customer"),
        from.text("account_number_agent"),
        from.text("account_name"),
        from.text("national_id"),
        from.text("addr_email"),
        from.text("phone_mobile"),
        from.text("phone_home"),
        from.text("phone_office"),
        from.text("born_place"),
        Spelling.dayFirst(from, "born_date"),
        from.text("status_marital"),
        from.text("status_gender"),
        from.amount("first_deposit"),
        from.text("image_national_id"),
        from.text("bank_code"),
        Spelling.moment(from, "date_time"),
        from.text("referenceNumber"),
        from.text("kodeAgen"));
  }

  Draft spelled() {
    return new Draft()
        .text("account_number_customer", accountNumberCustomer)
        .text("account_number_agent", accountNumberAgent)
        .text("account_name", accountName)
        .text("national_id", nationalId)
        .text("addr_email", addrEmail)
        .text("phone_mobile", phoneMobile)
        .text("phone_home", phoneHome)
        .text("phone_office", phoneOffice)
        .text("born_place", bornPlace)
        .text("born_date", Spelling.dayFirst(bornDate))
        .text("status_marital", statusMarital)
        .text("status_gender", statusGender)
        .amount("first_deposit", firstDeposit)
        .text("image_national_id", imageNationalId)
        .text("bank_code", bankCode)
        .text("date_time", Spelling.moment(dateTime))
        .text("referenceNumber", referenceNumber)
        .text("kodeAgen", kodeAgen);
  }

  @Override
  public String toString() {
    return "OpenedAccount[" + Masked.lastFour(accountNumberCustomer) + "]";
  }
}
