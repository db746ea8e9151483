package id.sakelar.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/// What a door proves itself with, and whom it believes who they are. Read once: a new certificate
/// needs a new door. Nobody is asked whether a certificate was revoked. Immutable.
public final class Tls {
  private final SSLContext context;

  private Tls(SSLContext context) {
    this.context = context;
  }

  /// Reads both files.
  ///
  /// @param keyStore PKCS#12, with the door's key and its certificate
  /// @param trustStore the certificates of those who vouch for callers, as PKCS#12 that Java made
  ///   or as PEM
  /// @param password of what is PKCS#12
  /// @throws IOException if a file cannot be read
  /// @throws IllegalArgumentException naming the file that is not what it should be
  public static Tls open(Path keyStore, Path trustStore, String password) throws IOException {
    var keys = pkcs12(keyStore, password);
    var trusted = isPem(trustStore) ? pem(trustStore) : pkcs12(trustStore, password);
    try {
      if (count(keys, true) == 0) {
        throw new IllegalArgumentException(keyStore + " holds no key");
      }
      if (count(trusted, false) == 0) {
        throw new IllegalArgumentException(trustStore + " vouches for nobody");
      }
      return new Tls(context(keys, trusted, password));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(keyStore + " cannot be used", e);
    }
  }

  private static SSLContext context(KeyStore keys, KeyStore trusted, String password)
      throws GeneralSecurityException {
    var proving = KeyManagerFactory.getInstance("PKIX");
    proving.init(keys, password.toCharArray());
    var believing = TrustManagerFactory.getInstance("PKIX");
    believing.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(proving.getKeyManagers(), believing.getTrustManagers(), null);
    return context;
  }

  private static KeyStore pkcs12(Path file, String password) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(bytes), password.toCharArray());
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(file + " does not open as PKCS#12 with its password", e);
    }
  }

  private static boolean isPem(Path file) throws IOException {
    return Files.readString(file, ISO_8859_1).contains("-----BEGIN CERTIFICATE-----");
  }

  private static KeyStore pem(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      var factory = CertificateFactory.getInstance("X.509");
      for (Certificate one : factory.generateCertificates(new ByteArrayInputStream(bytes))) {
        store.setCertificateEntry("ca-" + store.size(), one);
      }
      return store;
    } catch (CertificateException e) {
      throw new IllegalArgumentException(file + " holds something else than certificates", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("certificates cannot be kept", e);
    }
  }

  private static long count(KeyStore store, boolean keys) throws GeneralSecurityException {
    long count = 0;
    for (String alias : Collections.list(store.aliases())) {
      if (keys ? store.isKeyEntry(alias) : store.isCertificateEntry(alias)) {
        count++;
      }
    }
    return count;
  }

  /// What stands before `plain` on a connection.
  SslConnectionFactory before(ConnectionFactory plain) {
    var factory = new SslContextFactory.Server();
    factory.setSslContext(context);
    factory.setNeedClientAuth(true);
    factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    factory.setRenegotiationAllowed(false);
    return new SslConnectionFactory(factory, plain.getProtocol());
  }

  /// The one common name in the certificate that `line` came with. With none or several nobody
  /// could say which is meant.
  static Optional<String> findName(EndPoint line) {
    var tls = line.getSslSessionData();
    if (tls == null) {
      return Optional.empty();
    }
    try {
      return findName(tls.sslSession().getPeerPrincipal().getName());
    } catch (SSLPeerUnverifiedException | NamingException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> findName(String subject) throws NamingException {
    var names = new ArrayList<Object>();
    for (Rdn part : new LdapName(subject).getRdns()) {
      Attribute name = part.toAttributes().get("CN");
      if (name != null) {
        names.addAll(Collections.list(name.getAll()));
      }
    }
    return names.size() == 1 && names.getFirst() instanceof String only
        ? Optional.of(only)
        : Optional.empty();
  }
}
