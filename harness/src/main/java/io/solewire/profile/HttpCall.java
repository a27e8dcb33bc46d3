package io.solewire.profile;

import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request as the profile writes it. Immutable.
 *
 * @param method GET, POST …
 * @param url http or https URL; variables in it are percent-encoded when rendered
 * @param headers sent with it
 * @param body sent with it
 */
public record HttpCall(
    String method, Template url, Map<String, Template> headers, Optional<Template> body) {}
