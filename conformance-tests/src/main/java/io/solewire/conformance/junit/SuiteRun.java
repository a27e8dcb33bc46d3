package io.solewire.conformance.junit;

import io.solewire.conformance.launch.Launcher;
import io.solewire.conformance.run.ConformanceRun;
import io.solewire.conformance.run.Judged;
import io.solewire.conformance.run.RunListener;
import io.solewire.conformance.stage.Control;
import io.solewire.conformance.target.LoopbackPort;
import io.solewire.conformance.target.Restartable;
import io.solewire.conformance.target.Running;
import io.solewire.conformance.target.TargetException;
import io.solewire.history.Header;
import io.solewire.history.History;
import io.solewire.history.HistoryException;
import io.solewire.history.Redactor;
import io.solewire.history.RunClock;
import io.solewire.profile.KnownFailures;
import io.solewire.profile.Launch;
import io.solewire.profile.Ports;
import io.solewire.profile.Profile;
import io.solewire.profile.Start;
import io.solewire.result.Conclusion;
import io.solewire.result.Results;
import io.solewire.result.RunResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs the suite for a test class: reads the profile, starts the server if the profile says how,
 * judges it, stops it, and leaves the results in the folder. Stateless.
 */
final class SuiteRun {

  private static final int MINUTES_TO_END = 2;

  private SuiteRun() {}

  /**
   * Judges.
   *
   * @param wanted what the class asks for
   * @param url of a server that runs already
   * @return what came of it, without secrets
   * @throws SolewireException if no case could be run, with the reason
   */
  static RunResult judge(Wanted wanted, Optional<String> url) {
    Ports ports = url.map(VendorProfile::ports).orElseGet(SuiteRun::freePorts);
    Profile profile = VendorProfile.read(wanted, url, ports);
    KnownFailures known = VendorProfile.known(wanted);
    Path folder = ResultFolder.make(wanted.type());
    if (profile.start().isEmpty() || url.isPresent()) {
      return judge(wanted, new Against(profile, known), folder, Optional.empty());
    }
    if (profile.start().get().launch() instanceof Launch.Serve) {
      throw new SolewireException(
          wanted.type().getName()
              + ": "
              + wanted.profile()
              + ": start.serve: expected start.command, build or image; the reference server is no"
              + " part of a build");
    }
    Path log = folder.resolve(ResultFolder.LOG);
    Start start = profile.start().get();
    try (Restartable target =
        Restartable.start(
            () ->
                Launcher.start(
                    start,
                    ports,
                    log,
                    () -> Thread.currentThread().isInterrupted(),
                    options -> {
                      throw new IllegalStateException("start.serve was refused before");
                    }))) {
      return judge(wanted, new Against(profile, known), folder, Optional.of(target));
    } catch (TargetException e) {
      throw new SolewireException(wanted.type().getName() + ": " + e.getMessage(), e);
    }
  }

  private static Ports freePorts() {
    try {
      return LoopbackPort.forTarget();
    } catch (TargetException e) {
      throw new SolewireException(e.getMessage(), e);
    }
  }

  /** What a server is judged against. */
  private record Against(Profile profile, KnownFailures known) {}

  private static RunResult judge(
      Wanted wanted, Against against, Path folder, Optional<Restartable> target) {
    Profile profile = against.profile();
    Instant begin = Instant.now();
    Redactor redactor = new Redactor(profile.secrets());
    ConformanceRun.Outcome outcome = execute(wanted, against, folder, target);
    Judged judged =
        new Judged(profile, tool(), wanted.replay(), wanted.seed(), begin, wanted.strict())
            .deathLog(target.map(Restartable::running).filter(r -> !r.isAlive()).map(Running::tail))
            .with(outcome);
    RunResult result = Results.clean(judged.result(), redactor);
    ResultFolder.write(result, folder);
    if (result.cases().isEmpty()) {
      throw new SolewireException(
          wanted.type().getName()
              + ": no case was executed: "
              + String.join("\n", result.problems()));
    }
    return result;
  }

  private static ConformanceRun.Outcome execute(
      Wanted wanted, Against against, Path folder, Optional<Restartable> target) {
    Profile profile = against.profile();
    Redactor redactor = new Redactor(profile.secrets());
    Header header = Header.of(profile, wanted.seed(), null);
    String replay = wanted.replay() + " -Dsolewire.only={case} -Dsolewire.seed={seed}";
    Conclusion conclusion =
        new Conclusion(profile, wanted.seed(), replay).withKnown(against.known());
    String run = Long.toString(System.currentTimeMillis(), 36);
    ConformanceRun.Settings settings =
        new ConformanceRun.Settings(
            wanted.budget(),
            run,
            target.map(Control.class::cast),
            wanted.schedule(),
            wanted.schedule().isEmpty());
    int count = wanted.cases().size();
    System.out.printf(
        "solewire: judging %s by %d %s, seed %d; results in %s%n",
        profile.name(), count, count == 1 ? "case" : "cases", wanted.seed(), folder);
    try (History history = History.begin(folder, header, redactor, RunClock.start())) {
      return within(new ConformanceRun(history, conclusion, settings, RunListener.NONE), wanted);
    } catch (HistoryException e) {
      throw new SolewireException(e.getMessage(), e);
    }
  }

  /** On a thread of its own: whatever pool or lock JUnit runs this in has no part in it. */
  private static ConformanceRun.Outcome within(ConformanceRun suite, Wanted wanted) {
    FutureTask<ConformanceRun.Outcome> task = new FutureTask<>(() -> suite.execute(wanted.cases()));
    Thread thread = new Thread(task, "solewire");
    thread.setDaemon(true);
    thread.start();
    try {
      return await(task, wanted.budget().bound(20, 240));
    } catch (TimeoutException | InterruptedException cut) {
      suite.interrupt();
      try {
        return await(task, MINUTES_TO_END);
      } catch (TimeoutException | InterruptedException e) {
        throw new SolewireException("the suite did not end when it was cut short", e);
      } finally {
        if (cut instanceof InterruptedException) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  private static ConformanceRun.Outcome await(FutureTask<ConformanceRun.Outcome> task, int minutes)
      throws InterruptedException, TimeoutException {
    try {
      return task.get(minutes, TimeUnit.MINUTES);
    } catch (ExecutionException e) {
      throw new SolewireException("the suite failed: " + e.getCause(), e.getCause());
    }
  }

  private static String tool() {
    String version = SuiteRun.class.getPackage().getImplementationVersion();
    return "solewire " + (version == null ? "(not packaged)" : version);
  }
}
