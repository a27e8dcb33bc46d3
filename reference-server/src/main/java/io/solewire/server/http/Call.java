package io.solewire.server.http;

import java.util.List;

/**
 * A request that a route was found for. Immutable.
 *
 * @param arguments what stands at the pattern's <code>{}</code>, percent-decoded
 * @param body the request's body as UTF-8
 */
record Call(List<String> arguments, String body) {}
