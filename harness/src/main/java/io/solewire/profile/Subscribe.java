package io.solewire.profile;

/**
 * How a connection subscribes to a topic, {@code {topic}}, and how to publish to it (rule F5).
 * Immutable.
 *
 * @param send what asks for the subscription
 * @param expect what confirms it
 * @param publish how to publish {@code {message}} to the topic
 */
public record Subscribe(Payload send, Match expect, Publish publish) {}
