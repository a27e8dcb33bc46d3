package io.solewire.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where and how to connect. Immutable.
 *
 * @param url ws or wss URL with {@code {user}}
 * @param headers sent with every upgrade; values are templates
 * @param subprotocols offered in this order (RFC 6455 section 1.9); templates
 * @param tls for wss; absent means the platform's trust store
 */
public record Endpoint(
    Template url, Map<String, Template> headers, List<Template> subprotocols, Optional<Tls> tls) {}
