package id.sakelar.server.review;

import id.sakelar.server.review.Decision.Outcome;

/// What a maker wants decided. Immutable.
///
/// @param target the number of a case or the subject of a payment; where a case is to be closed, a
///   subject stands for the one open case about it
/// @param claimed whether the biller gave back what it took; only for [Outcome#CLOSED]
/// @param note why, 1 to 1000 characters; never a customer's name or number
/// @param proof where the proof is kept, say the hash of a document; may be empty, at most 400
///   characters
/// @param serial the biller's serial number of a success; may be empty, at most 400 characters
public record Proposal(
    String target, Outcome outcome, boolean claimed, String note, String proof, String serial) {
  private static final int LONGEST_NOTE = 1_000;
  private static final int LONGEST = 400;

  public Proposal {
    check("target", target, LONGEST);
    checkedNote(note);
    check("proof", proof, LONGEST);
    check("serial number", serial, LONGEST);
    if (claimed && outcome != Outcome.CLOSED) {
      throw new IllegalArgumentException("only what is closed can be claimed back");
    }
    if (!serial.isEmpty() && outcome != Outcome.SUCCEEDED) {
      throw new IllegalArgumentException("only a success has a serial number");
    }
  }

  /// A note that can be kept.
  ///
  /// @throws IllegalArgumentException if it is blank, too long or has control characters
  static String checkedNote(String note) {
    check("note", note, LONGEST_NOTE);
    if (note.isBlank()) {
      throw new IllegalArgumentException("a decision needs a note that says why");
    }
    return note;
  }

  private static void check(String name, String text, int longest) {
    if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "a %s has at most %d characters, and no control characters".formatted(name, longest));
    }
  }
}
