package id.sakelar.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Somebody who certifies others, made anew for each run. All keys are in one store.
final class Authority {
  static final String PASSWORD = "changeit";

  private final Path folder;
  private final Path all;

  /// One that keeps its files in `folder`.
  Authority(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    this.all = folder.resolve("all.p12");
    keytool("-genkeypair", "-keyalg", "EC", "-alias", "ca", "-dname", "CN=ca", "-ext", "bc:c");
  }

  /// Certifies that `alias`, who may be at this machine, is `name`.
  Authority certify(String alias, String name) throws IOException, InterruptedException {
    keytool(
        "-genkeypair",
        "-keyalg",
        "EC",
        "-alias",
        alias,
        "-signer",
        "ca",
        "-dname",
        name,
        "-ext",
        "SAN=ip:127.0.0.1");
    return this;
  }

  /// The key of `alias` alone, in a file.
  Path keyStore(String alias) throws IOException, GeneralSecurityException {
    return save(alias, one(alias));
  }

  /// Its own certificate, in a file.
  Path trustStore() throws IOException, GeneralSecurityException {
    return save("trusted", trusted());
  }

  /// Its own certificate, in a file of text.
  Path pem() throws IOException, InterruptedException {
    Path file = folder.resolve("ca.pem");
    keytool("-exportcert", "-rfc", "-alias", "ca", "-file", file.toString());
    return file;
  }

  /// How `alias` calls, who believes this authority.
  SSLContext caller(String alias) throws IOException, GeneralSecurityException {
    return Authority.caller(one(alias), trusted());
  }

  /// How somebody without a certificate calls.
  SSLContext nobody() throws IOException, GeneralSecurityException {
    return Authority.caller(empty(), trusted());
  }

  /// How `alias` of another authority calls, who believes this one.
  SSLContext stranger(Authority other, String alias) throws IOException, GeneralSecurityException {
    return Authority.caller(other.one(alias), trusted());
  }

  private static SSLContext caller(KeyStore keys, KeyStore trusted)
      throws GeneralSecurityException {
    var proving = KeyManagerFactory.getInstance("PKIX");
    proving.init(keys, PASSWORD.toCharArray());
    var believing = TrustManagerFactory.getInstance("PKIX");
    believing.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(proving.getKeyManagers(), believing.getTrustManagers(), null);
    return context;
  }

  private KeyStore one(String alias) throws IOException, GeneralSecurityException {
    var store = empty();
    var source = load();
    var password = PASSWORD.toCharArray();
    store.setKeyEntry(
        alias, source.getKey(alias, password), password, source.getCertificateChain(alias));
    return store;
  }

  private KeyStore trusted() throws IOException, GeneralSecurityException {
    var store = empty();
    store.setCertificateEntry("ca", load().getCertificate("ca"));
    return store;
  }

  private static KeyStore empty() throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private KeyStore load() throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(all)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private Path save(String name, KeyStore store) throws IOException, GeneralSecurityException {
    Path file = folder.resolve(name + ".p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
    return file;
  }

  private void keytool(String... words) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    Collections.addAll(command, words);
    command.addAll(List.of("-keystore", all.toString(), "-storepass", PASSWORD));
    int code =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException("keytool ended with " + code);
    }
  }
}
