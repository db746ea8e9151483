package id.sakelar.simulation;

import id.sakelar.ledger.Unit;
import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Biller;
import id.sakelar.server.payment.Biller.Order;
import id.sakelar.server.payment.Change;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Evidence.Ambiguous;
import id.sakelar.server.payment.Evidence.NotFound;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.Quote;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.payment.State;
import id.sakelar.server.payment.Step;
import id.sakelar.server.payment.Store;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The classic mistakes of payment switches, planted around the production code: each must be
/// found.
enum Mutant {
  /// The switch as it is.
  NONE,

  /// Who gets no answer in time gives the money back.
  REFUND_ON_TIMEOUT {
    @Override
    Biller biller(World world, Biller biller) {
      return takingForNo(biller, "timeout");
    }
  },

  /// A biller that does not know an order has not paid it.
  NOT_FOUND_IS_FAILED {
    @Override
    Biller biller(World world, Biller biller) {
      return new PlantedBiller(biller) {
        @Override
        public Evidence status(Order order) {
          var evidence = super.status(order);
          return evidence instanceof NotFound ? no(evidence) : evidence;
        }
      };
    }
  },

  /// What was not answered is sent again as a new order.
  RESEND_UNDER_NEW_REFERENCE {
    @Override
    Biller biller(World world, Biller biller) {
      return new PlantedBiller(biller) {
        @Override
        public Evidence pay(Order order) {
          var evidence = super.pay(order);
          return evidence instanceof Ambiguous ? super.pay(renamed(order)) : evidence;
        }
      };
    }
  },

  /// What was being sent when its process died is sent by the next one.
  REDISPATCH_AFTER_CRASH {
    @Override
    Consumer<Payment> recovery(World world, Host host, Consumer<Payment> recovery) {
      return payment -> {
        if (payment.state() == State.SENDING) {
          new SimBiller(world, host, world.desk(payment)).pay(orderOf(payment));
        }
        recovery.accept(payment);
      };
    }
  },

  /// The order leaves, and then its payment is committed.
  SEND_BEFORE_COMMIT {
    @Override
    Store store(World world, Host host, Store store) {
      return new PlantedStore(store) {
        @Override
        public Opening open(Payment payment, Duration lease, @Nullable Rupiah dayLimit) {
          new SimBiller(world, host, world.desk(payment)).pay(orderOf(payment));
          return super.open(payment, lease, dayLimit);
        }
      };
    }
  },

  /// Whether there is such a payment is looked up, and then one is opened.
  CHECK_THEN_ACT {
    @Override
    Store store(World world, Host host, Store store) {
      return new PlantedStore(store) {
        @Override
        public Opening open(Payment payment, Duration lease, @Nullable Rupiah dayLimit) {
          if (super.findPayment(payment.id()).isPresent()) {
            return new Opening.Exists();
          }
          var opening = super.open(payment, lease, dayLimit);
          return opening instanceof Opening.Exists ? new Opening.Opened(payment) : opening;
        }
      };
    }
  },

  /// A step is committed whatever has become of the payment since.
  NO_STATE_GUARD {
    @Override
    Tables tables(Turns turns, Watch watch, Collection<String> upstreams) {
      return new Tables(turns::now, watch, upstreams) {
        @Override
        boolean isStale(Step step) {
          return false;
        }
      };
    }
  },

  /// A commit that broke has not happened.
  BROKEN_COMMIT_IS_FAILED {
    @Override
    Store store(World world, Host host, Store store) {
      return new PlantedStore(store) {
        @Override
        public Optional<Payment> commit(Step step) {
          try {
            return super.commit(step);
          } catch (IllegalStateException _) {
            return Optional.of(failed(step));
          }
        }
      };
    }
  },

  /// What was decided is told while it is being committed.
  ANSWER_BEFORE_COMMIT {
    @Override
    Store store(World world, Host host, Store store) {
      return new PlantedStore(store) {
        @Override
        public Optional<Payment> commit(Step step) {
          host.start("commit", () -> later(() -> super.commit(step)));
          return Optional.of(step.after());
        }
      };
    }
  },

  /// A biller that says HTTP 500 has not paid.
  HTTP_500_IS_FAILED {
    @Override
    Biller biller(World world, Biller biller) {
      return takingForNo(biller, "http 500");
    }
  },

  /// Whether a deposit has enough is looked up, and then it is taken from.
  BALANCE_CHECKED_OUTSIDE {
    @Override
    Tables tables(Turns turns, Watch watch, Collection<String> upstreams) {
      return new Tables(turns::now, watch, upstreams) {
        @Override
        boolean covers(Unit<Change> unit) {
          return true;
        }
      };
    }

    @Override
    Store store(World world, Host host, Store store) {
      return new PlantedStore(store) {
        @Override
        public Opening open(Payment payment, Duration lease, @Nullable Rupiah dayLimit) {
          return world.tables().hasEnough(payment)
              ? super.open(payment, lease, dayLimit)
              : new Opening.Refused(Reason.FUNDS);
        }
      };
    }
  },

  /// A biller that knows the reference already has refused the payment.
  DUPLICATE_IS_FAILED {
    @Override
    Biller biller(World world, Biller biller) {
      return takingForNo(biller, "duplicate reference");
    }
  };

  Tables tables(Turns turns, Watch watch, Collection<String> upstreams) {
    return new Tables(turns::now, watch, upstreams);
  }

  Store store(World world, Host host, Store store) {
    return store;
  }

  Biller biller(World world, Biller biller) {
    return biller;
  }

  Consumer<Payment> recovery(World world, Host host, Consumer<Payment> recovery) {
    return recovery;
  }

  private static Biller takingForNo(Biller biller, String code) {
    return new PlantedBiller(biller) {
      @Override
      public Evidence pay(Order order) {
        var evidence = super.pay(order);
        return evidence instanceof Ambiguous && evidence.code().equals(code)
            ? no(evidence)
            : evidence;
      }
    };
  }

  private static Evidence no(Evidence evidence) {
    return new Evidence.Refused(evidence.code(), Reason.BILLER_REFUSED);
  }

  private static void later(Supplier<Optional<Payment>> commit) {
    try {
      var _ = commit.get();
    } catch (IllegalStateException _) {
      // nobody is there to be told
    }
  }

  private static Payment failed(Step step) {
    var after = step.after();
    var ending = new Payment.Ending("", "commit", Reason.BUSY, after.openedAt(), null);
    return new Payment(
        after.inquiry(),
        State.FAILED,
        after.version(),
        after.openedAt(),
        after.trail(),
        ending,
        after.balance());
  }

  private static Order renamed(Order order) {
    var quote = order.quote();
    var anew =
        new Quote(
            quote.product(),
            quote.customer(),
            quote.bill(),
            quote.upstream(),
            quote.upstreamProduct(),
            quote.upstreamReference() + "X",
            quote.admin(),
            quote.sellingPrice(),
            quote.price(),
            quote.baseCommission(),
            quote.cashback(),
            quote.cost(),
            quote.upstreamNumber());
    return new Order(anew, order.at(), order.number(), order.test());
  }

  private static Order orderOf(Payment payment) {
    return new Order(payment.quote(), payment.openedAt(), null, payment.inquiry().test());
  }
}
