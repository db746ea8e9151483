package id.sakelar.simulator.iak;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Limits;
import id.sakelar.wire.Message;
import id.sakelar.wire.StrictJson;
import id.sakelar.wire.iak.Inquiry;
import id.sakelar.wire.iak.PricedProduct;
import id.sakelar.wire.iak.ResponseCode;
import id.sakelar.wire.iak.desc.Desc;
import id.sakelar.wire.iak.desc.Family;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;

/// What the biller sells under one code, and to whom: a file of its own for each. Immutable.
///
/// @param type the kind of bills, as it stands in the path of a price list
/// @param fee on a sheet
/// @param komisi the client's commission on a sheet, perhaps more than the fee
/// @param province of a water company
/// @param more what is owed by those who owe more than one sheet
record Product(
    String code,
    Family family,
    String name,
    String type,
    Rupiah fee,
    Rupiah komisi,
    Optional<String> province,
    TestNumbers tests,
    Bill bill,
    Optional<Bill> more,
    MadeUp madeUp) {
  private static final StrictJson JSON = new StrictJson(Limits.ANSWER);
  private static final Rupiah LARGEST = Rupiah.of(1_000_000_000);

  /// Reads the file of the product `code`.
  ///
  /// @throws IllegalStateException if there is none or it is not what it has to be
  static Product read(String code) {
    String file = code.toLowerCase(Locale.ROOT) + ".json";
    try (var in = Product.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + file);
      }
      var message = Message.json(new String(in.readAllBytes(), UTF_8));
      return read(code, new Fields(JSON.read(message)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Garbled e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }

  private static Product read(String code, Fields from) throws Garbled {
    var sold = from.group("product");
    return new Product(
        code,
        Family.of(code).orElseThrow(() -> Garbled.message("no family sells " + code)),
        sold.text("name"),
        sold.text("type"),
        sold.amount("fee"),
        sold.amount("komisi"),
        sold.findText("province"),
        TestNumbers.read(from.group("tests")),
        Bill.read(from.group("bill")),
        from.has("more") ? Optional.of(Bill.read(from.group("more"))) : Optional.empty(),
        MadeUp.read(from.group("made_up")));
  }

  /// Whom an inquiry is about, and what he owes.
  Customer customer(Scheme scheme, Inquiry asked) throws Refusal {
    var test = tests.find(scheme, asked.hp());
    if (test.isPresent()) {
      var owed = test.get().hasMore() ? more.orElse(bill) : bill;
      return new Customer(this, ordered(owed, asked), test.get());
    }
    var owed = madeUp.find(asked.hp()).orElseThrow(() -> new Refusal(ResponseCode.NUMBER));
    return new Customer(this, ordered(owed, asked), Fate.PAID);
  }

  /// What a bill says about itself.
  Desc desc(Bill owed, Blanks blanks) {
    try {
      return family.read(blanks.fill(owed.desc()));
    } catch (Garbled e) {
      throw new IllegalStateException("the file of " + code + " has no such detail", e);
    }
  }

  /// Its line in a price list.
  PricedProduct line() {
    return new PricedProduct(code, name, true, fee, komisi, type, "postpaid", province);
  }

  /// What a bill comes to for one who asks for it: where the customer says how much, that is it.
  private Bill ordered(Bill owed, Inquiry asked) throws Refusal {
    return switch (family) {
      case OPEN_AMOUNT, COLLECTION -> owed.forAmount(amount(asked));
      case ESAMSAT -> {
        if (asked.nomorIdentitas().isEmpty()) {
          throw new Refusal(ResponseCode.PAYLOAD);
        }
        yield owed;
      }
      case PLN,
          PLNNONTAGLIS,
          BPJS,
          BPJSTK,
          BPJSTKPU,
          MULTIFINANCE,
          INSURANCE,
          PDAM,
          PGAS,
          TELKOM,
          MOBILE,
          INTERNET,
          TV,
          PBB ->
          owed;
    };
  }

  private static Rupiah amount(Inquiry asked) throws Refusal {
    var wanted = asked.amount().orElse(Rupiah.ZERO);
    if (!wanted.isPositive() || wanted.compareTo(LARGEST) > 0) {
      throw new Refusal(ResponseCode.AMOUNT);
    }
    return wanted;
  }
}
