package io.solewire.simulation.takeover;

import io.solewire.history.Redactor;
import io.solewire.load.LoadPlan;
import io.solewire.load.Workload;
import io.solewire.profile.Profile;
import io.solewire.profile.Publish;
import io.solewire.profile.Template;
import io.solewire.profile.Variables;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whose hosts are put under load: those of this machine and of a private network, and others only
 * if whoever asks for it says that they are theirs. Names are read, never looked up; of names only
 * {@code localhost} is known to be this machine. Stateless.
 */
public final class OwnedHosts {

  /** How the option is written. */
  public static final String OPTION = "--i-own-this-host";

  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
  private static final int UNIQUE_LOCAL = 0xfc;
  private static final int UNIQUE_LOCAL_MASK = 0xfe;

  private OwnedHosts() {}

  /**
   * Looks for hosts that nobody has said are theirs.
   *
   * @param profile of the target
   * @param plan of the load; churn publishes as well
   * @param owned hosts as they stand in URLs
   * @return one sentence for each host
   */
  public static List<String> problems(Profile profile, LoadPlan plan, List<String> owned) {
    List<String> problems = new ArrayList<>();
    for (String host : of(profile, plan)) {
      if (!isLoopback(host) && !isPrivate(host) && !owned.contains(host)) {
        problems.add(
            new Redactor(profile.secrets())
                .clean(
                    OPTION
                        + (owned.isEmpty() ? "" : " " + String.join(", ", owned))
                        + ": "
                        + host
                        + " is neither this machine nor a private address: expected "
                        + OPTION
                        + " "
                        + host
                        + ", exactly as in the URL, if it is yours to put under load"));
      }
    }
    return problems;
  }

  /** The hosts that a load speaks to, as they stand in URLs. */
  public static Set<String> of(Profile profile, LoadPlan plan) {
    Set<String> hosts = new LinkedHashSet<>();
    profile.endpoint().urls().forEach(url -> hosts.add(host(url)));
    if (plan.simulation().equals(Workload.CHURN.text())) {
      profile
          .capabilities()
          .publish()
          .filter(Publish.Http.class::isInstance)
          .map(publish -> ((Publish.Http) publish).request().url())
          .ifPresent(url -> hosts.add(host(url)));
    }
    return hosts;
  }

  /** True if no packet to the target leaves the machine, as its URLs say. */
  public static boolean isLoopback(Profile profile) {
    return profile.endpoint().urls().stream().allMatch(url -> isLoopback(host(url)));
  }

  private static String host(Template url) {
    Map<String, String> values = new LinkedHashMap<>();
    url.variables().forEach(name -> values.put(name, name.equals("port") ? "1" : "x"));
    return String.valueOf(URI.create(url.render(Variables.of(values))).getHost());
  }

  static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || isLiteral(host) && address(host).isLoopbackAddress();
  }

  /** RFC 1918, RFC 4193, and the link-local ones of RFC 3927 and RFC 4291. */
  static boolean isPrivate(String host) {
    if (!isLiteral(host)) {
      return false;
    }
    InetAddress address = address(host);
    if (address instanceof Inet6Address) {
      boolean unique = (address.getAddress()[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
      return unique || address.isLinkLocalAddress();
    }
    return address.isSiteLocalAddress() || address.isLinkLocalAddress();
  }

  /** An address rather than a name: nothing is looked up for it. */
  private static boolean isLiteral(String host) {
    return host.startsWith("[") || IPV4.matcher(host).matches();
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal.replaceFirst("%.*]", "]"));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(literal + " is no address", e);
    }
  }
}
