package io.solewire.profile;

/**
 * What is looked for in what the server says. Immutable.
 *
 * <p>A text match is a regular expression, found anywhere in the text; variables in it stand for
 * their quoted values. A binary match is a run of hexadecimal digits found anywhere in the bytes.
 *
 * @param binary true to match binary frames, as a stream of bytes
 * @param template the expression or the digits
 */
public record Match(boolean binary, Template template) {}
