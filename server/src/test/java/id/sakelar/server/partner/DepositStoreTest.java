package id.sakelar.server.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.Partner.Limits;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What partners paid in.
class DepositStoreTest {
  private static final Partner SRI =
      new Partner("warung-sri", "Warung Sri", true, List.of(), Limits.NONE, null);
  private static final Rupiah MILLION = Rupiah.of(1_000_000);

  private Database database;
  private DepositStore deposits;

  @BeforeEach
  void open() throws SQLException {
    database = Database.create();
    deposits = new DepositStore(database.source());
    deposits.open("warung-sri");
  }

  @AfterEach
  void sumUp() throws SQLException {
    database.audit();
    database.close();
  }

  private boolean topUp(String partner, String reference) {
    return deposits.topUp(partner, reference, MILLION, new SecureRandom());
  }

  @Test
  void a_deposit_is_opened_empty_and_once() throws SQLException {
    deposits.open("warung-sri");

    assertThat(deposits.balance(SRI)).isEqualTo(Rupiah.ZERO);
  }

  @Test
  void one_payment_of_the_bank_is_not_booked_for_two_partners() {
    topUp("warung-sri", "BCA-1");
    deposits.open("toko-ani");

    assertThatThrownBy(() -> topUp("toko-ani", "BCA-1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the reference was booked for another top-up");
    assertThatThrownBy(() -> topUp("warung-sri", "BCA 1/2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a reference is 1 to 64 of A-Z a-z 0-9 . _ : -");

    assertThat(deposits.balance(SRI)).isEqualTo(MILLION);
  }

  @Test
  void a_top_up_is_owed_to_the_partner_and_by_the_bank() throws SQLException {
    assertThat(topUp("warung-sri", "BCA-1")).isTrue();

    assertThat(deposits.balance(SRI)).isEqualTo(MILLION);
    assertThat(database.balance(DepositStore.BANK)).isEqualTo(MILLION.negated());
  }

  @Test
  void one_reference_is_booked_once() {
    assertThat(topUp("warung-sri", "BCA-1")).isTrue();
    assertThat(topUp("warung-sri", "BCA-1")).isFalse();
    assertThat(topUp("warung-sri", "BCA-2")).isTrue();

    assertThat(deposits.balance(SRI)).isEqualTo(MILLION.times(2));
  }

  @Test
  void one_reference_asked_for_at_once_is_booked_once()
      throws InterruptedException, ExecutionException {
    int booked = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Boolean> call = () -> topUp("warung-sri", "BCA-1");
      for (var answer : threads.invokeAll(Collections.nCopies(8, call))) {
        booked += answer.get() ? 1 : 0;
      }
    }

    assertThat(booked).isEqualTo(1);
    assertThat(deposits.balance(SRI)).isEqualTo(MILLION);
  }

  @Test
  void nobody_tops_up_a_deposit_that_was_never_opened() {
    assertThatThrownBy(() -> topUp("nobody", "BCA-1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not booked: UNKNOWN_ACCOUNT deposit:nobody");
  }
}
