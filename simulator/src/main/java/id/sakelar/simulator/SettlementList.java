package id.sakelar.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A biller's list of what it settled, as CSV: `date` of Jakarta, `reference` of the caller,
/// `theirs`, `product`, `customer` masked, `amount` in whole rupiah, and `status`, `paid` or
/// `failed`. What is not decided yet is not on it.
final class SettlementList {
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

  private SettlementList() {}

  /// What `book` has decided by `now`.
  static byte[] of(Book book, Instant now) {
    var lines = new ArrayList<String>();
    lines.add("date,reference,theirs,product,customer,amount,status");
    var rows = book.listAfter(0, Integer.MAX_VALUE);
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).state(now) != Row.State.PENDING) {
        lines.add(line(i + 1, rows.get(i), now));
      }
    }
    return (String.join("\n", lines) + "\n").getBytes(UTF_8);
  }

  private static String line(int number, Row row, Instant now) {
    return String.join(
        ",",
        List.of(
            LocalDate.ofInstant(row.at(), JAKARTA).toString(),
            row.reference(),
            "T" + number,
            row.product(),
            row.customer(),
            Long.toString(row.price().sen() / 100),
            row.state(now).name().toLowerCase(Locale.ROOT)));
  }
}
