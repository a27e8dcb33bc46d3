package io.solewire.cli;

import io.solewire.cli.load.LoadException;
import io.solewire.cli.load.LoadProcess;
import io.solewire.cli.target.Started;
import io.solewire.load.LoadPlan;
import io.solewire.load.Workload;
import io.solewire.load.gate.Gate;
import io.solewire.load.gate.Gates;
import io.solewire.profile.Profile;
import io.solewire.result.ExitCode;
import io.solewire.result.LoadOutcome;
import io.solewire.result.Shell;
import io.solewire.simulation.client.SourceAddresses;
import io.solewire.simulation.takeover.LoadSettings;
import io.solewire.simulation.takeover.OwnedHosts;
import io.solewire.simulation.takeover.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** The load half of a session. Stateless. */
final class LoadHalf {

  private LoadHalf() {}

  /**
   * Refuses what cannot be tried, with every problem at once.
   *
   * @return the plan with the numbers of the earlier run that its gates ask for
   */
  static LoadPlan check(LoadPlan plan, LoadOptions options, Profile profile) {
    return check(plan, options, profile, Optional.empty(), VersusChoice.NONE.problems(plan));
  }

  /** The same with what it is compared with, and what else is wrong with what was asked for. */
  static LoadPlan check(
      LoadPlan plan,
      LoadOptions options,
      Profile profile,
      Optional<Profile> reference,
      List<String> more) {
    List<String> problems = new ArrayList<>(options.file().problems());
    LoadSettings settings = LoadSettings.against(plan, options.baseline());
    settings.problems(profile).forEach(problem -> problems.add(options.placed(problem)));
    SourceAddresses.problems(options.sources()).stream()
        .map(options::placed)
        .forEach(problems::add);
    problems.addAll(OwnedHosts.problems(profile, plan, options.owned()));
    reference.ifPresent(
        other -> {
          problems.addAll(settings.ofReference(other));
          problems.addAll(OwnedHosts.problems(other, plan, options.owned()));
        });
    problems.addAll(more);
    if (!problems.isEmpty()) {
      throw CommandException.usage(String.join("\n", problems));
    }
    return settings.plan();
  }

  /**
   * What few loads have.
   *
   * @param versus what the target is compared with
   * @param sources addresses that connections come from; none if any will do
   * @param metricsPort on which live metrics are served, 0 for any that is free
   * @param recorded true if flights are recorded
   */
  record Extras(
      Optional<Started> versus, List<String> sources, OptionalInt metricsPort, boolean recorded) {

    /** Of a load that has nothing but addresses to come from. */
    static Extras from(List<String> sources) {
      return new Extras(Optional.empty(), sources, OptionalInt.empty(), false);
    }

    private String typed() {
      return sources.isEmpty()
          ? ""
          : " " + SourceAddresses.OPTION + " " + String.join(",", sources);
    }
  }

  /** Puts the target under load; the history is in the session's folder afterwards. */
  static LoadOutcome load(Session session, List<String> set, LoadPlan plan, Extras extras) {
    try {
      return attempt(session, set, plan, extras);
    } catch (LoadException e) {
      throw new CommandException(ExitCode.HARNESS, session.redactor().clean(e.getMessage()));
    }
  }

  /** The same after cases: a load that fails takes nothing back that they have shown. */
  static LoadOutcome loadAfterCases(
      Session session, List<String> set, LoadPlan plan, Extras extras) {
    try {
      return attempt(session, set, plan, extras);
    } catch (LoadException e) {
      return new LoadOutcome(null, null, false, session.redactor().clean(e.getMessage()));
    }
  }

  private static LoadOutcome attempt(
      Session session, List<String> set, LoadPlan plan, Extras extras) throws LoadException {
    extras.versus().ifPresent(other -> hide(other, session));
    LoadProcess process =
        new LoadProcess(
            new LoadProcess.Request(
                server(session.target()),
                extras.versus().map(LoadHalf::server),
                set,
                plan,
                session.seed(),
                session.folder().toAbsolutePath(),
                "./solewire load"
                    + session.redactor().clean(session.target().replay())
                    + options(plan)
                    + extras.typed()
                    + session.strictly(),
                extras.sources(),
                extras.metricsPort(),
                extras.recorded()));
    session.terminal().say(session.redactor().clean(announcement(plan, extras.versus())));
    session.interruption().cutBy(process::stop);
    try {
      return process.run(line -> tell(session.terminal(), line));
    } finally {
      session.interruption().cutBy(() -> {});
    }
  }

  /** What the reference answers stands in the same outputs, its secrets with it. */
  private static void hide(Started other, Session session) {
    other.profile().secrets().values().forEach(session.profile().secrets()::add);
  }

  private static LoadProcess.Server server(Started other) {
    return new LoadProcess.Server(
        other.profile(), other.source().target(), other.source().ports(), other.pid());
  }

  /** What the load says of itself: where its metrics are stays, how it goes on moves. */
  private static void tell(Terminal terminal, String line) {
    if (line.startsWith(Progress.METRICS)) {
      terminal.say(line);
    } else {
      terminal.progress(line);
    }
  }

  private static String announcement(LoadPlan plan, Optional<Started> versus) {
    return String.format(
        Locale.ROOT,
        "load: %s%d users, %s%s s warm-up, %s s measured, %s",
        versus
            .map(other -> "in turns with " + other.profile().name() + ", ")
            .orElse(plan.workload() == Workload.TAKEOVER ? "" : plan.simulation() + ", "),
        plan.users(),
        plan.workload().hasRate() ? plain(plan.rate()) + " newcomers/s, " : "",
        plain(plan.warmupMs() / 1e3),
        plain(plan.durationMs() / 1e3),
        Gates.parse(plan.gates()).size() == 1
            ? "1 gate"
            : Gates.parse(plan.gates()).size() + " gates");
  }

  /** The plan as options, for the command that does it again, without the earlier run. */
  static String options(LoadPlan plan) {
    StringBuilder options = new StringBuilder();
    if (plan.workload() != Workload.TAKEOVER) {
      options.append(" --simulation ").append(plan.simulation());
    }
    options.append(" --users ").append(plan.users());
    if (plan.workload().hasRate()) {
      options.append(" --rate ").append(plain(plan.rate()));
    }
    options.append(" --warmup ").append(plan.warmupMs()).append("ms");
    options.append(" --duration ").append(plan.durationMs()).append("ms");
    if (!plan.popularity().equals("uniform")) {
      options.append(" --popularity ").append(plan.popularity());
    }
    plan.sizes().forEach((name, value) -> options.append(" --size ").append(name + "=" + value));
    for (Gate gate : Gates.parse(plan.gates())) {
      options.append(" --gate ").append(Shell.word(gate.resolved(plan.baseline()).toString()));
    }
    return options.toString();
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
