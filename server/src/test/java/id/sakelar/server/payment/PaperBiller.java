package id.sakelar.server.payment;

import id.sakelar.money.Rupiah;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/// A biller made of what the test says. Unless told otherwise it bills a hundred thousand rupiah
/// and says yes. Thread-safe.
public final class PaperBiller implements Biller {
  public static final Evidence YES = new Evidence.Success("00", "SN1", Samples.COST, null);

  private final List<Question> questions = new ArrayList<>();
  private final List<Order> orders = new ArrayList<>();
  private final List<Order> asked = new ArrayList<>();
  private volatile Function<Question, Found> bills =
      _ -> new Found.Billed(Samples.bill(), Samples.COST);
  private volatile Supplier<Evidence> answer = () -> YES;
  private volatile Function<Order, Evidence> standing = _ -> YES;
  private volatile Supplier<Optional<Rupiah>> balance = Optional::empty;

  public PaperBiller bills(Function<Question, Found> bills) {
    this.bills = bills;
    return this;
  }

  public PaperBiller answers(Supplier<Evidence> answer) {
    this.answer = answer;
    return this;
  }

  public PaperBiller says(Function<Order, Evidence> standing) {
    this.standing = standing;
    return this;
  }

  /// What it says we have left there.
  public PaperBiller has(Supplier<Optional<Rupiah>> balance) {
    this.balance = balance;
    return this;
  }

  @Override
  public Optional<Rupiah> balance() {
    return balance.get();
  }

  @Override
  public Found inquire(Question question) {
    synchronized (questions) {
      questions.add(question);
    }
    return bills.apply(question);
  }

  @Override
  public Evidence pay(Order order) {
    synchronized (orders) {
      orders.add(order);
    }
    return answer.get();
  }

  @Override
  public Evidence status(Order order) {
    synchronized (asked) {
      asked.add(order);
    }
    return standing.apply(order);
  }

  public List<Question> questions() {
    synchronized (questions) {
      return List.copyOf(questions);
    }
  }

  /// What it was ordered to pay.
  public List<Order> orders() {
    synchronized (orders) {
      return List.copyOf(orders);
    }
  }

  /// What its status was asked of.
  public List<Order> asked() {
    synchronized (asked) {
      return List.copyOf(asked);
    }
  }

  /// Waits for the latch, a minute at most, then gives the value.
  public static <T> T after(CountDownLatch latch, T value) {
    try {
      if (latch.await(60, TimeUnit.SECONDS)) {
        return value;
      }
      throw new IllegalStateException("nobody opened the latch");
    } catch (InterruptedException e) {
      throw new IllegalStateException("a test was interrupted", e);
    }
  }

  /// A bill of this amount.
  public static Found billed(Rupiah amount) {
    return new Found.Billed(new Bill.Mobile("SRI", 1, amount), Samples.COST);
  }
}
