package id.sakelar.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a bill prints of itself.
class BillTest {
  private static final String CANARY = "Canary Lane 7";

  static List<Class<?>> kinds() {
    return List.of(Bill.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void no_bill_prints_whose_it_is(Class<?> kind) throws ReflectiveOperationException {
    var components = kind.getRecordComponents();
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    var values = Arrays.stream(types).map(BillTest::value).toArray();

    var bill = kind.getDeclaredConstructor(types).newInstance(values);

    assertThat(bill).hasToString(kind.getSimpleName() + "[Rp500]");
  }

  private static Object value(Class<?> type) {
    if (type == String.class) {
      return CANARY;
    }
    if (type == Rupiah.class) {
      return Rupiah.of(500);
    }
    if (type == int.class || type == Integer.class) {
      return 1;
    }
    return type.isRecord() ? record(type) : List.of();
  }

  private static Object record(Class<?> type) {
    try {
      var components = type.getRecordComponents();
      var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return type.getDeclaredConstructor(types)
          .newInstance(Arrays.stream(types).map(BillTest::value).toArray());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
