package id.sakelar.server.front.digiswitch;

import id.sakelar.wire.digiswitch.Spelling;

/// The contract of fronts, in the spelling of Digiflazz.
class DigiflazzFrontTest extends DigiswitchContract {
  DigiflazzFrontTest() {
    super(Spelling.DIGIFLAZZ);
  }
}
