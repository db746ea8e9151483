package id.sakelar.simulator.iak;

import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.iak.ResponseCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The published test numbers of one product. Immutable.
///
/// @param listed those of scheme A
/// @param paid those of scheme A that succeed, whatever their last digit
/// @param coded those of scheme B: the stage and the code are its groups
record TestNumbers(Optional<Pattern> listed, Optional<Pattern> paid, Optional<Pattern> coded) {
  private static final String ALL_IS_WELL = "999";

  /// From 1 to 9. The last one is of the numbers that are published as failing, and no more.
  private static final List<Fate> BY_LAST_DIGIT =
      List.of(
          Fate.PAID,
          Fate.MORE_PAID,
          Fate.atInquiry(ResponseCode.TIMEOUT),
          Fate.atInquiry(ResponseCode.INVOICE_PAID),
          Fate.atInquiry(ResponseCode.NUMBER),
          Fate.atPayment(ResponseCode.PAYMENT_FAILED),
          Fate.atPayment(ResponseCode.PENDING),
          Fate.atPayment(ResponseCode.BILLER),
          Fate.atInquiry(ResponseCode.INQUIRY_FAILED));

  static TestNumbers read(Fields from) throws Garbled {
    return new TestNumbers(
        from.findText("listed").map(Pattern::compile),
        from.findText("paid").map(Pattern::compile),
        from.findText("prefix").map(it -> Pattern.compile(it + "([01])([0-9]{3})")));
  }

  /// The fate of a test number; nothing for any other number.
  Optional<Fate> find(Scheme scheme, String number) {
    boolean isCoded =
        switch (scheme) {
          case A -> listed.isEmpty() && paid.isEmpty();
          case B -> coded.isPresent();
        };
    return isCoded ? findCoded(number) : findListed(number);
  }

  private Optional<Fate> findListed(String number) {
    if (fits(paid, number)) {
      return Optional.of(Fate.PAID);
    }
    return fits(listed, number)
        ? Optional.of(BY_LAST_DIGIT.get(number.charAt(number.length() - 1) - '1'))
        : Optional.empty();
  }

  private static boolean fits(Optional<Pattern> pattern, String number) {
    return pattern.filter(it -> it.matcher(number).matches()).isPresent();
  }

  private Optional<Fate> findCoded(String number) {
    return coded.map(it -> it.matcher(number)).filter(Matcher::matches).flatMap(TestNumbers::read);
  }

  private static Optional<Fate> read(Matcher coded) {
    boolean atInquiry = coded.group(1).equals("0");
    String digits = coded.group(2);
    if (atInquiry && digits.equals(ALL_IS_WELL)) {
      return Optional.of(Fate.MORE_PAID);
    }
    String code = String.format(Locale.ROOT, "%02d", Integer.parseInt(digits));
    return ResponseCode.of(code).map(atInquiry ? Fate::atInquiry : Fate::atPayment);
  }
}
