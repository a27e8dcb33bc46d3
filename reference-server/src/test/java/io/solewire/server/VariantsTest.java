package io.solewire.server;

import static io.solewire.server.Check.B1_THE_SIGNAL_IS_A_CLOSE_FRAME;
import static io.solewire.server.Check.B2_THE_CODE_IS_LEGAL;
import static io.solewire.server.Check.C1_NO_DATA_FOLLOWS_THE_CLOSE;
import static io.solewire.server.Check.C2_THE_ECHO_ENDS_TCP_AT_ONCE;
import static io.solewire.server.Check.C3_SILENCE_ENDS_WITHIN_FORCE;
import static io.solewire.server.Check.D4_THE_ECHO_OF_THE_OLDER_ONE_LEAVES_THE_NEWER_REACHABLE;
import static io.solewire.server.Check.D4_THE_FIN_OF_THE_OLDER_ONE_LEAVES_THE_NEWER_REACHABLE;
import static io.solewire.server.Check.D4_THE_RST_OF_THE_OLDER_ONE_LEAVES_THE_NEWER_REACHABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.server.variant.Variant;
import io.solewire.server.variant.Variants;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each variant does what it says, and passes every check that does not look at just that. */
final class VariantsTest {
  private static final Set<Check> NEEDS_A_CLOSE =
      EnumSet.of(
          B1_THE_SIGNAL_IS_A_CLOSE_FRAME,
          B2_THE_CODE_IS_LEGAL,
          C1_NO_DATA_FOLLOWS_THE_CLOSE,
          C2_THE_ECHO_ENDS_TCP_AT_ONCE,
          C3_SILENCE_ENDS_WITHIN_FORCE);

  /** A raw client puts no fragments together. */
  private static final Set<Check> REACHABLE =
      EnumSet.of(
          D4_THE_ECHO_OF_THE_OLDER_ONE_LEAVES_THE_NEWER_REACHABLE,
          D4_THE_FIN_OF_THE_OLDER_ONE_LEAVES_THE_NEWER_REACHABLE,
          D4_THE_RST_OF_THE_OLDER_ONE_LEAVES_THE_NEWER_REACHABLE);

  /** What the checks take for granted and a variant may do otherwise. */
  private static final Map<String, Set<Check>> DIFFERENT =
      Map.of(
          "gives-notice", NEEDS_A_CLOSE,
          "ends-by-fin", NEEDS_A_CLOSE,
          "closes-as-policy", Set.of(B2_THE_CODE_IS_LEGAL),
          "closes-without-reason", Set.of(B2_THE_CODE_IS_LEGAL),
          "closes-by-two-codes", Set.of(B2_THE_CODE_IS_LEGAL),
          "fragments-messages", REACHABLE,
          "hangs-up", Set.of(C2_THE_ECHO_ENDS_TCP_AT_ONCE),
          "resets-after-close", Set.of(C2_THE_ECHO_ENDS_TCP_AT_ONCE));

  /**
   * The checks are of one connection per user, the newest one, do not expect Pings, and take a 101
   * for an admission without a probe.
   */
  private static final Set<String> UNCHECKED =
      Set.of(
          "refuses-newcomers",
          "refuses-the-fourth",
          "keeps-three",
          "pings-often",
          "registers-late");

  static Stream<Difference> differences() {
    return Stream.concat(VariantTrials.all(), SignalVariantTrials.all());
  }

  static Stream<Arguments> checks() {
    return Variants.all().stream()
        .filter(variant -> !UNCHECKED.contains(variant.name()))
        .flatMap(
            variant ->
                Stream.of(Check.values())
                    .filter(c -> !DIFFERENT.getOrDefault(variant.name(), Set.of()).contains(c))
                    .map(check -> Arguments.of(variant, check)));
  }

  @ParameterizedTest
  @MethodSource("checks")
  void passes(Variant variant, Check check) throws Exception {
    ServerConfig config = ServerConfig.builder().force(Duel.FORCE).variant(variant.name()).build();
    try (ReferenceServer server = ReferenceServer.start(config)) {
      check.run(server);
    }
  }

  @ParameterizedTest
  @MethodSource("differences")
  void doesWhatItSays(Difference difference) throws Exception {
    difference.isSeen();
  }

  @ParameterizedTest
  @MethodSource("differences")
  void whatTheHonestServerDoesNot(Difference difference) {
    difference.isNotTheHonestServers();
  }

  @Test
  void everyVariantIsTriedAndSaysWhatAProfileDeclares() {
    assertEquals(
        Variants.all().stream().map(Variant::name).collect(Collectors.toSet()),
        differences().map(Difference::variant).collect(Collectors.toSet()));
    for (Variant variant : Variants.all()) {
      assertSame(variant, Variants.named(variant.name()));
      assertTrue(variant.name().matches("[a-z]+(-[a-z]+)*"), variant.name());
      assertFalse(variant.sentence().isBlank() || variant.seenIn().isBlank(), variant.name());
      variant.overrides().forEach((key, value) -> assertTrue(key.matches("[a-z.]+"), key + value));
    }
  }

  @Test
  void anUnknownNameListsTheNamesAndGuesses() {
    String message = messageFor("hang-up");
    assertTrue(message.startsWith("variant must be one of closes-before-it-admits, "), message);
    assertTrue(message.endsWith(": hang-up, did you mean hangs-up?"), message);
    assertTrue(messageFor("xyzzy").endsWith(": xyzzy"), messageFor("xyzzy"));
  }

  private static String messageFor(String name) {
    return assertThrows(IllegalArgumentException.class, () -> Variants.named(name)).getMessage();
  }

  @Test
  void aVariantSetsWhatItIsMadeOfAndLeavesTheRest() {
    ServerConfig.Builder settings = ServerConfig.builder().closeReason("mine").port(0);
    assertEquals("mine", settings.variant("keeps-three").build().closeReason());
    assertEquals(3, settings.build().policy().max());
    assertEquals(1008, settings.variant("closes-as-policy").build().closeCode());
    assertEquals(4000, settings.closeCode(4000).build().closeCode());
  }

  @Test
  void aFaultAndAVariantExcludeEachOther() {
    ServerConfig.Builder both = ServerConfig.builder().fault("flaps").variant("hangs-up");
    assertEquals(
        "fault and variant exclude each other: flaps, hangs-up",
        assertThrows(IllegalArgumentException.class, both::build).getMessage());
  }
}
