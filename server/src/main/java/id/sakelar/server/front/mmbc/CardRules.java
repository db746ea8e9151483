package id.sakelar.server.front.mmbc;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.mmbc.Sentence;
import java.util.Optional;
import java.util.Set;

/// Which cards the document lets be paid, and how much. Immutable.
final class CardRules {
  private static final Rupiah LEAST = Rupiah.of(50_000);

  private final Set<String> samples;

  /// @param samples numbers that are no cards and pass for one
  CardRules(Set<String> samples) {
    this.samples = Set.copyOf(samples);
  }

  /// What is wrong with paying this, if anything is.
  ///
  /// @param card digits only
  Optional<Sentence> findFault(String card, Rupiah amount) {
    return findFault(card)
        .or(
            () ->
                amount.compareTo(LEAST) < 0
                    ? Optional.of(Sentence.AMOUNT_LEAST)
                    : Optional.empty());
  }

  private Optional<Sentence> findFault(String card) {
    if (samples.contains(card)) {
      return Optional.empty();
    }
    var brand = Brand.of(card);
    if (brand.isEmpty()) {
      return Optional.of(Sentence.BRAND);
    }
    return brand.get().canBe(card) ? Optional.empty() : Optional.of(Sentence.CARD);
  }
}
