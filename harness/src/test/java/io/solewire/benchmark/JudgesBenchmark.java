package io.solewire.benchmark;

import io.solewire.history.CaseFold;
import io.solewire.history.Event;
import io.solewire.judge.Judges;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileException;
import io.solewire.profile.ProfileReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What it costs to fold and judge a history by all judges. Times are of the whole history: divided
 * by the number of events they are to stay the same from 10^4 to 10^6 events, whether these are of
 * many users or of one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xms3g", "-Xmx3g"})
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 4)
public class JudgesBenchmark {

  /** How many events, about. */
  @Param({"10000", "100000", "1000000"})
  public int events;

  /** Whether they are of many users with ten connections each, or one user's chain. */
  @Param({"many-users", "one-chain"})
  public String shape;

  private final List<Event> history = new ArrayList<>();
  private Profile profile;

  /** Makes the history. */
  @Setup
  public void tell() throws ProfileException {
    profile = ProfileReader.forUrl("ws://h/{user}", Map.of());
    int chain = shape.equals("one-chain") ? events / Population.EVENTS : 10;
    Population.of("A1.benchmark", events, chain).tell(history::add);
  }

  /** Folds and judges it. */
  @Benchmark
  public void judge(Blackhole findings) {
    CaseFold fold = new CaseFold();
    history.forEach(fold::accept);
    fold.drain(user -> Judges.judge(profile, user, findings::consume));
  }
}
