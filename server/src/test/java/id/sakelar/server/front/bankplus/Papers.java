package id.sakelar.server.front.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.bankplus.OpenAccount;
import id.sakelar.wire.bankplus.OpenAccount.Extras;
import id.sakelar.wire.bankplus.OpenAccount.Home;
import id.sakelar.wire.bankplus.OpenAccount.Image;
import id.sakelar.wire.bankplus.OpenAccount.Person;
import java.time.LocalDate;
import java.util.Optional;

/// What a new customer fills in.
final class Papers {
  private Papers() {}

  /// @param ktp who it is
  static OpenAccount of(Demo agent, String ktp, Rupiah deposit) {
    return new OpenAccount(
        agent.pin(),
        new Person(
            "WAYAN CANARY",
            "wayan@example.id",
            "IBU CANARY",
            "petani",
            "sma",
            "Lajang",
            "Ubud",
            LocalDate.of(1990, 4, 25),
            ktp,
            "l"),
        new Home("Jalan Canary 1", "001", "002", "80571", "Ubud", "Ubud", "Gianyar", "Bali"),
        "081377778888",
        "",
        "1",
        "1",
        deposit,
        Optional.of(new Image("register/card.jpg", "register/face.png")),
        new Extras(
            Optional.of("WNI"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("975310"),
            Optional.empty()));
  }
}
