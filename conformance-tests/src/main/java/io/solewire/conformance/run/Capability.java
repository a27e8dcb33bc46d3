package io.solewire.conformance.run;

import io.solewire.profile.Authentication;
import io.solewire.profile.Conversation;
import io.solewire.profile.Delivery;
import io.solewire.profile.Evicted;
import io.solewire.profile.Policy;
import io.solewire.profile.Probe;
import io.solewire.profile.Profile;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a case needs of a profile, by the key that it names. Stateless. */
final class Capability {

  /** Nobody waits longer for an idle connection to be closed. */
  private static final Duration LONGEST_IDLE = Duration.ofSeconds(60);

  private static final Pattern OF_THIS_MACHINE =
      Pattern.compile("wss?://(localhost|127(\\.\\d{1,3}){3})([:/?].*)?");

  private Capability() {}

  /** True if the profile has a key, or one of several joined by {@code or}. */
  static boolean isThere(Profile profile, String keys) {
    return Stream.of(keys.split(" or ")).anyMatch(key -> has(profile, key));
  }

  private static boolean has(Profile profile, String key) {
    Optional<Authentication> login = profile.capabilities().authentication();
    return switch (key) {
      case "evicted.codes" -> profile.evicted().codesDeclared();
      case "authentication.wrong" -> login.filter(a -> !a.wrong().isEmpty()).isPresent();
      case "authentication.other" -> login.flatMap(Authentication::other).isPresent();
      case "authentication.again" -> login.flatMap(Authentication::again).isPresent();
      case "url: 127.0.0.1" ->
          profile.endpoint().urls().stream()
              .allMatch(url -> OF_THIS_MACHINE.matcher(url.toString()).matches());
      case "user, not credentials" -> profile.credentials().rows().isEmpty();
      case "decides" -> profile.conversation().decides() > Conversation.UPGRADE;
      case "delivery: exactly-once" ->
          profile.capabilities().delivery().filter(Delivery.EXACTLY_ONCE::equals).isPresent();
      case "probe.expect with {probe}" ->
          profile.probe() instanceof Probe.Exchange exchange
              && exchange.expect().template().variables().contains("probe");
      case "closes.idle of at most 60s" ->
          profile
              .closes()
              .idle()
              .filter(idle -> idle.after().compareTo(LONGEST_IDLE) <= 0)
              .isPresent();
      case "evicted.by: close" -> profile.evicted().by().contains(Evicted.Signal.CLOSE);
      case "evicted.by: message" -> profile.evicted().by().contains(Evicted.Signal.MESSAGE);
      case "policy without damper" -> profile.policy().damper().isEmpty();
      case "policy: refuse-newcomer" -> profile.policy().kind() == Policy.Kind.REFUSE_NEWCOMER;
      default -> profile.declared().contains(key);
    };
  }
}
