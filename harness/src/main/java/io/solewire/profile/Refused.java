package io.solewire.profile;

import java.util.Optional;
import java.util.Set;

/**
 * What a refused newcomer sees. Immutable.
 *
 * @param status HTTP status codes in place of the 101
 * @param codes close codes
 * @param message an application message that means "refused"
 */
public record Refused(Set<Integer> status, CloseCodes codes, Optional<Match> message) {}
