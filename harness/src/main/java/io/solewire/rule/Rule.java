package io.solewire.rule;

import java.util.List;
import java.util.Optional;

/**
 * One clause of the rule book. Immutable.
 *
 * @param id permanent, such as {@code D4}
 * @param level how binding it is
 * @param group the name of its group
 * @param title the requirement in one line
 * @param observed how a black box sees it
 * @param why where it comes from
 * @param check the question to ask when it fails
 * @param needs the profile keys that enable it
 * @param axis what its findings speak of
 * @param untestable why no black box can judge it, if none can
 * @param since the version of the rules that brought it; a profile that is pinned to an earlier one
 *     is not judged by it
 */
public record Rule(
    String id,
    Level level,
    String group,
    String title,
    String observed,
    String why,
    String check,
    List<String> needs,
    Axis axis,
    Optional<String> untestable,
    int since) {}
