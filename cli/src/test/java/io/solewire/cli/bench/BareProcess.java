package io.solewire.cli.bench;

import io.solewire.simulation.calibrate.BareClient;
import io.solewire.simulation.calibrate.Work;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bare client in a process of its own, with the flags of a generator. Stateless. */
final class BareProcess {

  static final List<String> FLAGS = List.of("-XX:+UseParallelGC", "-Xms1280m", "-Xmn1g");

  private static final Pattern RATE = Pattern.compile("\\w+ (\\d+)/s");
  private static final Duration OVERHEAD = Duration.ofSeconds(40);

  private BareProcess() {}

  /** How often a second it does some work. */
  static double perSecond(String url, Work work, int users, Duration duration)
      throws IOException, InterruptedException {
    return rate(start(url, work, users, duration), duration);
  }

  /** How often a second it did its work, once it has ended. */
  static double rate(Process process, Duration duration) throws IOException, InterruptedException {
    if (!process.waitFor(duration.plus(OVERHEAD).toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("the bare client did not end");
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher rate = RATE.matcher(said);
    if (!rate.find()) {
      throw new IOException("the bare client said: " + said);
    }
    return Double.parseDouble(rate.group(1));
  }

  static Process start(String url, Work work, int users, Duration duration) throws IOException {
    List<String> command =
        Server.java(
            FLAGS,
            BareClient.class.getName(),
            url,
            Integer.toString(users),
            Long.toString(duration.toSeconds()),
            work.name().toLowerCase(Locale.ROOT));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
