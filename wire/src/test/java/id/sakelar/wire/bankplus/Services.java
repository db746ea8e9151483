package id.sakelar.wire.bankplus;

import java.util.List;

/// Everything that an agent can ask for.
final class Services {
  static final List<Service<?, ?>> ALL =
      List.of(
          Bankplus.LOGIN,
          Bankplus.LOGOUT,
          Bankplus.BSA_GRAPH,
          Bankplus.BILL_GRAPH,
          Bankplus.PURCHASE_GRAPH,
          Bankplus.GROWTH_GRAPH,
          Bankplus.SPREAD_GRAPH,
          Bankplus.REGION,
          Bankplus.JOBS,
          Bankplus.EDUCATIONS,
          Bankplus.SALARIES,
          Bankplus.TRANSACTIONS,
          Bankplus.BANKS,
          Bankplus.CHANGE_PASSWORD,
          Bankplus.CHANGE_PIN,
          Bankplus.BALANCE,
          Bankplus.CHECK_ACCOUNT,
          Bankplus.CUSTOMER_BALANCE,
          Bankplus.OPEN_ACCOUNT,
          Bankplus.DEPOSIT_ACCOUNT,
          Bankplus.WITHDRAW,
          Bankplus.STATEMENT,
          Bankplus.CHANGE_CUSTOMER_PIN,
          Bankplus.INTRABANK_INQUIRY,
          Bankplus.INTRABANK_PAYMENT,
          Bankplus.INTERBANK_INQUIRY,
          Bankplus.INTERBANK_PAYMENT,
          Bankplus.BILL_INQUIRY,
          Bankplus.BILL_PAYMENT);

  private Services() {}

  static Service<?, ?> at(String path) {
    return ALL.stream().filter(it -> it.path().equals(path)).findFirst().orElseThrow();
  }
}
