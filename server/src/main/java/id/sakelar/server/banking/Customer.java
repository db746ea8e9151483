package id.sakelar.server.banking;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the law wants known of somebody who opens an account: POJK 8/2023, article 25. Sealed where
/// it is stored. Immutable.
///
/// @param name in full
public record Customer(
    String name, Person person, Home home, Contact contact, Means means, Images images) {

  /// Who it is.
  ///
  /// @param identityNumber of the identity card
  /// @param gender `l` for a man, `p` for a woman
  public record Person(
      String identityNumber,
      String motherName,
      String birthPlace,
      LocalDate birthDate,
      String gender,
      String maritalStatus,
      String nationality) {
    @Override
    public String toString() {
      return "Person";
    }
  }

  public record Home(
      String street,
      String rt,
      String rw,
      String postalCode,
      String village,
      String district,
      String city,
      String province) {
    @Override
    public String toString() {
      return "Home";
    }
  }

  public record Contact(String email, String mobile, String phone) {
    @Override
    public String toString() {
      return "Contact";
    }
  }

  /// What somebody lives on, and what the account is for.
  ///
  /// @param income one of [Master#SALARIES], by its id, or in the caller's words
  /// @param transactions one of [Master#TRANSACTIONS], by its id, or in the caller's words
  /// @param fundsSource null if that was not asked
  /// @param purpose null if that was not asked
  public record Means(
      String profession,
      String education,
      String income,
      String transactions,
      @Nullable String fundsSource,
      @Nullable String purpose) {
    @Override
    public String toString() {
      return "Means";
    }
  }

  /// References of [ImageStore], or of whoever took the pictures.
  public record Images(String identityCard, String portrait) {
    @Override
    public String toString() {
      return "Images";
    }
  }

  /// Says nothing about who it is.
  @Override
  public String toString() {
    return "Customer";
  }
}
