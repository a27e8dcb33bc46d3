package io.solewire.profile;

import java.util.List;
import java.util.Optional;

/**
 * What the server can do besides connecting. Each enables a group of rules. Immutable.
 *
 * @param publish how to send a user a message (rules D4, F)
 * @param sessions how to look at the server's own view
 * @param authentication how to log in wrongly (rules A4, A7, B7, H5)
 * @param tenants names of tenants whose users are not the same (rule E2); empty or at least two
 * @param subscribe how to subscribe to a topic (rule F5)
 * @param effect what others see of what a client sends (rule C4)
 * @param presence what others see of a user's coming and going (rules D5, I)
 * @param identity which user ids are the same user (rules H1, H4)
 * @param delivery what is promised about messages (rules F2, F3)
 */
public record Capabilities(
    Optional<Publish> publish,
    Optional<Sessions> sessions,
    Optional<Authentication> authentication,
    List<String> tenants,
    Optional<Subscribe> subscribe,
    Optional<EffectMessage> effect,
    Optional<Presence> presence,
    Identity identity,
    Optional<Delivery> delivery) {}
