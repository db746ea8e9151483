package id.sakelar.server;

/// Who types a command that needs no operator.
final class Person {
  private static final int LONGEST = 60;

  private Person() {}

  /// The name of the user at this machine, as the operators' log takes it.
  static String atTheKeyboard() {
    var name = System.getProperty("user.name", "").replaceAll("[^!-~]", "?");
    var cut = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    return "os:" + cut;
  }
}
