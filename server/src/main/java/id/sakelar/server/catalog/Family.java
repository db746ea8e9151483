package id.sakelar.server.catalog;

/// What kind of bill a product is: each kind has one form of bill, and each dialect has fields for
/// some of them.
public enum Family {
  /// PLN, by usage.
  ELECTRICITY,
  /// PLN, anything but usage.
  ELECTRICITY_NON_BILL,
  /// PDAM.
  WATER,
  MOBILE,
  /// Also fixed telephones.
  INTERNET,
  /// BPJS Kesehatan.
  HEALTH_INSURANCE,
  /// BPJS Ketenagakerjaan, of a worker.
  EMPLOYMENT_INSURANCE,
  /// BPJS Ketenagakerjaan, of a company.
  COMPANY_INSURANCE,
  /// Life and other insurance premiums.
  INSURANCE,
  MULTIFINANCE,
  /// PBB.
  PROPERTY_TAX,
  /// Local taxes other than PBB.
  LOCAL_TAX,
  /// PGN.
  GAS,
  TELEVISION,
  EMONEY_TOPUP,
  /// SAMSAT.
  VEHICLE_TAX,
  MONEY_TRANSFER,
  CREDIT_CARD,
  /// Of trains and airport trains, booked elsewhere and paid by booking code.
  TICKET
}
