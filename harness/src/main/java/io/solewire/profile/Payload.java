package io.solewire.profile;

/**
 * What is sent in one frame. Immutable.
 *
 * @param binary true for a binary frame whose template renders to hexadecimal digits
 * @param template the text, or the hexadecimal digits
 */
public record Payload(boolean binary, Template template) {}
