package io.solewire.wire;

import io.solewire.profile.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Opens TCP, and TLS for wss, towards a target. Stateless and thread-safe. */
final class Connector {

  private static final int SMALL_WINDOW = 4096;

  private Connector() {}

  /** The TCP socket, and the socket that speaks over it: the same one without TLS. */
  record Link(Socket tcp, Socket stream) {

    /** Ends TCP by RST, whatever is unsent or unread. */
    void reset() {
      try {
        tcp.setSoLinger(true, 0);
      } catch (IOException ignored) {
        // closed already; there is nothing left to reset
      }
      closeQuietly(tcp);
    }
  }

  static Link connect(Target target, boolean smallWindow) throws ConnectFailedException {
    String where = target.uri().getHost() + ":" + target.port();
    Socket tcp = new Socket();
    try {
      tcp.setTcpNoDelay(true);
      if (smallWindow) {
        tcp.setReceiveBufferSize(SMALL_WINDOW);
      }
      int millis = Math.toIntExact(target.connectWithin().toMillis());
      InetAddress address = InetAddress.getByName(target.uri().getHost());
      tcp.connect(new InetSocketAddress(address, target.port()), millis);
      return new Link(tcp, target.secure() ? secure(target, tcp, millis) : tcp);
    } catch (IOException e) {
      closeQuietly(tcp);
      throw new ConnectFailedException(where, e);
    }
  }

  private static Socket secure(Target target, Socket tcp, int millis) throws IOException {
    Optional<Tls> tls = target.tls();
    String host = target.uri().getHost();
    SSLSocket socket =
        (SSLSocket)
            TlsContexts.of(tls).getSocketFactory().createSocket(tcp, host, target.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    if (!host.matches("[0-9.]+|.*:.*")) {
      parameters.setServerNames(List.of(new SNIHostName(host)));
    }
    if (!tls.map(Tls::insecure).orElse(false)) {
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }
    parameters.setApplicationProtocols(new String[] {"http/1.1"});
    socket.setSSLParameters(parameters);
    socket.setSoTimeout(millis);
    socket.startHandshake();
    socket.setSoTimeout(0);
    return socket;
  }

  static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException ignored) {
      // nothing is owed to a socket that is given up
    }
  }
}
