package io.solewire.cli.calibrate;

import io.solewire.simulation.calibrate.DelayServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server that is asked for a delay of 5 ms and has none. */
final class HastyServer {

  private static final int BUFFER = 4_096;

  private HastyServer() {}

  public static void main(String[] args) throws IOException {
    InetAddress here = InetAddress.getByName("127.0.0.1");
    try (DelayServer server = DelayServer.start(0);
        ServerSocket door = new ServerSocket(Integer.parseInt(args[0]), 500, here)) {
      while (!door.isClosed()) {
        Socket client = door.accept();
        Socket behind = new Socket(here, server.port());
        client.setTcpNoDelay(true);
        behind.setTcpNoDelay(true);
        thread(client, behind);
        thread(behind, client);
      }
    }
  }

  private static void thread(Socket from, Socket to) {
    Thread thread = new Thread(() -> pass(from, to));
    thread.setDaemon(true);
    thread.start();
  }

  /** Bytes keep their number; frames never hold this text. */
  private static void pass(Socket from, Socket to) {
    byte[] bytes = new byte[BUFFER];
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
        String text = new String(bytes, 0, n, StandardCharsets.ISO_8859_1);
        String hasty = text.replace("delay=5ms", "delay=0ms");
        out.write(hasty.getBytes(StandardCharsets.ISO_8859_1));
      }
    } catch (IOException ignored) {
      // one side has ended it, so the other does
    }
  }
}
