package io.solewire.profile;

import java.util.List;
import java.util.Optional;

/**
 * How to log in wrongly, and twice. Immutable.
 *
 * @param wrong logins with wrong credentials (rules A4, B7); none of them is to be admitted
 * @param other a login with another user's valid credentials, {@code {other}}, that claims to be
 *     {@code {user}} (rule H5)
 * @param again what a connection sends that logs in a second time (rule A7)
 */
public record Authentication(List<Login> wrong, Optional<Login> other, Optional<Payload> again) {}
