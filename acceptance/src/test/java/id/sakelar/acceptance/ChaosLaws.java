package id.sakelar.acceptance;

import static java.util.stream.Collectors.toMap;

import id.sakelar.acceptance.ChaosBillers.Host;
import id.sakelar.acceptance.ChaosFacts.Paid;
import id.sakelar.acceptance.ChaosMoves.Moved;
import id.sakelar.acceptance.ChaosTold.Outage;
import id.sakelar.acceptance.ChaosTold.Told;
import id.sakelar.acceptance.ChaosTold.Verdict;
import id.sakelar.money.Rupiah;
import id.sakelar.simulator.Row;
import id.sakelar.simulator.Row.Ending;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What holds whatever died: the switch's payments, the biller's book, the line between them and
/// everything that clients were told, of payments and of transfers, agree with each other. Collects
/// what does not. For one thread.
final class ChaosLaws {
  private final List<String> broken = new ArrayList<>();
  private final Map<String, Paid> payments;
  private final Map<String, ChaosFate> fates = new HashMap<>();

  /// @param payments all that the switch knows
  /// @param transfers all that the bank knows
  ChaosLaws(List<Paid> payments, List<Moved> transfers) {
    this.payments = payments.stream().collect(toMap(Paid::reference, payment -> payment));
    fates.putAll(this.payments);
    transfers.forEach(transfer -> fates.put(transfer.reference(), transfer));
  }

  /// Each broken law with whatever breaks it; empty if none is.
  List<String> broken() {
    return List.copyOf(broken);
  }

  void everything_ends() {
    fates.values().stream()
        .filter(fate -> !fate.succeeded() && !fate.failed())
        .forEach(fate -> add("everything_ends", fate));
  }

  /// SUCCEEDED is exactly what a biller took, for the same money; nothing else was taken, and the
  /// account of our deposit there says the same.
  ///
  /// @param booked what is booked against our deposit there
  void the_book_and_the_journal_agree(Host host, Rupiah booked) {
    var law = "the_book_and_the_journal_agree";
    var rows = new HashMap<String, Row>();
    for (Row row : host.book()) {
      if (rows.put(row.reference(), row) != null) {
        add(law, "twice in the book of " + host.name() + ": " + row.reference());
      }
    }
    for (Paid payment : paymentsAt(host.name())) {
      var row = rows.remove(host.numbered() ? payment.number() : payment.atBiller());
      if (!agree(payment, row)) {
        add(law, payment + " and in the book " + (row == null ? "nothing" : told(row)));
      }
    }
    rows.values().stream()
        .filter(row -> !host.numbered() || row.ending() == Ending.PAID)
        .forEach(row -> add(law, "no payment at " + host.name() + " knows " + told(row)));
    if (!host.taken().equals(booked)) {
      add(law, host.name() + " took " + host.taken() + " and is booked with " + booked);
    }
  }

  /// What one switch paid at another is what that other was told to pay, one to one.
  ///
  /// @param theirs all that the other knows
  /// @param partner what we are called there
  void two_switches_agree(String upstream, List<Paid> theirs, String partner) {
    var law = "two_switches_agree";
    var there = new HashMap<String, Paid>();
    theirs.stream()
        .filter(payment -> payment.partner().equals(partner))
        .forEach(payment -> there.put(payment.reference(), payment));
    for (Paid payment : paymentsAt(upstream)) {
      var found = there.remove(payment.atBiller());
      boolean paid = found != null && found.succeeded();
      boolean agree = paid == payment.succeeded() && (found == null || sameMoney(payment, found));
      if (!agree) {
        add(law, payment + " and there " + found);
      }
    }
    there.values().forEach(payment -> add(law, "nobody here knows " + payment));
  }

  private static boolean sameMoney(Paid here, Paid there) {
    return here.cost().equals(there.price());
  }

  /// What is booked against our deposit there is what the deposit has lost.
  void a_deposit_elsewhere_is_booked(Rupiah booked, Rupiah spent) {
    if (!booked.equals(spent)) {
      add("a_deposit_elsewhere_is_booked", booked + " here and " + spent + " there");
    }
  }

  private List<Paid> paymentsAt(String upstream) {
    return payments.values().stream().filter(it -> it.upstream().equals(upstream)).toList();
  }

  private static boolean agree(Paid payment, @Nullable Row row) {
    if (row == null || row.ending() == Ending.FAILED) {
      return !payment.succeeded();
    }
    return payment.succeeded() && row.price().equals(payment.cost());
  }

  private static String told(Row row) {
    return row.reference() + " " + row.ending() + " " + row.price();
  }

  /// An order that goes by the number of an inquiry is known by its payment only when that has
  /// succeeded, and is only counted.
  void an_order_is_committed_and_then_sent_once(Host host) {
    var law = "an_order_is_committed_and_then_sent_once";
    var orders = host.line().orders();
    if (host.name().equals("digiswitch")) {
      var unknown = new HashSet<>(orders.keySet());
      payments.values().forEach(payment -> unknown.remove(payment.atBiller()));
      unknown.forEach(reference -> add(law, "sent and never committed: " + reference));
    }
    orders.entrySet().stream()
        .filter(order -> order.getValue() > 1)
        .forEach(order -> add(law, host.name() + " had this order so often: " + order));
  }

  /// What partners are told unasked is signed, and is what the payment became.
  void webhooks_tell_what_became_of_payments(ChaosWebhooks webhooks) {
    var law = "webhooks_tell_what_became_of_payments";
    webhooks.forged().forEach(body -> add(law, "not signed: " + body));
    for (var heard : webhooks.heard()) {
      var fate = fates.get(heard.reference());
      if (!heard.told().isFinal() || !isTrue(heard.told(), fate)) {
        add(law, heard + " but is " + fate);
      }
    }
  }

  /// What is final was told once and for all, and as it is.
  ///
  /// @param outages when the server could not know, and said "pending" to everybody
  void nobody_is_told_wrongly(ChaosTold told, List<Outage> outages) {
    told.all()
        .forEach(
            (reference, answers) -> {
              judge(reference, answers);
              findRetreat(reference, withoutOutages(answers, outages));
            });
  }

  private static List<Told> withoutOutages(List<Told> answers, List<Outage> outages) {
    return answers.stream()
        .filter(it -> it.verdict() != Verdict.OPEN || outages.stream().noneMatch(o -> o.meets(it)))
        .toList();
  }

  private void judge(String reference, List<Told> answers) {
    var fate = fates.get(reference);
    var bodies = new HashSet<String>();
    for (Told answer : answers) {
      if (!isTrue(answer, fate)) {
        add("nobody_is_told_wrongly", reference + " was told " + answer + " but is " + fate);
      }
      if (answer.verdict() == Verdict.YES) {
        bodies.add(answer.body());
      }
    }
    if (bodies.size() > 1) {
      add("a_yes_is_always_the_same_yes", reference + " " + bodies);
    }
  }

  /// "Nothing was formed" is true only of a question that was asked before there was anything.
  private static boolean isTrue(Told answer, @Nullable ChaosFate fate) {
    return switch (answer.verdict()) {
      case YES -> fate != null && fate.succeeded() && fate.says(answer);
      case NO -> fate != null && fate.failed();
      case NOT_FORMED -> fate == null || !fate.openedAt().isBefore(answer.asked());
      case OPEN -> true;
      case SENSELESS -> false;
    };
  }

  /// After a final answer, whoever asks is told the same.
  private void findRetreat(String reference, List<Told> answers) {
    for (Told first : answers) {
      for (Told later : answers) {
        boolean after = later.asked().isAfter(first.told());
        if (first.isFinal() && after && later.verdict() != first.verdict()) {
          add("a_final_answer_is_final", reference + " was told " + first + ", then " + later);
        }
      }
    }
  }

  /// Every client knows in the end what became of what it wanted.
  ///
  /// @param last what each was told when all was over, by reference
  void everybody_is_told_in_the_end(Map<String, Verdict> last) {
    last.forEach(
        (reference, verdict) -> {
          if (verdict != Verdict.YES && verdict != Verdict.NO) {
            add("everybody_is_told_in_the_end", reference + " was told " + verdict);
          }
        });
  }

  /// A deposit is what it was, without the price of what succeeded.
  void a_partner_pays_for_what_succeeded(String partner, Rupiah opening, Rupiah balance) {
    Rupiah expected = opening;
    for (Paid payment : payments.values()) {
      if (payment.partner().equals(partner) && payment.succeeded()) {
        expected = expected.minus(payment.price());
      }
    }
    if (!balance.equals(expected)) {
      add(
          "a_partner_pays_for_what_succeeded",
          partner + " has " + balance + " and should have " + expected);
    }
  }

  void the_books_are_whole(List<?> findings, int exitCode) {
    findings.forEach(finding -> add("the_books_are_whole", finding));
    if (exitCode != 0) {
      add("the_books_are_whole", "the audit command exited with " + exitCode);
    }
  }

  /// @param log a whole log
  /// @param secrets what must not stand in it
  void a_log_keeps_secrets(String name, String log, Set<String> secrets) {
    for (String secret : secrets) {
      if (log.contains(secret)) {
        add("a_log_keeps_secrets", name + " holds one that begins with " + secret.substring(0, 4));
      }
    }
  }

  private void add(String law, Object detail) {
    broken.add(law + ": " + detail);
  }
}
