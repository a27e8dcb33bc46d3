package io.solewire.wire;

import io.solewire.profile.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Makes TLS contexts out of PEM files. Stateless and thread-safe. */
public final class TlsContexts {

  private static final char[] NO_PASSWORD = {};

  private TlsContexts() {}

  /**
   * Makes one.
   *
   * @param tls what the profile says; empty for the platform's trust store
   * @return the context of a client
   * @throws IOException if a file cannot be read or is not what it has to be
   */
  public static SSLContext of(Optional<Tls> tls) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(tls), trust(tls), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot set up TLS: " + e.getMessage(), e);
    }
  }

  /**
   * What a client demands of a target: its name in SNI and certificate, and HTTP/1.1 by ALPN.
   *
   * @param target where to
   * @param parameters the engine's or socket's own, changed
   * @return the same
   */
  public static SSLParameters demand(Target target, SSLParameters parameters) {
    String host = target.uri().getHost();
    if (!host.matches("[0-9.]+|.*:.*")) {
      parameters.setServerNames(List.of(new SNIHostName(host)));
    }
    if (!target.tls().map(Tls::insecure).orElse(false)) {
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }
    parameters.setApplicationProtocols(new String[] {"http/1.1"});
    return parameters;
  }

  private static TrustManager[] trust(Optional<Tls> tls)
      throws GeneralSecurityException, IOException {
    if (tls.map(Tls::insecure).orElse(false)) {
      return new TrustManager[] {new TrustAll()};
    }
    Optional<Path> ca = tls.flatMap(Tls::ca);
    if (ca.isEmpty()) {
      return null;
    }
    KeyStore store = emptyStore();
    int number = 0;
    for (Certificate certificate : certificates(ca.get())) {
      store.setCertificateEntry("ca" + number++, certificate);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static KeyManager[] keys(Optional<Tls> tls) throws GeneralSecurityException, IOException {
    Optional<Path> cert = tls.flatMap(Tls::cert);
    Optional<Path> key = tls.flatMap(Tls::key);
    if (cert.isEmpty() || key.isEmpty()) {
      return null;
    }
    Certificate[] chain = certificates(cert.get()).toArray(Certificate[]::new);
    PrivateKey secret = privateKey(key.get(), chain[0].getPublicKey().getAlgorithm());
    KeyStore store = emptyStore();
    store.setKeyEntry("client", secret, NO_PASSWORD, chain);
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    return store;
  }

  private static Collection<? extends Certificate> certificates(Path pem)
      throws GeneralSecurityException, IOException {
    try (InputStream in = Files.newInputStream(pem)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in);
    }
  }

  private static PrivateKey privateKey(Path pem, String algorithm)
      throws GeneralSecurityException, IOException {
    String base64 = Files.readString(pem).replaceAll("-----[A-Z ]+-----|\\s", "");
    byte[] der = Base64.getDecoder().decode(base64);
    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
  }

  /** Trusts everybody, because the profile says {@code insecure: true}. */
  private static final class TrustAll extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
