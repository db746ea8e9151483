package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.BankStore;
import id.sakelar.server.banking.Master;
import id.sakelar.server.banking.RegionStore;
import id.sakelar.wire.bankplus.BankLine;
import id.sakelar.wire.bankplus.Blank;
import id.sakelar.wire.bankplus.Choice;
import id.sakelar.wire.bankplus.PostalCode;
import id.sakelar.wire.bankplus.RegionQuestion;
import id.sakelar.wire.bankplus.Reply;
import id.sakelar.wire.bankplus.Sentence;
import java.util.List;

/// Tells what forms are filled in with. Thread-safe.
record ListClerks(BankStore banks, RegionStore regions, Refuser refuser) {
  /// Has these lines told to everybody.
  static Clerk<Blank, List<Choice>> choices(List<Master.Entry> entries) {
    var lines = entries.stream().map(it -> new Choice(it.id(), it.name())).toList();
    return (_, _) -> Reply.done(lines);
  }

  Reply<List<BankLine>> banks(Visit visit, Blank question) {
    return Reply.done(banks.list().stream().map(it -> new BankLine(it.code(), it.name())).toList());
  }

  Reply<List<PostalCode>> region(Visit visit, RegionQuestion question) {
    var codes =
        regions.postalCodes(
            question.propinsi(),
            question.jenis(),
            question.kabupaten(),
            question.kecamatan(),
            question.kelurahan());
    return codes.isEmpty()
        ? refuser.no(Sentence.NO_REGION)
        : Reply.done(codes.stream().map(it -> new PostalCode(Integer.parseInt(it))).toList());
  }
}
