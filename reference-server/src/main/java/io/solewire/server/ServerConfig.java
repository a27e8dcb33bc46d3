package io.solewire.server;

import io.solewire.server.fault.Fault;
import io.solewire.server.fault.Faults;
import io.solewire.server.identity.Access;
import io.solewire.server.registry.CloseSignal;
import io.solewire.server.registry.Policy;
import io.solewire.server.variant.Terms;
import io.solewire.server.variant.Variant;
import io.solewire.server.variant.Variants;
import io.solewire.server.websocket.Liveness;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a {@link ReferenceServer} is to run. Immutable.
 *
 * @param host address to listen on, a name or a number
 * @param port 0 for any that is free
 * @param nodePorts of further nodes, which share its registry; 0 for any that is free
 * @param closeCode what an evicted connection is told; a legal one (RFC 6455 section 7.4)
 * @param closeReason at most 123 bytes of UTF-8 (RFC 6455 section 5.5)
 * @param force when a closed connection's TCP must have ended, 1 ms to 1 h; cut at 0.8 of this
 * @param fault what the server gets wrong; empty for the honest one
 * @param variant in which correct way it differs; empty for the honest one; not beside a fault
 * @param faultDelay how late the faults that are late are; not negative, at most 1 h
 * @param nativeTransport whether epoll is used where it is available
 * @param access how users prove who they are
 * @param foldCase whether users whose names differ in case only are one
 * @param policy what happens when a user's places are taken
 * @param liveness how silent peers are dealt with
 * @param shutdownCode what connections are told when the server stops (rule J2): 1001 or 1012
 * @param compress whether permessage-deflate (RFC 7692) is agreed to
 * @param notice whether an evicted connection is first told by a text message (rule B6)
 * @param tls what to prove the server's identity by; empty for plain TCP
 */
public record ServerConfig(
    String host,
    int port,
    List<Integer> nodePorts,
    int closeCode,
    String closeReason,
    Duration force,
    Optional<Fault> fault,
    Optional<Variant> variant,
    Duration faultDelay,
    boolean nativeTransport,
    Access access,
    boolean foldCase,
    Policy policy,
    Liveness liveness,
    int shutdownCode,
    boolean compress,
    boolean notice,
    Optional<Tls> tls) {

  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int LONGEST_REASON = 123;
  private static final double CUT_AT = 0.8;

  /**
   * Checks every value.
   *
   * @throws IllegalArgumentException naming the value that is wrong, and what it may be
   */
  public ServerConfig {
    require(host != null && !host.isBlank(), "host must not be blank", host);
    require(port >= 0 && port <= 65_535, "port must be 0-65535", port);
    nodePorts = List.copyOf(nodePorts);
    nodePorts.forEach(p -> require(p >= 0 && p <= 65_535, "node port must be 0-65535", p));
    require(
        CloseSignal.isLegal(closeCode),
        "close code must be 1000-1003, 1007-1014 or 3000-4999",
        closeCode);
    int bytes = closeReason.getBytes(StandardCharsets.UTF_8).length;
    require(bytes <= LONGEST_REASON, "close reason must be at most 123 bytes of UTF-8", bytes);
    require(
        force != null && force.toMillis() >= 1 && force.compareTo(LONGEST) <= 0,
        "force must be 1 ms to 1 h",
        force);
    require(
        fault.isEmpty() || variant.isEmpty(),
        "fault and variant exclude each other",
        fault.map(Fault::name).orElse("") + ", " + variant.map(Variant::name).orElse(""));
    require(
        faultDelay != null && !faultDelay.isNegative() && faultDelay.compareTo(LONGEST) <= 0,
        "fault delay must be 0 to 1 h",
        faultDelay);
    Objects.requireNonNull(access, "access");
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(liveness, "liveness");
    Objects.requireNonNull(tls, "tls");
    require(
        shutdownCode == 1001 || shutdownCode == 1012,
        "shutdown code must be 1001 or 1012",
        shutdownCode);
    require(shutdownCode != closeCode, "close code must not be that of the shutdown", closeCode);
  }

  /** What there is to set; all of it has a default. */
  public static Builder builder() {
    return new Builder();
  }

  /** What an evicted connection is told, and when it is cut. */
  CloseSignal eviction() {
    return new CloseSignal(
        closeCode, closeReason, CloseSignal.Cause.TAKEOVER, Optional.of(cutAfter()), notice);
  }

  /** Before the deadline: what a client sees at the deadline is over. */
  Duration cutAfter() {
    return Duration.ofNanos((long) (force.toNanos() * CUT_AT));
  }

  private static void require(boolean holds, String rule, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ": " + value);
    }
  }

  /** Collects the settings. Not thread-safe. */
  public static final class Builder {
    private String host = "127.0.0.1";
    private int port;
    private List<Integer> nodePorts = List.of();
    private int closeCode = 4409;
    private String closeReason = "superseded";
    private Duration force = Duration.ofSeconds(5);
    private Optional<Fault> fault = Optional.empty();
    private Optional<Variant> variant = Optional.empty();
    private Duration faultDelay = Duration.ofMillis(6_500);
    private boolean nativeTransport = true;
    private Access access = Access.OPEN;
    private boolean foldCase;
    private Policy policy = Policy.ONE;
    private Liveness liveness = Liveness.PATIENT;
    private int shutdownCode = 1001;
    private boolean compress;
    private boolean notice;
    private Optional<Tls> tls = Optional.empty();

    private Builder() {}

    /** Default 127.0.0.1. */
    public Builder host(String address) {
      host = address;
      return this;
    }

    /** Default 0: any that is free. */
    public Builder port(int number) {
      port = number;
      return this;
    }

    /** Default none: it is the only node. */
    public Builder nodePorts(List<Integer> numbers) {
      nodePorts = numbers;
      return this;
    }

    /** Default 4409. */
    public Builder closeCode(int code) {
      closeCode = code;
      return this;
    }

    /** Default "superseded". */
    public Builder closeReason(String reason) {
      closeReason = reason;
      return this;
    }

    /** Default 5 s. */
    public Builder force(Duration deadline) {
      force = deadline;
      return this;
    }

    /**
     * Default none.
     *
     * @throws io.solewire.server.fault.UnknownFaultException if {@link Faults} has no such name
     */
    public Builder fault(String name) {
      fault = Optional.of(Faults.named(name));
      return this;
    }

    /**
     * Default none. Also sets the {@link Variant#terms()} of the variant, so that of these and what
     * is set by hand the later counts.
     *
     * @throws IllegalArgumentException if {@link Variants} has no such name
     */
    public Builder variant(String name) {
      Variant named = Variants.named(name);
      variant = Optional.of(named);
      Terms terms = named.terms();
      policy = terms.policy().orElse(policy);
      closeCode = terms.close().map(Terms.Close::code).orElse(closeCode);
      closeReason = terms.close().map(Terms.Close::reason).orElse(closeReason);
      notice = notice || terms.notice();
      liveness = new Liveness(terms.ping().or(liveness::ping), liveness.idle());
      shutdownCode = terms.shutdownCode().orElse(shutdownCode);
      return this;
    }

    /** Default 6.5 s. */
    public Builder faultDelay(Duration delay) {
      faultDelay = delay;
      return this;
    }

    /** Default true. */
    public Builder nativeTransport(boolean wanted) {
      nativeTransport = wanted;
      return this;
    }

    /** Default: everybody is who they say they are. */
    public Builder access(Access proof) {
      access = proof;
      return this;
    }

    /** Default false: case counts. */
    public Builder foldCase(boolean wanted) {
      foldCase = wanted;
      return this;
    }

    /** Default: one connection, the newest wins. */
    public Builder policy(Policy wanted) {
      policy = wanted;
      return this;
    }

    /** Default: silence is no reason to do anything. */
    public Builder liveness(Liveness wanted) {
      liveness = wanted;
      return this;
    }

    /** Default 1001. */
    public Builder shutdownCode(int code) {
      shutdownCode = code;
      return this;
    }

    /** Default false. */
    public Builder compress(boolean wanted) {
      compress = wanted;
      return this;
    }

    /** Default false. */
    public Builder notice(boolean wanted) {
      notice = wanted;
      return this;
    }

    /** Default plain TCP. */
    public Builder tls(Tls proof) {
      tls = Optional.of(proof);
      return this;
    }

    /**
     * The settings collected.
     *
     * @throws IllegalArgumentException naming the value that is wrong, and what it may be
     */
    public ServerConfig build() {
      return new ServerConfig(
          host,
          port,
          nodePorts,
          closeCode,
          closeReason,
          force,
          fault,
          variant,
          faultDelay,
          nativeTransport,
          access,
          foldCase,
          policy,
          liveness,
          shutdownCode,
          compress,
          notice,
          tls);
    }
  }
}
