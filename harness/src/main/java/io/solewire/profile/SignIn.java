package io.solewire.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is done once for each user before the first connect. Immutable.
 *
 * @param http a request; empty if a command is run
 * @param command program and arguments; empty if a request is made
 * @param capture variables to take from the answer or the output; group 1 of each pattern is the
 *     value
 */
public record SignIn(
    Optional<HttpCall> http, List<Template> command, Map<String, Pattern> capture) {}
