package io.solewire.simulation.client;

import io.netty.util.NetUtil;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The addresses of this machine that connections of a load come from, in turn: each of them has
 * ports of its own. Thread-safe.
 */
public final class SourceAddresses {

  /** How the option is written. */
  public static final String OPTION = "--source-addresses";

  /** The kernel chooses the address. */
  public static final SourceAddresses ANY = new SourceAddresses(List.of());

  private static final String EXPECTED = ": expected addresses of this machine, such as 127.0.0.2";

  private final List<InetAddress> addresses;
  private final AtomicInteger turn = new AtomicInteger();

  private SourceAddresses(List<InetAddress> addresses) {
    this.addresses = List.copyOf(addresses);
  }

  /**
   * Splits what was given.
   *
   * @param list addresses with commas between them
   * @return the parts, which need not be addresses
   */
  public static List<String> split(String list) {
    return Stream.of(list.split(",", -1)).map(String::strip).toList();
  }

  /**
   * Looks for what connections cannot come from. Names are not looked up.
   *
   * @param texts as they were given
   * @return one sentence for each problem, which begins with the option; none if they can be used
   */
  public static List<String> problems(List<String> texts) {
    List<String> problems = new ArrayList<>();
    Set<InetAddress> seen = new HashSet<>();
    for (String text : texts) {
      Optional<InetAddress> address = literal(text);
      if (address.isEmpty()) {
        problems.add(OPTION + ": '" + text + "' is no IP address" + EXPECTED);
      } else if (!isOurs(address.get())) {
        problems.add(OPTION + ": " + text + " is no address of this machine" + EXPECTED);
      } else if (!seen.add(address.get())) {
        problems.add(OPTION + ": " + text + " stands there twice: expected each address once");
      }
    }
    return problems;
  }

  /**
   * Of texts that are no problem.
   *
   * @param texts IP addresses; none if the kernel is to choose
   * @throws IllegalArgumentException if one of them is no IP address
   */
  public static SourceAddresses of(List<String> texts) {
    return new SourceAddresses(
        texts.stream()
            .map(
                text ->
                    literal(text)
                        .orElseThrow(() -> new IllegalArgumentException(problems(texts).get(0))))
            .toList());
  }

  private static Optional<InetAddress> literal(String text) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
    try {
      return bytes == null ? Optional.empty() : Optional.of(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** All of 127.0.0.0/8 is, as far as the kernel lets one have it, without being listed. */
  private static boolean isOurs(InetAddress address) {
    if (address.isAnyLocalAddress() || !isListed(address)) {
      return false;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(address, 0));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isListed(InetAddress address) {
    try {
      return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      return false;
    }
  }

  /** How many addresses have ports of their own; 1 if the kernel chooses. */
  public int count() {
    return Math.max(1, addresses.size());
  }

  /** Where the next connection comes from; empty if the kernel chooses. */
  Optional<InetSocketAddress> next() {
    return addresses.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new InetSocketAddress(
                addresses.get(Math.floorMod(turn.getAndIncrement(), addresses.size())), 0));
  }
}
