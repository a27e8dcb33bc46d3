package io.solewire.profile;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the harness ends TLS for a {@code wss} target. Immutable.
 *
 * @param ca PEM file with the certificates to trust instead of the platform's
 * @param cert PEM file with the client certificate
 * @param key PEM file (PKCS 8) with its private key
 * @param insecure true to trust any certificate and skip the host name check
 */
public record Tls(Optional<Path> ca, Optional<Path> cert, Optional<Path> key, boolean insecure) {}
