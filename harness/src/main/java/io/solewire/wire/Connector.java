package io.solewire.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/** Opens TCP, and TLS for wss, towards a target. Stateless and thread-safe. */
final class Connector {

  private static final int SMALL_WINDOW = 4096;

  /** Every address of 127.0.0.0/8 is this machine's (RFC 1122 section 3.2.1.3); Linux agrees. */
  private static final String ELSEWHERE = "127.0.0.2";

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

  static Link connect(Target target, WirePlan plan) throws ConnectFailedException {
    String where = target.uri().getHost() + ":" + target.port();
    Socket tcp = new Socket();
    try {
      tcp.setTcpNoDelay(true);
      if (plan.smallWindow()) {
        tcp.setReceiveBufferSize(SMALL_WINDOW);
      }
      if (plan.elsewhere()) {
        tcp.bind(new InetSocketAddress(ELSEWHERE, 0));
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
    String host = target.uri().getHost();
    SSLSocket socket =
        (SSLSocket)
            TlsContexts.of(target.tls())
                .getSocketFactory()
                .createSocket(tcp, host, target.port(), true);
    socket.setSSLParameters(TlsContexts.demand(target, socket.getSSLParameters()));
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
