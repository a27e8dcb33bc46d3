package io.solewire.cli;

import io.solewire.result.ExitCode;
import io.solewire.result.Shell;
import io.solewire.server.ReferenceServer;
import io.solewire.server.ServerConfig;
import io.solewire.server.ServerStartException;
import io.solewire.server.Tls;
import io.solewire.server.fault.Fault;
import io.solewire.server.fault.Faults;
import io.solewire.server.identity.Access;
import io.solewire.server.registry.Policy;
import io.solewire.server.variant.Variant;
import io.solewire.server.variant.Variants;
import io.solewire.server.websocket.Liveness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    abbreviateSynopsis = true,
    description = "Runs the reference server until it is stopped; on request with one fault.")
final class ServeCommand implements Callable<Integer> {

  private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

  @Spec private CommandSpec spec;

  @Option(names = "--host", defaultValue = "127.0.0.1", hidden = true)
  private String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "0 for any; default 8080; --host 127.0.0.1.")
  private int port;

  @Option(
      names = "--node-port",
      paramLabel = "PORT",
      description = "One node more; may be repeated.")
  private List<Integer> nodePorts = List.of();

  @Option(
      names = "--close-code",
      paramLabel = "CODE",
      defaultValue = "4409",
      description = "Default 4409.")
  private int closeCode;

  @Option(
      names = "--close-reason",
      paramLabel = "TEXT",
      defaultValue = "superseded",
      description = "Its reason.")
  private String closeReason;

  @Option(
      names = "--force",
      paramLabel = "TIME",
      defaultValue = "5s",
      description = "T_force; default 5s.")
  private Duration force;

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      defaultValue = "newest-wins",
      description = "newest-wins or refuse-newcomer.")
  private String policy;

  @Option(
      names = "--max",
      paramLabel = "N",
      defaultValue = "1",
      description = "Connections per user; default 1.")
  private int max;

  @Option(names = "--auth", description = "Ask for tokens, signed with --auth-secret TEXT.")
  private boolean auth;

  @Option(names = "--auth-secret", hidden = true)
  private Optional<String> authSecret = Optional.empty();

  @Option(
      names = "--identify",
      paramLabel = "WHO",
      defaultValue = "user",
      description = "By user or by token.")
  private String identify;

  @Option(names = "--fold-case", description = "Bob and bob are one user.")
  private boolean foldCase;

  @Option(names = "--ping", paramLabel = "TIME", description = "How often to ping; default never.")
  private Optional<Duration> ping = Optional.empty();

  @Option(
      names = "--idle",
      paramLabel = "TIME",
      description = "Close silent peers after; default never.")
  private Optional<Duration> idle = Optional.empty();

  @Option(
      names = "--shutdown-code",
      paramLabel = "CODE",
      defaultValue = "1001",
      description = "1001 or 1012; default 1001.")
  private int shutdownCode;

  @Option(names = "--compress", description = "Agree to permessage-deflate.")
  private boolean compress;

  @Option(names = "--notice", description = "Tell the evicted by a message first.")
  private boolean notice;

  @Option(names = "--tls-cert", paramLabel = "PEM", description = "wss; with --tls-key PEM.")
  private Optional<Path> tlsCert = Optional.empty();

  @Option(names = "--tls-key", hidden = true)
  private Optional<Path> tlsKey = Optional.empty();

  @Option(
      names = "--fault",
      paramLabel = "NAME",
      description = "Do one thing wrong, late by --fault-delay.")
  private Optional<String> fault = Optional.empty();

  @Option(names = "--fault-delay", defaultValue = "6500ms", hidden = true)
  private Duration faultDelay;

  @Option(names = "--list-faults", description = "Print every fault and the rules it breaks.")
  private boolean listFaults;

  @Option(
      names = "--variant",
      paramLabel = "NAME",
      description = "Be right in another way; see --list-variants.")
  private Optional<String> variant = Optional.empty();

  @Option(names = "--list-variants", hidden = true)
  private boolean listVariants;

  @Override
  public Integer call() throws InterruptedException {
    if (listFaults) {
      Faults.everything().forEach(this::print);
      return ExitCode.OK.number();
    }
    if (listVariants) {
      Variants.all().forEach(this::print);
      return ExitCode.OK.number();
    }
    try (ReferenceServer server = ReferenceServer.start(config())) {
      String with =
          fault
              .map(name -> " with the fault " + name)
              .or(() -> variant.map(name -> " as the variant " + name))
              .orElse("");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stopped"));
      String scheme = tlsCert.isPresent() ? "wss://" : "ws://";
      String urls =
          server.ports().stream()
              .map(each -> scheme + host + ":" + each + "/ws?user={user}")
              .collect(Collectors.joining(", "));
      say("listening on " + urls + with);
      new CountDownLatch(1).await();
    } catch (ServerStartException e) {
      throw new CommandException(ExitCode.TARGET, e.getMessage());
    }
    return ExitCode.OK.number();
  }

  /** SIGTERM ends the process in order (rule J2), and soon whatever happens. */
  private static void stop(ReferenceServer server) {
    Thread closing = new Thread(server::close, "closing");
    closing.setDaemon(true);
    closing.start();
    try {
      closing.join(STOP_WITHIN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ServerConfig config() {
    try {
      ServerConfig.Builder builder =
          ServerConfig.builder()
              .host(host)
              .port(port)
              .nodePorts(nodePorts)
              .closeCode(closeCode)
              .closeReason(closeReason)
              .force(force)
              .faultDelay(faultDelay)
              .access(new Access(auth, authSecret, Access.byToken(identify)))
              .foldCase(foldCase)
              .policy(new Policy(Policy.kind(policy), max))
              .liveness(new Liveness(ping, idle))
              .shutdownCode(shutdownCode)
              .compress(compress)
              .notice(notice);
      fault.ifPresent(builder::fault);
      variant.ifPresent(builder::variant);
      tls().ifPresent(builder::tls);
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw CommandException.usage(e.getMessage());
    }
  }

  private Optional<Tls> tls() {
    if (tlsCert.isPresent() != tlsKey.isPresent()) {
      throw new IllegalArgumentException("--tls-cert and --tls-key need each other");
    }
    return tlsCert.map(certificate -> new Tls(certificate, tlsKey.get()));
  }

  private void print(Fault each) {
    say(
        String.format(
            "%-22s %-9s %s", each.name(), String.join(",", each.rules()), each.sentence()));
  }

  /** With what a profile has to declare, as {@code --set} takes it. */
  private void print(Variant each) {
    say(String.format("%-23s %s", each.name(), each.sentence()));
    each.overrides().forEach((key, value) -> say("    --set " + Shell.word(key + "=" + value)));
  }

  private void say(String text) {
    spec.commandLine().getOut().println(text);
    spec.commandLine().getOut().flush();
  }
}
