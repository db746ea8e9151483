package id.sakelar.server.front.digiswitch;

import id.sakelar.wire.digiswitch.Spelling;

/// The contract of fronts, in the spelling of Digiswitch.
class DigiswitchFrontTest extends DigiswitchContract {
  DigiswitchFrontTest() {
    super(Spelling.DIGISWITCH);
  }
}
