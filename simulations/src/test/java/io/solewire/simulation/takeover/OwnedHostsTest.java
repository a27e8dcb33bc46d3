package io.solewire.simulation.takeover;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.load.LoadPlan;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which hosts may be put under load unasked. */
class OwnedHostsTest {

  @ParameterizedTest
  @CsvSource({
    "localhost, true",
    "LOCALHOST, true",
    "127.0.0.1, true",
    "127.255.0.9, true",
    "[::1], true",
    "[::ffff:127.0.0.1], true",
    "128.0.0.1, false",
    "localhost.acme.example, false",
    "[::2], false",
    "0.0.0.0, false"
  })
  void thisMachineIsLoopback(String host, boolean loopback) {
    assertEquals(loopback, OwnedHosts.isLoopback(host));
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, true",
    "10.255.255.255, true",
    "9.255.255.255, false",
    "11.0.0.0, false",
    "172.16.0.1, true",
    "172.31.255.255, true",
    "172.15.0.1, false",
    "172.32.0.1, false",
    "192.168.0.1, true",
    "192.169.0.1, false",
    "169.254.1.1, true",
    "169.253.1.1, false",
    "100.64.0.1, false",
    "192.0.2.7, false",
    "[fc00::1], true",
    "[fdff::1], true",
    "[fe00::1], false",
    "[fbff::1], false",
    "[fe80::1], true",
    "[fe80::1%25eth0], true",
    "[fec0::1], false",
    "[2001:db8::1], false",
    "[::ffff:192.168.0.1], true",
    "[::ffff:192.0.2.7], false"
  })
  void privateNetworksAreThoseOfTheirRfcs(String host, boolean isPrivate) {
    assertEquals(isPrivate, OwnedHosts.isPrivate(host));
  }

  /** What looks like an address and is none would be looked up as a name. */
  @ParameterizedTest
  @ValueSource(strings = {"10.1", "010.0.0.1", "10.0.0.256", "0x7f.0.0.1", "2130706433", "acme"})
  void whatIsNoPlainAddressIsAName(String host) {
    assertEquals(List.of(false, false), List.of(OwnedHosts.isLoopback(host), isPrivate(host)));
  }

  private static boolean isPrivate(String host) {
    return OwnedHosts.isPrivate(host);
  }

  @Test
  void aChurnSpeaksToThePublisherAsWell() throws Exception {
    Profile profile =
        ProfileReader.forUrl(
            "ws://127.0.0.1/{user}",
            Map.of(
                "publish",
                "{http: {method: POST, url: 'http://bus.acme.example/{user}', body: '{message}'}}"));
    assertEquals(Set.of("127.0.0.1"), OwnedHosts.of(profile, plan("takeover")));
    assertEquals(List.of(), OwnedHosts.problems(profile, plan("takeover"), List.of()));
    assertEquals(Set.of("127.0.0.1", "bus.acme.example"), OwnedHosts.of(profile, plan("churn")));
    assertEquals(1, OwnedHosts.problems(profile, plan("churn"), List.of("acme.example")).size());
    assertEquals(
        List.of(), OwnedHosts.problems(profile, plan("churn"), List.of("bus.acme.example")));
  }

  private static LoadPlan plan(String simulation) {
    return new LoadPlan(simulation, 10, 5, 0, 1_000, "uniform", List.of());
  }

  @Test
  void aMistypedNameIsShownBesideTheOneInTheUrl() throws Exception {
    Profile profile = ProfileReader.forUrl("wss://Acme.example/{user}", Map.of());
    assertEquals(
        List.of(
            "--i-own-this-host acme.example: Acme.example is neither this machine nor a private"
                + " address: expected --i-own-this-host Acme.example, exactly as in the URL, if it"
                + " is yours to put under load"),
        OwnedHosts.problems(profile, plan("takeover"), List.of("acme.example")));
    assertEquals(
        List.of(), OwnedHosts.problems(profile, plan("takeover"), List.of("b", "Acme.example")));
  }
}
