package io.solewire.cli;

import io.solewire.result.ExitCode;
import io.solewire.server.ReferenceServer;
import io.solewire.server.ServerConfig;
import io.solewire.server.ServerStartException;
import io.solewire.server.fault.Fault;
import io.solewire.server.fault.Faults;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Runs the reference server until it is stopped; on request with one fault.")
final class ServeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--host", defaultValue = "127.0.0.1", description = "Default ${DEFAULT-VALUE}.")
  private String host;

  @Option(names = "--port", defaultValue = "8080", description = "0 for any; default 8080.")
  private int port;

  @Option(names = "--close-code", defaultValue = "4409", description = "Default 4409.")
  private int closeCode;

  @Option(names = "--close-reason", defaultValue = "superseded", description = "Its reason.")
  private String closeReason;

  @Option(names = "--force", defaultValue = "5s", description = "T_force; default 5s.")
  private Duration force;

  @Option(names = "--fault", paramLabel = "NAME", description = "Do one thing wrong.")
  private Optional<String> fault = Optional.empty();

  @Option(
      names = "--fault-delay",
      defaultValue = "6500ms",
      description = "How late the fault evicts-late is.")
  private Duration faultDelay;

  @Option(names = "--list-faults", description = "Print every fault and the rules it breaks.")
  private boolean listFaults;

  @Override
  public Integer call() throws InterruptedException {
    if (listFaults) {
      Faults.all().forEach(this::print);
      return ExitCode.OK.number();
    }
    try (ReferenceServer server = ReferenceServer.start(config())) {
      String with = fault.map(name -> " with the fault " + name).orElse("");
      say("listening on ws://" + host + ":" + server.port() + "/ws?user={user}" + with);
      new CountDownLatch(1).await();
    } catch (ServerStartException e) {
      throw new CommandException(ExitCode.TARGET, e.getMessage());
    }
    return ExitCode.OK.number();
  }

  private ServerConfig config() {
    try {
      ServerConfig.Builder builder =
          ServerConfig.builder()
              .host(host)
              .port(port)
              .closeCode(closeCode)
              .closeReason(closeReason)
              .force(force)
              .faultDelay(faultDelay);
      fault.ifPresent(builder::fault);
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw CommandException.usage(e.getMessage());
    }
  }

  private void print(Fault each) {
    say(
        String.format(
            "%-22s %-9s %s", each.name(), String.join(",", each.rules()), each.sentence()));
  }

  private void say(String text) {
    spec.commandLine().getOut().println(text);
    spec.commandLine().getOut().flush();
  }
}
