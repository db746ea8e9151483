package id.sakelar.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A host's certificate for `hook.example` and `localhost`, and those who trust it. Made anew for
// each run.
final class Certificates {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private Certificates() {}

  /// A context that presents the certificate and trusts it.
  static SSLContext context(Path folder) throws Exception {
    Path store = folder.resolve("hook.p12");
    var made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "hook",
                "-dname",
                "CN=hook.example",
                "-ext",
                "SAN=dns:hook.example,dns:localhost",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (made != 0) {
      throw new IOException("keytool ended with " + made);
    }
    return tls(keys(store), store);
  }

  /// A context that trusts the certificate made in `folder` and has none of its own.
  static SSLContext trusting(Path folder) throws Exception {
    return tls(new KeyManager[0], folder.resolve("hook.p12"));
  }

  private static KeyManager[] keys(Path store) throws IOException, GeneralSecurityException {
    var keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(load(store), PASSWORD);
    return keys.getKeyManagers();
  }

  private static SSLContext tls(KeyManager[] keys, Path store)
      throws IOException, GeneralSecurityException {
    var trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(load(store));
    var context = SSLContext.getInstance("TLS");
    context.init(keys, trust.getTrustManagers(), new SecureRandom());
    return context;
  }

  private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return store;
  }
}
