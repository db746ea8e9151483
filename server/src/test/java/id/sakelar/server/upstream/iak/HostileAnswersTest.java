package id.sakelar.server.upstream.iak;

import static id.sakelar.server.upstream.iak.Pretence.ACCOUNT;
import static id.sakelar.server.upstream.iak.Pretence.CUSTOMER;
import static id.sakelar.server.upstream.iak.Pretence.HOLDER;
import static id.sakelar.server.upstream.iak.Pretence.ORDER;
import static id.sakelar.server.upstream.iak.Pretence.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.server.payment.Biller.Found.NoBill;
import id.sakelar.server.payment.Evidence.Ambiguous;
import id.sakelar.server.payment.Evidence.Success;
import id.sakelar.server.payment.Reason;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json;
import id.sakelar.wire.Json.Items;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Json.Text;
import id.sakelar.wire.Limits;
import id.sakelar.wire.Message;
import id.sakelar.wire.StrictJson;
import id.sakelar.wire.StrictXml;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.ResponseCode;
import id.sakelar.wire.iak.Status;
import id.sakelar.wire.iak.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a biller can do to us with an answer: nothing but leave us in doubt.
@ParameterizedClass
@EnumSource
class HostileAnswersTest extends Listening {
  private static final StrictJson JSON = new StrictJson(Limits.ANSWER);
  private static final StrictXml XML = StrictXml.ofAnswers("mp", Limits.ANSWER);

  HostileAnswersTest(Format format) {
    super(format);
  }

  @Test
  void a_yes_that_is_not_twisted_is_one() throws Garbled {
    fake.says(200, write(yes()));

    assertThat(biller.pay(ORDER)).isInstanceOf(Success.class);
  }

  @ParameterizedTest
  @CsvSource({
    "tr_id, 9732789.0",
    "tr_id, 09732789",
    "tr_id, -9732789",
    "tr_id, 9007199254740992",
    "tr_id, ''",
    "status, 1.0",
    "status, 4",
    "status, sukses",
    "nominal, 1e4",
    "nominal, 10.000",
    "nominal, '10,000'",
    "nominal, -10000",
    "nominal, 99999999999999",
    "admin, Rp2500",
    "price, 12500.00",
    "selling_price, 1.1e4",
    "selling_price, 11000.001",
    "selling_price, sebelas ribu",
    "balance, NaN",
    "datetime, 2026-11-20 17:00:00"
  })
  void a_number_of_another_form_is_garbled(String field, String twisted) throws Garbled {
    fake.says(200, write(with(field, new Text(twisted))));

    assertProvesNothing("garbled");
  }

  @Test
  void a_field_of_another_kind_is_garbled() throws Garbled {
    for (String field : yes().fields().keySet()) {
      for (Json kind : List.of(group(), new Items(List.of(new Text("1"), new Text("2"))))) {
        boolean isDetail = field.equals("desc") && kind instanceof Members;
        if (!isDetail) {
          fake.says(200, write(with(field, kind)));

          assertProvesNothing("garbled");
        }
      }
    }
  }

  @Test
  void a_yes_that_leaves_out_what_it_is_about_is_none() throws Garbled {
    var mayLack = Set.of("status", "noref", "desc", "tr_id", "price");
    for (String field : yes().fields().keySet()) {
      Map<String, Json> left = new LinkedHashMap<>(yes().fields());
      left.remove(field);
      fake.says(200, write(new Members(left)));

      if (!mayLack.contains(field)) {
        assertProvesNothing("garbled");
      } else if (field.equals("tr_id") || field.equals("price")) {
        assertProvesNothing("bare rc 00");
      }
    }
  }

  @Test
  void an_answer_in_the_other_format_is_garbled() {
    for (Format other : Format.values()) {
      if (other != format) {
        fake.says(200, new Pretence(other).says(ResponseCode.SUCCESS, Status.SUCCESS));

        assertProvesNothing("garbled");
      }
    }
  }

  @Test
  void a_text_without_end_is_garbled_and_a_body_without_end_is_not_heard() throws Garbled {
    fake.says(200, write(with("tr_name", new Text("x".repeat(5_000)))));
    assertProvesNothing("garbled");

    fake.says(200, write(with("tr_name", new Text("x".repeat(300_000)))));
    assertProvesNothing("no answer");
  }

  @Test
  void depths_and_crowds_of_fields_are_garbled() throws Garbled {
    Json deep = new Text("1");
    for (int i = 0; i < 100; i++) {
      deep = new Members(Map.of("a", deep));
    }
    fake.says(200, write(with("desc", deep)));
    assertProvesNothing("garbled");

    Map<String, Json> crowd = new LinkedHashMap<>();
    for (int i = 0; i < 100; i++) {
      crowd.put("a" + i, new Text("1"));
    }
    fake.says(200, write(with("desc", new Members(crowd))));
    assertProvesNothing("garbled");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE mp>%s",
        "<!DOCTYPE mp SYSTEM \"%2$s/api/v1/bill/check\">%1$s",
        "<!DOCTYPE mp [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>%s",
        "<!DOCTYPE mp [<!ENTITY x \"%2$s\"><!ENTITY y \"&x;&x;&x;&x;&x;&x;\">]>%1$s",
        "<?xml-stylesheet href=\"%2$s\"?>%1$s",
        "<!-- -->%s",
        "%s<!-- -->",
        "\uFEFF%s",
      })
  void xml_with_anything_but_elements_is_garbled_and_nothing_is_fetched(String twist)
      throws Garbled {
    String bare = XML.write(with("tr_name", new Text("@"))).text();
    String root = bare.substring(bare.indexOf("<mp>"));
    for (String name : new String[] {"NAMA", "&x;", "&y;", "<![CDATA[NAMA]]>"}) {
      fake.says(200, twist.formatted(root.replace("@", name), fake.address()));

      assertProvesNothing("garbled");
    }
    for (String attribute : new String[] {" x=\"1\"", " xmlns:x=\"x\"", " xmlns=\"mp\""}) {
      fake.says(200, root.replaceFirst("<mp>", "<mp" + attribute + ">"));

      assertProvesNothing("garbled");
    }
  }

  @Test
  void nothing_that_is_kept_or_printed_tells_a_key_a_number_or_a_name() throws Garbled {
    var words = new Verdict("14", CUSTOMER + HOLDER + ACCOUNT.apiKey());
    var booking = Pretence.booking(null);
    fake.says(200, pretence.says(Pretence.echo(), Pretence.owed(), words, booking));
    var refusals = List.of(biller.pay(ORDER), biller.status(ORDER), biller.inquire(QUESTION));
    fake.says(200, write(yes()));
    var yeses = List.of(biller.pay(ORDER), biller.status(ORDER), biller.inquire(QUESTION));
    var asking = new Asking(ACCOUNT);
    var ours = Asking.findEcho(ORDER).orElseThrow();
    var asked =
        List.of(
            asking,
            asking.bill(QUESTION),
            asking.payment(ours),
            asking.status(ours),
            ours,
            Customer.of(QUESTION.family(), CUSTOMER),
            Translation.of(QUESTION, Pretence.owed()));

    for (Object each : List.of(refusals, yeses, asked)) {
      assertThat(each.toString()).doesNotContain(CUSTOMER, HOLDER, ACCOUNT.apiKey(), "sign=");
    }
  }

  /// The fields of a yes to our order.
  private static Members yes() throws Garbled {
    String json = new Pretence(Format.JSON).says(ResponseCode.SUCCESS, Status.SUCCESS);
    return new Fields(JSON.read(Message.json(json))).members("data");
  }

  private static Members with(String field, Json value) throws Garbled {
    Map<String, Json> fields = new LinkedHashMap<>(yes().fields());
    fields.put(field, value);
    return new Members(fields);
  }

  private String write(Members data) {
    return switch (format) {
      case JSON -> JSON.write(new Members(Map.of("data", data))).text();
      case XML -> XML.write(data).text();
    };
  }

  private static Members group() {
    return new Members(Map.of("x", new Text("1")));
  }

  private void assertProvesNothing(String code) {
    assertThat(biller.pay(ORDER)).isEqualTo(new Ambiguous(code));
    assertThat(biller.status(ORDER)).isEqualTo(new Ambiguous(code));
    assertThat(biller.inquire(QUESTION)).isEqualTo(new NoBill(Reason.BILLER_UNREACHABLE));
    assertThat(fake.unread()).isEqualTo(3);
    for (int i = 0; i < 3; i++) {
      fake.read();
    }
  }
}
