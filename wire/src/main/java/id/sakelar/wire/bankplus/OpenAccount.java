package id.sakelar.wire.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.time.LocalDate;
import java.util.Optional;

/// Opens savings for a new customer, with a first deposit. Prints the deposit and nothing about the
/// person. Immutable.
///
/// @param pinTransaksi the agent's PIN
/// @param hp the mobile telephone
/// @param phone another one, perhaps empty
/// @param income one of the list of salaries, by its id
/// @param jumlahTransaksi one of the list of transactions, by its id
/// @param deposit zero or more
/// @param image which pictures were taken; the document's tables leave it out
/// @param extras what the document does not ask for
public record OpenAccount(
    String pinTransaksi,
    Person person,
    Home home,
    String hp,
    String phone,
    String income,
    String jumlahTransaksi,
    Rupiah deposit,
    Optional<Image> image,
    Extras extras) {

  /// Who it is, as on the identity card. The list of professions and that of educations are offered
  /// to agents, and what comes is text all the same. Prints nothing.
  ///
  /// @param pob where the person was born
  /// @param dob and when
  /// @param ktp number of the identity card, 1 to 20 digits
  /// @param gender `l` or `p`
  public record Person(
      String name,
      String email,
      String motherName,
      String profession,
      String lastEducation,
      String statusNikah,
      String pob,
      LocalDate dob,
      String ktp,
      String gender) {
    public Person {
      Shape.TEXT.check("name", name);
      Shape.NUMBER.check("ktp", ktp);
      Shape.GENDER.check("gender", gender);
    }

    private static Person read(Fields from) throws Garbled {
      return new Person(
          Shape.TEXT.read(from, "name"),
          Shape.NOTE.read(from, "email"),
          Shape.TEXT.read(from, "mother_name"),
          Shape.TEXT.read(from, "profession"),
          Shape.TEXT.read(from, "last_education"),
          Shape.TEXT.read(from, "status_nikah"),
          Shape.TEXT.read(from, "pob"),
          Spelling.day(from, "dob"),
          Shape.NUMBER.read(from, "ktp"),
          Shape.GENDER.read(from, "gender"));
    }

    private void write(Draft to) {
      to.text("name", name)
          .text("email", email)
          .text("mother_name", motherName)
          .text("profession", profession)
          .text("last_education", lastEducation)
          .text("status_nikah", statusNikah)
          .text("pob", pob)
          .text("dob", Spelling.day(dob))
          .text("ktp", ktp)
          .text("gender", gender);
    }

    @Override
    public String toString() {
      return "Person";
    }
  }

  /// Where the person lives. Prints nothing.
  public record Home(
      String address,
      String rt,
      String rw,
      String zipCode,
      String kelurahan,
      String kecamatan,
      String city,
      String state) {
    private static Home read(Fields from) throws Garbled {
      return new Home(
          Shape.TEXT.read(from, "address"),
          Shape.NOTE.read(from, "rt"),
          Shape.NOTE.read(from, "rw"),
          Shape.NOTE.read(from, "zip_code"),
          Shape.TEXT.read(from, "kelurahan"),
          Shape.TEXT.read(from, "kecamatan"),
          Shape.TEXT.read(from, "city"),
          Shape.TEXT.read(from, "state"));
    }

    private void write(Draft to) {
      to.text("address", address)
          .text("rt", rt)
          .text("rw", rw)
          .text("zip_code", zipCode)
          .text("kelurahan", kelurahan)
          .text("kecamatan", kecamatan)
          .text("city", city)
          .text("state", state);
    }

    @Override
    public String toString() {
      return "Home";
    }
  }

  /// Which pictures were taken. Prints nothing.
  ///
  /// @param ktp of the identity card
  /// @param foto of the person
  public record Image(String ktp, String foto) {
    public Image {
      Shape.FILE.check("ktp", ktp);
      Shape.FILE.check("foto", foto);
    }

    private static Image read(Fields from) throws Garbled {
      return new Image(Shape.FILE.read(from, "ktp"), Shape.FILE.read(from, "foto"));
    }

    private Draft spelled() {
      return new Draft().text("ktp", ktp).text("foto", foto);
    }

    @Override
    public String toString() {
      return "Image";
    }
  }

  /// What the law wants known and the document does not ask for, and the PIN that the customer
  /// chooses; each may be missing. Prints nothing.
  ///
  /// @param kewarganegaraan nationality
  /// @param sumberDana where the money comes from
  /// @param tujuan what the account is for
  /// @param pinNasabah six digits, without which there will be no withdrawal
  /// @param produk of the bank's products of savings
  public record Extras(
      Optional<String> kewarganegaraan,
      Optional<String> sumberDana,
      Optional<String> tujuan,
      Optional<String> pinNasabah,
      Optional<String> produk) {
    public static final Extras NONE =
        new Extras(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private static Extras read(Fields from) throws Garbled {
      return new Extras(
          Shape.TEXT.find(from, "kewarganegaraan"),
          Shape.TEXT.find(from, "sumber_dana"),
          Shape.TEXT.find(from, "tujuan"),
          Shape.PIN.find(from, "pin_nasabah"),
          Shape.TEXT.find(from, "produk"));
    }

    private void write(Draft to) {
      to.text("kewarganegaraan", kewarganegaraan)
          .text("sumber_dana", sumberDana)
          .text("tujuan", tujuan)
          .text("pin_nasabah", pinNasabah)
          .text("produk", produk);
    }

    @Override
    public String toString() {
      return "Extras";
    }
  }

  static OpenAccount read(Fields from) throws Garbled {
    return new OpenAccount(
        Shape.SECRET.read(from, "pin_transaksi"),
        Person.read(from),
        Home.read(from),
        Shape.TELEPHONE.read(from, "hp"),
        Shape.TELEPHONE.read(from, "phone"),
        Shape.TEXT.read(from, "income"),
        Shape.TEXT.read(from, "jumlah_transaksi"),
        from.amount("deposit"),
        image(from),
        Extras.read(from));
  }

  private static Optional<Image> image(Fields from) throws Garbled {
    return from.has("image") ? Optional.of(Image.read(from.group("image"))) : Optional.empty();
  }

  Members spelled() {
    var to = new Draft().text("pin_transaksi", pinTransaksi);
    person.write(to);
    home.write(to);
    to.text("hp", hp)
        .text("phone", phone)
        .text("income", income)
        .text("jumlah_transaksi", jumlahTransaksi)
        .amountText("deposit", deposit);
    image.ifPresent(it -> to.json("image", it.spelled().members()));
    extras.write(to);
    return to.members();
  }

  @Override
  public String toString() {
    return "OpenAccount[" + deposit + "]";
  }
}
