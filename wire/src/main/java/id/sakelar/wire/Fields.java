package id.sakelar.wire;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Json.Items;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Json.Nothing;
import id.sakelar.wire.Json.Numeral;
import id.sakelar.wire.Json.Text;
import id.sakelar.wire.Json.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the fields of a JSON object one by one, each as what it has to be.
///
/// A `null` is an absent field. A number in quotes is a number, and a word of digits may come
/// without its quotes; nothing else is converted, rounded or guessed. Fields nobody asks for are
/// ignored. What does not fit is [Garbled] and names the field, never its value. Immutable.
public final class Fields {
  private final Members members;

  public Fields(Members members) {
    this.members = members;
  }

  /// Reads a record from the fields of an object.
  @FunctionalInterface
  public interface Reader<T> {
    T read(Fields fields) throws Garbled;
  }

  public boolean has(String name) {
    return find(name).isPresent();
  }

  /// The name under which a field with two names came.
  ///
  /// @return `own` if it is there or neither is, else `other`
  /// @throws Garbled if both are there and differ
  public String either(String own, String other) throws Garbled {
    if (has(own) && has(other) && !find(own).equals(find(other))) {
      throw Garbled.field(own, "and " + other + " differ");
    }
    return has(own) || !has(other) ? own : other;
  }

  /// A field as it is.
  public Json json(String name) throws Garbled {
    return find(name).orElseThrow(() -> missing(name));
  }

  /// A text; an unquoted number of digits only counts as one.
  public String text(String name) throws Garbled {
    return findText(name).orElseThrow(() -> missing(name));
  }

  public Optional<String> findText(String name) throws Garbled {
    Optional<Json> found = find(name);
    return found.isPresent() ? Optional.of(text(name, found.get())) : Optional.empty();
  }

  /// A text of 1 to 64 characters of `alphabet`.
  public String word(String name, Alphabet alphabet) throws Garbled {
    String word = text(name);
    if (!alphabet.holds(word)) {
      throw Garbled.field(name, "is not 1 to 64 characters of its alphabet");
    }
    return word;
  }

  /// Whole rupiah from Rp0 to Rp9.999.999.999.999.
  public Rupiah amount(String name) throws Garbled {
    return findAmount(name).orElseThrow(() -> missing(name));
  }

  public Optional<Rupiah> findAmount(String name) throws Garbled {
    Optional<String> written = findWritten(name);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    long whole =
        Amounts.whole(written.get())
            .orElseThrow(() -> Garbled.field(name, "is not an amount of whole rupiah"));
    return Optional.of(Rupiah.of(whole));
  }

  /// A balance: exact to the sen, and perhaps below zero.
  public Rupiah balance(String name) throws Garbled {
    return findBalance(name).orElseThrow(() -> missing(name));
  }

  public Optional<Rupiah> findBalance(String name) throws Garbled {
    Optional<String> written = findWritten(name);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Rupiah balance =
        Amounts.balance(written.get())
            .orElseThrow(() -> Garbled.field(name, "is not a balance in rupiah"));
    return Optional.of(balance);
  }

  /// A number of things, 0 to 999 999 999.
  public int count(String name) throws Garbled {
    return findCount(name).orElseThrow(() -> missing(name));
  }

  public Optional<Integer> findCount(String name) throws Garbled {
    Optional<String> written = findWritten(name);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    int count =
        Amounts.count(written.get()).orElseThrow(() -> Garbled.field(name, "is not a count"));
    return Optional.of(count);
  }

  /// `true`, `false`, or either in quotes; an absent flag is down.
  public boolean flag(String name) throws Garbled {
    return switch (find(name).orElse(new Truth(false))) {
      case Truth(boolean isTrue) -> isTrue;
      case Text(String text) when text.equals("true") -> true;
      case Text(String text) when text.equals("false") -> false;
      case Text _, Numeral _, Nothing _, Items _, Members _ ->
          throw Garbled.field(name, "is neither true nor false");
    };
  }

  /// The fields of an object inside this one.
  public Fields group(String name) throws Garbled {
    return new Fields(members(name));
  }

  /// An object inside this one, as it is.
  public Members members(String name) throws Garbled {
    return findMembers(name).orElseThrow(() -> missing(name));
  }

  public Optional<Members> findMembers(String name) throws Garbled {
    Optional<Json> found = find(name);
    return found.isPresent() ? Optional.of(members(name, found.get())) : Optional.empty();
  }

  /// A list of objects, each read with `reader`.
  public <T> List<T> rows(String name, Reader<T> reader) throws Garbled {
    if (!(json(name) instanceof Items(var list))) {
      throw Garbled.field(name, "is not a list");
    }
    List<T> rows = new ArrayList<>(list.size());
    for (Json item : list) {
      rows.add(reader.read(new Fields(members(name, item))));
    }
    return List.copyOf(rows);
  }

  /// Objects that XML spells by repetition, each read with `reader`: an absent field is none of
  /// them, an object is one, a list is each of its items.
  public <T> List<T> repeated(String name, Reader<T> reader) throws Garbled {
    List<T> rows = new ArrayList<>();
    for (Json item : each(name)) {
      rows.add(reader.read(new Fields(members(name, item))));
    }
    return List.copyOf(rows);
  }

  /// Texts that XML spells by repetition: an absent field is none of them, a text is one, a list is
  /// each of its items.
  public List<String> repeatedTexts(String name) throws Garbled {
    List<String> texts = new ArrayList<>();
    for (Json item : each(name)) {
      texts.add(text(name, item));
    }
    return List.copyOf(texts);
  }

  private List<Json> each(String name) {
    return find(name)
        .map(it -> it instanceof Items(var list) ? list : List.of(it))
        .orElse(List.of());
  }

  private Optional<Json> find(String name) {
    return Optional.ofNullable(members.fields().get(name)).filter(it -> !(it instanceof Nothing));
  }

  /// The characters of a number, in quotes or not.
  private Optional<String> findWritten(String name) throws Garbled {
    Optional<Json> found = find(name);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    return switch (found.get()) {
      case Text(String text) -> Optional.of(text);
      case Numeral(String token) -> Optional.of(token);
      case Truth _, Nothing _, Items _, Members _ -> throw Garbled.field(name, "is not a number");
    };
  }

  private static String text(String name, Json json) throws Garbled {
    return switch (json) {
      case Text(String text) -> text;
      case Numeral(String token) when token.chars().allMatch(c -> c >= '0' && c <= '9') -> token;
      case Numeral _, Truth _, Nothing _, Items _, Members _ ->
          throw Garbled.field(name, "is not a text");
    };
  }

  private static Members members(String name, Json json) throws Garbled {
    if (json instanceof Members members) {
      return members;
    }
    throw Garbled.field(name, "is not an object");
  }

  private static Garbled missing(String name) {
    return Garbled.field(name, "is missing");
  }
}
