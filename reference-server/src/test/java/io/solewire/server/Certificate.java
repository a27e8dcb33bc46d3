package io.solewire.server;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for localhost, made by the JDK's own keytool. */
record Certificate(KeyStore store, Path certificate, Path key) {
  private static final char[] PASSWORD = "changeit".toCharArray();

  static Certificate in(Path folder) throws Exception {
    Path file = folder.resolve("store.p12");
    String command = "-genkeypair -alias s -keyalg EC -dname CN=localhost -ext san=ip:127.0.0.1";
    String options = "-storetype PKCS12 -storepass changeit -validity 2";
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                (keytool + " " + command + " " + options + " -keystore " + file).split(" "))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    if (!process.waitFor(15, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new AssertionError("keytool: " + Files.readString(folder.resolve("log")));
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return new Certificate(
        store,
        pem(folder, "CERTIFICATE", store.getCertificate("s").getEncoded()),
        pem(folder, "PRIVATE KEY", store.getKey("s", PASSWORD).getEncoded()));
  }

  private static Path pem(Path folder, String label, byte[] content) throws Exception {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return Files.writeString(
        folder.resolve(label.charAt(0) + ".pem"),
        "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n");
  }

  /** What trusts it and nothing else. */
  SSLContext trusted() throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("s", store.getCertificate("s"));
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }
}
