package io.solewire.cli.bench;

import io.solewire.simulation.calibrate.DelayServer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * What all tables share.
 *
 * @param folder for what is left behind
 * @param page that they are written on
 * @param rounds in which both sides take their turns
 * @param extent how long each turn is
 * @param count of the files so far
 */
record Bench(Path folder, Page page, int rounds, Extent extent, AtomicInteger count) {

  /** A table that can be measured by itself. */
  interface Table {
    void measure() throws Exception;
  }

  /** A path that is not there yet. */
  Path next(String name) {
    return folder.resolve(name + count.getAndIncrement());
  }

  /** By a command that is told its port. */
  Server start(IntFunction<List<String>> command) throws Exception {
    return Server.start(next("log"), command);
  }

  /** The reference server as a user has it, with more options. */
  Server reference(String... options) throws Exception {
    return start(port -> Server.reference(port, options));
  }

  /** The server of known delay. */
  Server delaying() throws Exception {
    return start(port -> Server.java(DelayServer.class.getName(), "" + port));
  }
}
