package id.sakelar.server.front.mmbc;

import java.util.Set;

/// What the operator decides of this dialect. Immutable; prints no card.
///
/// @param sampleCards numbers that are taken for cards although they are none; for the sandbox only
/// @param cardInquiriesPerMinute how many cards a partner may ask after in a minute at each server
///   process, at least 1: who has many numbers and wants to know the good ones asks after all
public record MmbcSettings(Set<String> sampleCards, int cardInquiriesPerMinute) {
  public MmbcSettings {
    sampleCards = Set.copyOf(sampleCards);
    if (cardInquiriesPerMinute < 1) {
      throw new IllegalArgumentException(
          "a partner may ask after at least 1 card a minute, not " + cardInquiriesPerMinute);
    }
  }

  @Override
  public String toString() {
    return "MmbcSettings[" + cardInquiriesPerMinute + " a minute]";
  }
}
