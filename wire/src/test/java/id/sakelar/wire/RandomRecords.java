package id.sakelar.wire;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Json.Text;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Makes up records of any kind. The same seed makes up the same ones.
public final class RandomRecords {
  private static final String[] LETTERS = {
    "a", "Z", "0", " ", "/", "\"", "\\", "é", "\n", "\u2028", "\u007f", "<", "\uD83D\uDE00"
  };

  private final RandomGenerator random;
  private final List<String> letters;

  public RandomRecords(RandomGenerator random) {
    this(random, List.of(LETTERS));
  }

  private RandomRecords(RandomGenerator random, List<String> letters) {
    this.random = random;
    this.letters = letters;
  }

  /// Records whose texts XML can hold: no controls.
  public static RandomRecords withoutControls(RandomGenerator random) {
    return new RandomRecords(
        random,
        Arrays.stream(LETTERS).filter(it -> it.charAt(0) >= ' ' && it.charAt(0) != 127).toList());
  }

  public <T> T next(Class<T> type) {
    RecordComponent[] parts = type.getRecordComponents();
    Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class[]::new);
    Object[] values =
        Arrays.stream(parts).map(RecordComponent::getGenericType).map(this::value).toArray();
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type + " cannot be made up", e);
    }
  }

  public String word() {
    String letters = "ABCXYZabcxyz0123456789._:-";
    var word = new StringBuilder("w");
    for (int rest = random.nextInt(63); rest > 0; rest--) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }

  public boolean coin() {
    return random.nextBoolean();
  }

  public <T> T one(T[] of) {
    return of[random.nextInt(of.length)];
  }

  private Object value(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type inner = generic.getActualTypeArguments()[0];
      return generic.getRawType() == List.class ? list(inner) : optional(inner);
    }
    var plain = (Class<?>) type;
    if (plain.isEnum()) {
      return one(plain.getEnumConstants());
    }
    return switch (plain.getSimpleName()) {
      case "String" -> text();
      case "int", "Integer" -> random.nextInt(1_000_000_000);
      case "long" -> random.nextLong(1, 1L << 53);
      case "boolean" -> coin();
      case "LocalDateTime" ->
          LocalDateTime.of(2018, 1, 1, 0, 0, 0).plusSeconds(random.nextInt(1_000_000_000));
      case "Instant" -> Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
      case "LocalDate" -> LocalDate.ofEpochDay(random.nextInt(30_000));
      case "Rupiah" -> Rupiah.of(random.nextLong(10_000_000_000_000L));
      case "Members" -> new Members(Map.of("a", new Text(text())));
      default -> next(plain);
    };
  }

  private Optional<Object> optional(Type inner) {
    return coin() ? Optional.of(value(inner)) : Optional.empty();
  }

  private List<Object> list(Type inner) {
    List<Object> list = new ArrayList<>();
    for (int rest = random.nextInt(4); rest > 0; rest--) {
      list.add(value(inner));
    }
    return list;
  }

  private String text() {
    var text = new StringBuilder();
    for (int rest = random.nextInt(20); rest > 0; rest--) {
      text.append(letters.get(random.nextInt(letters.size())));
    }
    return text.toString();
  }
}
